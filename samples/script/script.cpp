#include "samples/script/script.h"

#include <sstream>

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kScriptBytesMax = 1u << 20;

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

void read_lines(const fs::path& file, std::vector<ScriptLine>& lines) {
  std::istringstream text(std::string(as_text(read_file(file, kScriptBytesMax))));
  const std::string name = file.filename();
  std::string line;
  for (int number = 1; std::getline(text, line); ++number) {
    const std::string content = trimmed(line);
    if (content.empty() || content[0] == '#') continue;
    const std::string place = name + ":" + std::to_string(number);
    if (line[0] == ' ') {
      if (lines.empty()) fail(place, "an indented line has no line to go on with");
      lines.back().rest += " " + content;
      continue;
    }
    const std::size_t space = content.find(' ');
    const std::string rest = space == std::string::npos ? "" : trimmed(content.substr(space));
    const std::string word = content.substr(0, space);
    if (word == "include") {
      read_lines(file.parent_path().parent_path() / "parts" / (rest + ".txt"), lines);
    } else {
      lines.push_back({word, rest, place});
    }
  }
}

/// Goes through lines from `at` up to the end of its branch; `taken` says whether they are kept.
class Chooser {
 public:
  Chooser(const std::vector<ScriptLine>& lines, Random& random) : lines_(lines), random_(random) {}

  std::vector<ScriptLine> all() {
    std::vector<ScriptLine> result = branch();
    if (at_ < lines_.size()) fail(lines_[at_].place, "stands outside of choose … end");
    return result;
  }

 private:
  std::vector<ScriptLine> branch() {
    std::vector<ScriptLine> result;
    for (; at_ < lines_.size(); ++at_) {
      const ScriptLine& line = lines_[at_];
      if (line.word == "or" || line.word == "end") break;
      if (line.word != "choose") {
        result.push_back(line);
        continue;
      }
      for (ScriptLine& inner : choice()) result.push_back(std::move(inner));
    }
    return result;
  }

  std::vector<ScriptLine> choice() {
    const std::string place = lines_[at_].place;
    std::vector<std::vector<ScriptLine>> branches;
    do {
      ++at_;
      branches.push_back(branch());
      if (at_ >= lines_.size()) fail(place, "this choose has no end");
    } while (lines_[at_].word == "or");
    return random_.pick(branches);
  }

  const std::vector<ScriptLine>& lines_;
  Random& random_;
  std::size_t at_ = 0;
};

}  // namespace

Script read_script(const fs::path& file) {
  Script script;
  script.name = file.stem();
  read_lines(file, script.lines);
  if (script.lines.empty() || script.lines.front().word != "kind") {
    fail(file.filename(), "does not begin with the line `kind`");
  }
  script.title = script.lines.front().rest;
  script.lines.erase(script.lines.begin());
  return script;
}

std::vector<ScriptLine> chosen(const std::vector<ScriptLine>& lines, Random& random) {
  return Chooser(lines, random).all();
}

std::vector<std::string> columns(const std::string& text, const std::string& bar) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  int depth = 0;  // of braces; a bar inside them is theirs
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '{') ++depth;
    if (text[at] == '}') --depth;
    if (depth > 0 || text.compare(at, bar.size(), bar) != 0) continue;
    parts.push_back(trimmed(text.substr(from, at - from)));
    from = at + bar.size();
    at = from - 1;
  }
  parts.push_back(trimmed(text.substr(from)));
  return parts;
}

void fail(const std::string& place, const std::string& reason) {
  throw Error(ExitCode::kInput, place, reason, "correct the file");
}

}  // namespace sohoa
