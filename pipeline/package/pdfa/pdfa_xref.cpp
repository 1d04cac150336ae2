#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <string_view>

#include "pipeline/package/pdfa/pdfa_checks.h"

namespace sohoa {

namespace {

constexpr long long kHeadBytes = 64;
constexpr long long kTailBytes = 1024;

bool take_end_of_line(std::string_view& text) {
  const std::size_t length = text.starts_with("\r\n")                           ? 2
                             : text.starts_with("\n") || text.starts_with("\r") ? 1
                                                                                : 0;
  text.remove_prefix(length);
  return length > 0;
}

bool take_number(std::string_view& text) {
  const std::size_t length = std::min(text.find_first_not_of("0123456789"), text.size());
  text.remove_prefix(length);
  return length > 0;
}

/// `xref`, an end of line, and two numbers with one space between.
bool is_table_head(std::string_view text) {
  text.remove_prefix(4);
  if (!take_end_of_line(text) || !take_number(text) || !text.starts_with(' ')) return false;
  text.remove_prefix(1);
  return take_number(text) && take_end_of_line(text);
}

}  // namespace

void check_cross_references(PdfaSubject& subject) {
  const long long size = subject.bytes.size();
  const std::string tail = subject.bytes.at(std::max(0LL, size - kTailBytes), kTailBytes);
  const std::size_t at = tail.rfind("startxref");
  if (at == std::string::npos) return;  // damaged, which is another finding
  const long long offset = std::strtoll(tail.c_str() + at + 9, nullptr, 10);
  const std::string head = subject.bytes.at(offset, kHeadBytes);
  const bool is_table = std::string_view(head).starts_with("xref");
  if (is_table && !is_table_head(head)) {
    subject.report.violates("6.1.4-table", "the cross-reference table begins with other spaces");
  }
  if (!is_table && !subject.rules().object_streams) {
    subject.report.violates("6.1.4-stream", "the cross-references are a stream");
  }
}

}  // namespace sohoa
