#include <cctype>
#include <charconv>
#include <cstdint>

#include "pipeline/package/pdfa/pdfa_checks.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view kDc = "http://purl.org/dc/elements/1.1/";
constexpr std::string_view kXmp = "http://ns.adobe.com/xap/1.0/";
constexpr std::string_view kPdf = "http://ns.adobe.com/pdf/1.3/";

enum class Kind { kText, kTime };

/// ISO 19005-1, table 1.
struct Twin {
  const char* key;
  std::string_view space;
  std::string_view name;
  Kind kind;
};

constexpr Twin kTwins[] = {
    {"/Title", kDc, "title", Kind::kText},
    {"/Author", kDc, "creator", Kind::kText},
    {"/Subject", kDc, "description", Kind::kText},
    {"/Keywords", kPdf, "Keywords", Kind::kText},
    {"/Creator", kXmp, "CreatorTool", Kind::kText},
    {"/Producer", kPdf, "Producer", Kind::kText},
    {"/CreationDate", kXmp, "CreateDate", Kind::kTime},
    {"/ModDate", kXmp, "ModifyDate", Kind::kTime},
};

/// Text of a property; of a list, that of its only item, or of the usual language.
std::string text_of(const XmlElement& property) {
  if (property.children.size() != 1 || property.children[0].name.space != kRdf) {
    return property.text;
  }
  const std::vector<XmlElement>& items = property.children[0].children;
  for (const XmlElement& item : items) {
    for (const XmlAttribute& attribute : item.attributes) {
      const bool usual = attribute.name.local == "lang" && attribute.value == "x-default";
      if (usual) return item.text;
    }
  }
  return items.size() == 1 ? items[0].text : "";
}

std::optional<std::string> property_of(const XmlElement& element, const Twin& twin) {
  if (element.name.is(kRdf, "Description")) {
    for (const XmlAttribute& attribute : element.attributes) {
      if (attribute.name.is(twin.space, twin.name)) return attribute.value;
    }
    for (const XmlElement& child : element.children) {
      if (child.name.is(twin.space, twin.name)) return text_of(child);
    }
    return std::nullopt;
  }
  for (const XmlElement& child : element.children) {
    if (const std::optional<std::string> found = property_of(child, twin)) return found;
  }
  return std::nullopt;
}

/// Days since 1970-01-01 (Howard Hinnant, days_from_civil).
std::int64_t days_from_civil(std::int64_t year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t of_era = year - era * 400;
  const std::int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

/// Seconds since 1970 of `D:20261123100000+07'00'` or `2026-11-23T10:00:00+07:00`: all that counts
/// are the digits and the sign of the zone. Nothing for a time without a whole date.
std::optional<std::int64_t> seconds_of(std::string_view time) {
  int parts[8] = {0, 1, 1, 0, 0, 0, 0, 0};
  constexpr int kWidths[8] = {4, 2, 2, 2, 2, 2, 2, 2};
  int sign = 0;
  int part = 0;
  for (std::size_t at = time.starts_with("D:") ? 2 : 0; at < time.size() && part < 8;) {
    const char c = time[at];
    if (std::isdigit(static_cast<unsigned char>(c)) == 0) {
      const bool date = part < 3;
      if (!date && (c == '+' || c == '-' || c == 'Z')) {
        sign = c == '-' ? -1 : 1;
        part = 6;
      }
      // Parts of a second.
      if (c == '.') at = std::min(time.find_first_not_of("0123456789", at + 1), time.size()) - 1;
      ++at;
      continue;
    }
    const std::string_view digits = time.substr(at, kWidths[part]);
    const auto [end, failed] =
        std::from_chars(digits.data(), digits.data() + digits.size(), parts[part]);
    if (failed != std::errc() || end != digits.data() + kWidths[part]) return std::nullopt;
    at += kWidths[part++];
  }
  if (part < 3) return std::nullopt;
  const std::int64_t zone = sign * (parts[6] * 3600 + parts[7] * 60);
  return days_from_civil(parts[0], parts[1], parts[2]) * 86400 + parts[3] * 3600 + parts[4] * 60 +
         parts[5] - zone;
}

bool agree(const Twin& twin, const std::string& information, const std::string& metadata) {
  if (twin.kind == Kind::kText) return information == metadata;
  const std::optional<std::int64_t> seconds = seconds_of(information);
  return seconds && seconds == seconds_of(metadata);
}

}  // namespace

void check_information(PdfaSubject& subject) {
  if (!subject.rules().same_information) return;
  Handle information = subject.pdf.getTrailer().getKey("/Info");
  const std::optional<XmlElement> root = metadata_of(subject);
  if (!information.isDictionary() || !root) return;
  for (const Twin& twin : kTwins) {
    Handle value = information.getKey(twin.key);
    if (!value.isString()) continue;
    const std::optional<std::string> said = property_of(*root, twin);
    if (!said || !agree(twin, value.getUTF8Value(), *said)) {
      subject.report.violates("6.7.3-information",
                              std::string(twin.key).substr(1) + " is not what the metadata say");
    }
  }
}

}  // namespace sohoa
