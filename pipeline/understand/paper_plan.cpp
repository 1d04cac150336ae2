#include "pipeline/understand/paper_plan.h"

#include <algorithm>
#include <filesystem>

#include "pipeline/base/text.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kStemCharactersMax = 60;
constexpr char kStemOfNothing[] = "giay-to";
constexpr char kNameOfNothing[] = "ho-so";

std::string folder_of(const FileOutline& file) {
  return fs::path(file.name).parent_path().string();
}

std::string title_of(const FileOutline& file) {
  const fs::path path(file.name);
  if (!file.single_image) return path.stem().string();
  const std::string folder = path.parent_path().filename().string();
  return folder.empty() || folder == "." ? path.stem().string() : folder;
}

bool continues(const FileOutline& before, const FileOutline& file) {
  return before.single_image && file.single_image && folder_of(before) == folder_of(file);
}

}  // namespace

std::vector<PaperPlan> plan_papers(const std::vector<FileOutline>& files) {
  std::vector<PaperPlan> papers;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (i == 0 || !continues(files[i - 1], files[i])) {
      papers.push_back({title_of(files[i]), {}});
    }
    for (int page = 1; page <= files[i].page_count; ++page) {
      papers.back().pages.push_back({files[i].name, page});
    }
  }
  return papers;
}

std::string PaperNames::next(const std::string& title) {
  const std::string stem = file_stem(title);
  std::string name = stem;
  for (int copy = 2; !taken_.insert(name).second; ++copy) name = stem + "-" + std::to_string(copy);
  return name;
}

std::string dossier_name(const std::vector<std::string>& files) {
  if (files.empty() || files.front() == "-") return kNameOfNothing;
  const fs::path first(files.front());
  if (files.size() == 1) return first.stem().string();
  fs::path common = first.parent_path();
  for (const std::string& file : files) {
    const fs::path folder = fs::path(file).parent_path();
    const auto [end, unused] =
        std::mismatch(common.begin(), common.end(), folder.begin(), folder.end());
    fs::path shared;
    for (auto part = common.begin(); part != end; ++part) shared /= *part;
    common = shared;
  }
  const std::string name = common.filename().string();
  return name.empty() || name == "." || name == ".." ? first.stem().string() : name;
}

std::string file_stem(const std::string& name) {
  std::string stem;
  for (const char c : without_marks(name)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      stem += c;
    } else if (!stem.empty() && stem.back() != '-') {
      stem += '-';
    }
    if (stem.size() == kStemCharactersMax) break;
  }
  while (!stem.empty() && stem.back() == '-') stem.pop_back();
  return stem.empty() ? kStemOfNothing : stem;
}

}  // namespace sohoa
