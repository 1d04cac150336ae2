#include "tests/quality/truth.h"

#include <algorithm>

#include "pipeline/base/text.h"

namespace sohoa::test {

namespace {

void add_required(Truth& truth, std::string_view text) {
  std::u32string line;
  for (const std::string& word : split_words(to_nfc(text))) {
    if (!line.empty()) line += U' ';
    line += to_code_points(word);
  }
  if (line.empty()) return;
  truth.required += std::string(text) + "\n";
  truth.lines.push_back(line);
}

void parse_line(Truth& truth, std::string_view line) {
  while (!line.empty()) {
    const std::size_t open = std::min(line.find("{{"), line.size());
    add_required(truth, line.substr(0, open));
    line.remove_prefix(open);
    if (line.empty()) return;
    const std::size_t close = std::min(line.find("}}"), line.size());
    truth.optional += std::string(line.substr(2, close - 2)) + "\n";
    line.remove_prefix(std::min(close + 2, line.size()));
  }
}

}  // namespace

Truth parse_truth(std::string_view text) {
  Truth truth;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    parse_line(truth, text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return truth;
}

}  // namespace sohoa::test
