#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <map>
#include <set>
#include <string_view>

#include "pipeline/package/pdf/pdf_tokens.h"
#include "pipeline/package/pdfa/pdfa_checks.h"

namespace sohoa {

namespace {

constexpr long long kObjectHeadBytes = 64 << 10;

bool is_end_of_line(char c) { return c == '\n' || c == '\r'; }

std::size_t end_of_line_length(std::string_view text) {
  if (text.starts_with("\r\n")) return 2;
  return !text.empty() && is_end_of_line(text.front()) ? 1 : 0;
}

/// 6.1.2
void check_header(PdfaSubject& subject) {
  const std::string head = subject.bytes.at(0, 32);
  const bool version = head.starts_with("%PDF-1.") && head.size() > 8 && head[7] >= '0' &&
                       head[7] <= '7' && is_end_of_line(head[8]);
  if (!version) {
    subject.report.violates("6.1.2-header", "the file does not begin with %PDF-1.0 to 1.7");
    return;
  }
  const std::size_t second = 8 + end_of_line_length(std::string_view(head).substr(8));
  bool binary = head.size() > second + 4 && head[second] == '%';
  for (std::size_t i = second + 1; binary && i < second + 5; ++i) {
    binary = static_cast<unsigned char>(head[i]) > 127;
  }
  if (!binary) {
    subject.report.violates("6.1.2-binary-comment",
                            "the second line is no comment of four bytes "
                            "above 127");
  }
}

/// 6.1.3
void check_trailer(PdfaSubject& subject) {
  QPDFObjectHandle id = subject.pdf.getTrailer().getKey("/ID");
  const bool whole = id.isArray() && id.getArrayNItems() == 2 && id.getArrayItem(0).isString() &&
                     id.getArrayItem(1).isString() && !id.getArrayItem(0).getStringValue().empty();
  if (!whole) subject.report.violates("6.1.3-id", "the trailer has no file identifier");
  constexpr long long kTailBytes = 1024;
  const std::string tail =
      subject.bytes.at(std::max(0LL, subject.bytes.size() - kTailBytes), kTailBytes);
  const std::size_t end = tail.rfind("%%EOF");
  const std::string_view rest =
      end == std::string::npos ? "none" : std::string_view(tail).substr(end + 5);
  if (rest.size() != end_of_line_length(rest)) {
    subject.report.violates("6.1.3-eof", "data follow the end of the file");
  }
}

/// 6.1.6: an even number of hexadecimal digits.
void check_hexadecimal(PdfaSubject& subject, std::string_view raw, const std::string& place) {
  std::size_t digits = 0;
  for (const char c : raw.substr(1, raw.size() - 2)) {
    if (std::isspace(static_cast<unsigned char>(c)) != 0) continue;
    if (std::isxdigit(static_cast<unsigned char>(c)) == 0) {
      subject.report.violates("6.1.6-hexadecimal", place + " has a string with other characters");
    }
    ++digits;
  }
  if (digits % 2 != 0) {
    subject.report.violates("6.1.6-hexadecimal", place + " has a string of odd length");
  }
}

void check_strings(PdfaSubject& subject, const std::string& body, const std::string& place) {
  PdfTokens tokens(body, place);
  while (true) {
    const QPDFTokenizer::Token token = tokens.next();
    if (token.getType() == QPDFTokenizer::tt_eof || token.isWord("stream")) return;
    if (token.getType() == QPDFTokenizer::tt_string && token.getRawValue().starts_with("<")) {
      check_hexadecimal(subject, token.getRawValue(), place);
    }
  }
}

/// 6.1.7.1: what stands around a stream's data.
void check_stream(PdfaSubject& subject, QPDFObjectHandle stream) {
  PdfaReport& report = subject.report;
  const std::string place = place_of(stream);
  const long long start = stream.getParsedOffset();
  const std::string before = subject.bytes.at(start - 8, 8);
  if (!before.ends_with("stream\r\n") && !before.ends_with("stream\n")) {
    report.violates("6.1.7.1-stream", place + ": no CR LF or LF after the keyword stream");
  }
  QPDFObjectHandle length = stream.getDict().getKey("/Length");
  if (!length.isInteger()) return report.violates("6.1.7.1-length", place + " states no length");
  // Of a hostile file, any number.
  const long long room = std::max(0LL, subject.bytes.size() - start);
  const std::string after =
      subject.bytes.at(start + std::clamp(length.getIntValue(), 0LL, room), 16);
  if (after.starts_with("endstream")) {
    return report.violates("6.1.7.1-endstream", place + ": no end of line before endstream");
  }
  const std::size_t gap = end_of_line_length(after);
  if (gap == 0 || !std::string_view(after).substr(gap).starts_with("endstream")) {
    report.violates("6.1.7.1-length", place + ": its data are not as long as it says");
  }
}

/// 6.1.9: `N G obj` with single spaces, end of line around it and around endobj.
void check_frame(PdfaSubject& subject, QPDFObjGen id, long long offset, long long next) {
  const std::string expected =
      std::to_string(id.getObj()) + ' ' + std::to_string(id.getGen()) + " obj";
  const std::string head = subject.bytes.at(offset - 1, 64);
  const bool begins = !head.empty() && is_end_of_line(head[0]) &&
                      std::string_view(head).substr(1).starts_with(expected) &&
                      head.size() > expected.size() + 1 &&
                      is_end_of_line(head[expected.size() + 1]);
  constexpr long long kTailBytes = 256;
  const long long tail_at = std::max(offset, next - kTailBytes);
  const std::string tail = subject.bytes.at(tail_at, next - tail_at);
  const std::size_t end = tail.rfind("endobj");
  const bool ends = end != std::string::npos && end > 0 && is_end_of_line(tail[end - 1]) &&
                    end + 6 < tail.size() && is_end_of_line(tail[end + 6]);
  if (!begins || !ends) {
    subject.report.violates("6.1.9-object", "object " + std::to_string(id.getObj()) +
                                                " is not framed by single spaces and ends of line");
  }
}

/// Where the file says its last cross-reference section stands, or its end.
long long last_section(const PdfaSubject& subject) {
  const std::string tail = subject.bytes.at(std::max(0LL, subject.bytes.size() - 1024), 1024);
  const std::size_t at = tail.rfind("startxref");
  if (at == std::string::npos) return subject.bytes.size();
  return std::min<long long>(std::strtoll(tail.c_str() + at + 9, nullptr, 10),
                             subject.bytes.size());
}

/// The number behind a key of the section's trailer or dictionary; -1 when there is none.
long long previous_section(const PdfaSubject& subject, long long section) {
  constexpr long long kEntryBytes = 20;
  constexpr std::string_view kKey = "/Prev";
  constexpr long long kSectionBytesMax = 4 << 20;
  const auto entries = static_cast<long long>(subject.pdf.getXRefTable().size());
  std::string text = subject.bytes.at(
      section, std::min(kObjectHeadBytes + kEntryBytes * entries, kSectionBytesMax));
  text.erase(std::min(text.size(), text.find(text.starts_with("xref") ? "startxref" : "stream")));
  const std::size_t at = text.rfind(kKey);
  return at == std::string::npos ? -1 : std::strtoll(text.c_str() + at + kKey.size(), nullptr, 10);
}

/// Where the cross-reference sections stand: one, and one more for each incremental update.
std::set<long long> sections_of(const PdfaSubject& subject) {
  constexpr std::size_t kSectionsMax = 256;
  std::set<long long> sections;
  long long section = last_section(subject);
  while (section >= 0 && section < subject.bytes.size() && sections.size() < kSectionsMax &&
         sections.insert(section).second) {
    section = previous_section(subject, section);
  }
  return sections;
}

}  // namespace

void check_syntax(PdfaSubject& subject) {
  check_header(subject);
  check_trailer(subject);
  std::map<long long, QPDFObjGen> by_offset;
  for (const auto& [id, entry] : subject.pdf.getXRefTable()) {
    if (entry.getType() == 1) by_offset.emplace(entry.getOffset(), id);
  }
  const std::set<long long> sections = sections_of(subject);
  for (auto it = by_offset.begin(); it != by_offset.end(); ++it) {
    const auto following = std::next(it);
    long long next = following == by_offset.end() ? subject.bytes.size() : following->first;
    const auto section = sections.upper_bound(it->first);
    if (section != sections.end()) next = std::min(next, *section);
    QPDFObjectHandle object = subject.pdf.getObject(it->second);
    const bool is_stream = object.isStream();
    if (is_stream) check_stream(subject, object);
    check_frame(subject, it->second, it->first, next);
    const long long end = is_stream ? object.getParsedOffset() : next;
    check_strings(subject, subject.bytes.at(it->first, std::min(end - it->first, kObjectHeadBytes)),
                  "object " + std::to_string(it->second.getObj()));
  }
}

}  // namespace sohoa
