#include "pipeline/package/pdfa/pdfa_font.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "pipeline/package/pdf/pdf_cmap.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr std::string_view kKinds[] = {"/Type0", "/Type1", "/MMType1", "/Type3", "/TrueType"};
constexpr std::string_view kEncodings[] = {"/WinAnsiEncoding", "/MacRomanEncoding",
                                           "/MacExpertEncoding"};

template <typename List>
bool is_one_of(Handle name, const List& list) {
  return name.isName() &&
         std::find(std::begin(list), std::end(list), name.getName()) != std::end(list);
}

/// Advance widths of a TrueType program, in thousandths; empty when it is broken.
class TrueTypeWidths {
 public:
  explicit TrueTypeWidths(std::string program) : program_(std::move(program)) {
    const std::string_view head = table("head");
    const std::string_view hhea = table("hhea");
    metrics_ = table("hmtx");
    if (head.size() < 20 || hhea.size() < 36) return;
    units_ = u16(head, 18);
    count_ = std::min<std::size_t>(u16(hhea, 34), metrics_.size() / 4);
  }

  bool sound() const { return units_ > 0 && count_ > 0; }
  double of(unsigned glyph) const {
    const std::size_t entry = std::min<std::size_t>(glyph, count_ - 1);
    return 1000.0 * u16(metrics_, 4 * entry) / units_;
  }

 private:
  static unsigned u16(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]) << 8 | static_cast<unsigned char>(bytes[at + 1]);
  }

  std::string_view table(std::string_view name) const {
    const std::string_view file = program_;
    if (file.size() < 12) return "";
    const std::size_t count = u16(file, 4);
    for (std::size_t i = 0; i < count && 28 + 16 * i <= file.size(); ++i) {
      const std::string_view entry = file.substr(12 + 16 * i, 16);
      if (entry.substr(0, 4) != name) continue;
      const std::size_t at = u16(entry, 8) << 16 | u16(entry, 10);
      const std::size_t size = u16(entry, 12) << 16 | u16(entry, 14);
      return at <= file.size() ? file.substr(at, size) : "";
    }
    return "";
  }

  std::string program_;
  std::string_view metrics_;
  unsigned units_ = 0;
  std::size_t count_ = 0;
};

/// The /W array (ISO 32000-1, 9.7.4.3).
std::map<unsigned, double> widths_of(Handle array) {
  constexpr unsigned kCodesMax = 65536;
  std::map<unsigned, double> widths;
  if (!array.isArray()) return widths;
  const std::vector<Handle> items = array.getArrayAsVector();
  for (std::size_t i = 0; i + 1 < items.size();) {
    Handle first = items[i];
    Handle second = items[i + 1];
    if (!first.isInteger()) break;
    const unsigned code = static_cast<unsigned>(first.getIntValue()) % kCodesMax;
    if (second.isArray()) {
      unsigned next = code;
      for (Handle width : second.getArrayAsVector()) {
        if (width.isNumber()) widths[next++] = width.getNumericValue();
      }
      i += 2;
      continue;
    }
    if (i + 2 >= items.size() || !second.isInteger()) break;
    Handle width = items[i + 2];
    for (unsigned c = code; c <= second.getIntValue() && c < kCodesMax; ++c) {
      widths[c] = width.isNumber() ? width.getNumericValue() : 0;
    }
    i += 3;
  }
  return widths;
}

Handle embedded_program(Handle font) {
  Handle descriptor = font.getKey("/FontDescriptor");
  if (!descriptor.isDictionary()) return Handle::newNull();
  for (const char* key : {"/FontFile", "/FontFile2", "/FontFile3"}) {
    if (descriptor.getKey(key).isStream()) return descriptor.getKey(key);
  }
  return Handle::newNull();
}

Handle descendant_of(Handle font) {
  Handle list = font.getKey("/DescendantFonts");
  return list.isArray() && list.getArrayNItems() == 1 ? list.getArrayItem(0) : Handle::newNull();
}

/// 6.2.11.5
void check_widths(PdfaSubject& subject, const FontUse& use, Handle cid_font, Handle program,
                  const std::string& place) {
  if (!cid_font.getKey("/CIDToGIDMap").isNameAndEquals("/Identity")) return;
  const TrueTypeWidths embedded(decoded_data(program));
  if (!embedded.sound()) {
    return subject.report.violates("6.2.11.4.1-embedded", place + ": its program is broken");
  }
  Handle usual = cid_font.getKey("/DW");
  const double usual_width = usual.isNumber() ? usual.getNumericValue() : 1000;
  const std::map<unsigned, double> stated = widths_of(cid_font.getKey("/W"));
  for (const unsigned code : use.codes) {
    const auto entry = stated.find(code);
    const double width = entry == stated.end() ? usual_width : entry->second;
    if (std::abs(width - embedded.of(code)) > 1) {
      subject.report.violates("6.2.11.5-width", place + ": code " + std::to_string(code) +
                                                    " is not as wide as in its program");
    }
  }
}

/// 6.2.11.3
void check_encoding(PdfaSubject& subject, Handle font, Handle cid_font, const std::string& place) {
  Handle encoding = font.getKey("/Encoding");
  if (!encoding.isName() && !encoding.isStream()) {
    subject.report.violates("6.2.11.3.3-cmap", place + " has no encoding");
  }
  if (has_identity_encoding(font)) return;
  Handle system = cid_font.getKey("/CIDSystemInfo");
  if (!system.isDictionary() || !system.getKey("/Registry").isString() ||
      !system.getKey("/Ordering").isString()) {
    subject.report.violates("6.2.11.3.1-cid-system", place + " does not say its character set");
  }
}

/// ISO 19005-1, 6.3.5: a subset lists the codes that its program has.
void check_code_set(PdfaSubject& subject, Handle cid_font, const std::set<unsigned>& codes,
                    const std::string& place) {
  Handle name = cid_font.getKey("/BaseFont");
  constexpr std::size_t kTagLength = 7;  // "/ABCDEF"
  const bool subset = name.isName() && name.getName().find('+') == kTagLength;
  if (!subject.rules().code_sets || !subset) return;
  Handle set = cid_font.getKey("/FontDescriptor").getKey("/CIDSet");
  const std::string bits = set.isStream() ? decoded_data(set) : "";
  const auto listed = [&](unsigned code) {
    return code / 8 < bits.size() &&
           (static_cast<unsigned char>(bits[code / 8]) & 0x80 >> code % 8) != 0;
  };
  if (bits.empty() || !std::all_of(codes.begin(), codes.end(), listed)) {
    subject.report.violates("6.3.5-code-set", place + " is a subset that does not list its codes");
  }
}

void check_composite(PdfaSubject& subject, const FontUse& use, const std::string& place) {
  PdfaReport& report = subject.report;
  Handle cid_font = descendant_of(use.font);
  if (!cid_font.isDictionary()) {
    return report.violates("6.2.11.2-font", place + " has not one descendant font");
  }
  check_encoding(subject, use.font, cid_font, place);
  Handle program = embedded_program(cid_font);
  if (program.isNull()) {
    if (use.rendered) report.violates("6.2.11.4.1-embedded", place + " is not embedded");
  } else if (cid_font.getKey("/Subtype").isNameAndEquals("/CIDFontType2")) {
    Handle map = cid_font.getKey("/CIDToGIDMap");
    if (!map.isStream() && !map.isNameAndEquals("/Identity")) {
      report.violates("6.2.11.3.2-cid-to-gid", place + " has no CIDToGIDMap");
    }
    if (use.rendered) check_widths(subject, use, cid_font, program, place);
  }
  if (!program.isNull()) check_code_set(subject, cid_font, use.codes, place);
  if (use.codes.contains(0)) report.violates("6.2.11.8-notdef", place + " shows glyph .notdef");
}

/// 6.2.11.2, 6.2.11.4.1, 6.2.11.6
void check_simple(PdfaSubject& subject, const FontUse& use, const std::string& place) {
  PdfaReport& report = subject.report;
  Handle font = use.font;
  if (font.getKey("/Subtype").isNameAndEquals("/Type3")) return;
  if (use.rendered && embedded_program(font).isNull()) {
    report.violates("6.2.11.4.1-embedded", place + " is not embedded");
  }
  Handle descriptor = font.getKey("/FontDescriptor");
  if (!font.getKey("/Subtype").isNameAndEquals("/TrueType") || !descriptor.isDictionary()) return;
  Handle flags = descriptor.getKey("/Flags");
  const bool symbolic = flags.isInteger() && (flags.getIntValue() & 4) != 0;
  if (symbolic == font.hasKey("/Encoding")) {
    report.violates("6.2.11.6-encoding", place + ": its encoding and its flags do not agree");
  }
}

/// 6.2.11.7.2
void check_unicode(PdfaSubject& subject, const FontUse& use, const std::string& place) {
  PdfaReport& report = subject.report;
  Handle font = use.font;
  Handle to_unicode = font.getKey("/ToUnicode");
  if (!to_unicode.isStream()) {
    Handle encoding = font.getKey("/Encoding");
    if (!is_one_of(encoding, kEncodings) && !encoding.isDictionary()) {
      report.violates("6.2.11.7.2-to-unicode", place + " says nothing of its characters");
    }
    return;
  }
  const UnicodeMap map = unicode_map(decoded_data(to_unicode));
  for (const unsigned code : use.codes) {
    const auto mapped = map.find(code);
    if (mapped == map.end() || mapped->second.empty()) {
      report.violates("6.2.11.7.2-to-unicode",
                      place + ": code " + std::to_string(code) + " has no character");
    } else if (mapped->second.find_first_of(std::u16string(u"\0\uFEFF\uFFFE", 3)) !=
               std::u16string::npos) {
      report.violates("6.2.11.7.2-character",
                      place + ": code " + std::to_string(code) + " has a forbidden character");
    }
  }
}

}  // namespace

bool has_identity_encoding(QPDFObjectHandle font) {
  Handle encoding = font.getKey("/Encoding");
  return font.getKey("/Subtype").isNameAndEquals("/Type0") &&
         (encoding.isNameAndEquals("/Identity-H") || encoding.isNameAndEquals("/Identity-V"));
}

void check_font(PdfaSubject& subject, const FontUse& use) {
  const std::string place = place_of(use.font) + " (a font)";
  Handle font = use.font;
  const bool type3 = font.getKey("/Subtype").isNameAndEquals("/Type3");
  if (!font.isDictionaryOfType("/Font") || !is_one_of(font.getKey("/Subtype"), kKinds) ||
      (!type3 && !font.getKey("/BaseFont").isName())) {
    return subject.report.violates("6.2.11.2-font", place + " is none of PDF's kinds");
  }
  if (font.getKey("/Subtype").isNameAndEquals("/Type0")) {
    check_composite(subject, use, place);
  } else {
    check_simple(subject, use, place);
  }
  if (subject.wants_unicode) check_unicode(subject, use, place);
}

}  // namespace sohoa
