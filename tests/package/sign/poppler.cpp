#include "tests/package/sign/poppler.h"

#include "pipeline/base/process.h"
#include "pipeline/package/pdfa/pdfa_lint.h"

namespace sohoa::test {

std::string pdfsig_of(const std::filesystem::path& pdf) {
  return run_process({"pdfsig", "-nocert", pdf.string()}, {}).output;
}

int count_of(const std::string& text, const std::string& part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

std::vector<std::string> lint_codes(const std::filesystem::path& pdf) {
  std::vector<std::string> codes;
  for (const Finding& finding : lint_pdfa(pdf)) codes.push_back(finding.code);
  return codes;
}

}  // namespace sohoa::test
