#include "tests/layering/check.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <regex>
#include <sstream>

#include "tests/layering/layers.h"

namespace sohoa::test {

namespace fs = std::filesystem;

namespace {

constexpr std::array kProductFolders = {"pipeline", "models", "station", "cli"};

std::vector<fs::path> product_files(const fs::path& tree) {
  std::vector<fs::path> files;
  for (const char* folder : kProductFolders) {
    if (!fs::is_directory(tree / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(tree / folder)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool has_prefix_among(std::string_view text, const std::vector<std::string_view>& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [text](std::string_view prefix) { return text.starts_with(prefix); });
}

bool is_below(std::string_view path, std::string_view folder) {
  return path.starts_with(std::string(folder) + "/");
}

/// Why `file` may not include a header of the project; empty when it may.
std::string own_header_fault(const Layer& layer, const std::string& header) {
  if (is_below(header, layer.folder)) return {};
  for (const std::string_view folder : layer.may_use) {
    if (is_below(header, folder)) return {};
  }
  return "includes \"" + header + "\", which " + std::string(layer.folder) + " may not use";
}

/// Why `file` may not include a header of a library; empty when it may.
std::string library_header_fault(const std::string& file, const std::string& header) {
  if (is_system_header(header)) return {};
  for (const ThirdParty& library : third_parties()) {
    if (!has_prefix_among(header, library.headers)) continue;
    if (has_prefix_among(file, library.homes)) return {};
    return "includes <" + header + ">, outside " + std::string(library.name) + "'s home";
  }
  return "includes <" + header + ">, a library without a home in the table of the layering test";
}

void check_file(const fs::path& tree, const fs::path& path, std::vector<Violation>& violations) {
  static const std::regex include(R"(^\s*#\s*include\s*(["<])([^">]+)[">])");
  const std::string file = fs::relative(path, tree).generic_string();
  const Layer* layer = layer_of(file);
  if (layer == nullptr) {
    violations.push_back({file, 1, "lies in no folder of the table of layers"});
    return;
  }
  std::ifstream lines(path);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::smatch found;
    if (!std::regex_search(line, found, include)) continue;
    const std::string fault =
        found[1] == "<" ? library_header_fault(file, found[2]) : own_header_fault(*layer, found[2]);
    if (!fault.empty()) violations.push_back({file, number, fault});
  }
}

/// Why a folder may not link a CMake target; empty when it may.
std::string link_fault(const Layer& layer, const std::string& target) {
  if (target == "sohoa_options") return {};
  if (target.starts_with("sohoa_")) {
    const std::string name = target.substr(6);
    for (const Layer& other : layers()) {
      const bool named = other.folder == name || other.folder.ends_with("/" + name) ||
                         (other.folder == "models" && name == "record") ||
                         (other.folder == "samples" && name == "samples_lib");
      if (!named) continue;
      const bool allowed = std::any_of(
          layer.may_use.begin(), layer.may_use.end(), [&other](std::string_view folder) {
            return other.folder == folder || is_below(other.folder, folder);
          });
      if (allowed || &other == &layer) return {};
    }
    return "links " + target + ", which " + std::string(layer.folder) + " may not use";
  }
  for (const ThirdParty& library : third_parties()) {
    if (!has_prefix_among(target, library.targets)) continue;
    for (const std::string_view home : library.homes) {
      if (is_below(home, layer.folder)) return {};
    }
    return "links " + target + ", outside " + std::string(library.name) + "'s home";
  }
  return "links " + target + ", a library without a home in the table of the layering test";
}

bool is_keyword(const std::string& word) {
  return word == "USES" || word == "PUBLIC" || word == "PRIVATE" || word == "INTERFACE";
}

/// The targets that one `sohoa_layer(…)` or `target_link_libraries(…)` names.
std::vector<std::string> linked_targets(const std::string& command, const std::string& arguments) {
  std::istringstream words(arguments);
  std::vector<std::string> targets;
  std::string word;
  words >> word;  // the folder's own target
  bool uses = false;
  while (words >> word) {
    if (is_keyword(word)) {
      uses = word == "USES";
    } else {
      targets.push_back(command == "sohoa_layer" && uses ? "sohoa_" + word : word);
    }
  }
  return targets;
}

void check_link_list(const fs::path& tree, const fs::path& path,
                     std::vector<Violation>& violations) {
  static const std::regex call(R"((sohoa_layer|target_link_libraries)\s*\(([^)]*)\))");
  const std::string file = fs::relative(path, tree).generic_string();
  const Layer* layer = layer_of(file);
  if (layer == nullptr) return;
  std::ifstream stream(path);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  for (std::sregex_iterator match(text.begin(), text.end(), call), end; match != end; ++match) {
    const int line =
        1 + static_cast<int>(std::count(text.begin(), text.begin() + match->position(), '\n'));
    for (const std::string& target : linked_targets((*match)[1], (*match)[2])) {
      // The program itself, beside the library of its folder.
      if (layer->folder == "cli" && target == "sohoa_cli") continue;
      const std::string fault = link_fault(*layer, target);
      if (!fault.empty()) violations.push_back({file, line, fault});
    }
  }
}

}  // namespace

std::vector<Violation> check_includes(const fs::path& tree) {
  std::vector<Violation> violations;
  for (const fs::path& path : product_files(tree)) {
    const fs::path kind = path.extension();
    if (kind == ".h" || kind == ".cpp") check_file(tree, path, violations);
  }
  return violations;
}

std::vector<Violation> check_links(const fs::path& tree) {
  std::vector<Violation> violations;
  for (const fs::path& path : product_files(tree)) {
    if (path.filename() == "CMakeLists.txt") check_link_list(tree, path, violations);
  }
  return violations;
}

std::string text_of(const std::vector<Violation>& violations) {
  std::string text;
  for (const Violation& violation : violations) {
    text += violation.file + ":" + std::to_string(violation.line) + ": " + violation.reason + "\n";
  }
  return text;
}

}  // namespace sohoa::test
