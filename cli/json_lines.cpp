#include "cli/json_lines.h"

#include <unistd.h>

#include <string>

#include "pipeline/base/standard_output.h"

namespace sohoa {

namespace {

bool on_standard_error = false;

}  // namespace

void print_json_line(const Json& value) {
  const std::string line = json_line(value);
  if (!on_standard_error) {
    write_to_standard_output(as_bytes(line));
  } else if (::write(STDERR_FILENO, line.data(), line.size()) < 0) {
    return;
  }
}

void use_standard_error_for_json() { on_standard_error = true; }

Json json_of(const PageDone& page) {
  return {{"schema", "sohoa.progress/1"},
          {"file", page.source.file},
          {"page", page.source.number},
          {"sequence", page.sequence},
          {"pages", page.page_count},
          {"words", page.word_count},
          {"confidence", rounded(page.mean_confidence, 4)},
          {"state", page.state}};
}

}  // namespace sohoa
