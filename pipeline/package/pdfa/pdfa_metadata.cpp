#include <algorithm>
#include <iterator>
#include <set>
#include <span>

#include "pipeline/base/text.h"
#include "pipeline/package/pdfa/pdfa_checks.h"
#include "pipeline/package/pdfa/pdfa_xml.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view kPdfaId = "http://www.aiim.org/pdfa/ns/id/";
constexpr std::string_view kPdfaSchema = "http://www.aiim.org/pdfa/ns/schema#";
constexpr std::string_view kDc = "http://purl.org/dc/elements/1.1/";
constexpr std::string_view kXmp = "http://ns.adobe.com/xap/1.0/";
constexpr std::string_view kPdf = "http://ns.adobe.com/pdf/1.3/";

// Schemas that need no declaration (XMP 2005, ISO 19005-2 6.6.2.3); the last are not of XMP 2004,
// which part 1 builds on (6.7.2).
constexpr std::size_t kSpacesSince2005 = 3;
constexpr std::string_view kKnownSpaces[] = {kPdfaId,
                                             "http://www.aiim.org/pdfa/ns/extension/",
                                             "http://ns.adobe.com/xap/1.0/rights/",
                                             "http://ns.adobe.com/xap/1.0/mm/",
                                             "http://ns.adobe.com/xap/1.0/bj/",
                                             "http://ns.adobe.com/xap/1.0/t/pg/",
                                             "http://ns.adobe.com/photoshop/1.0/",
                                             "http://ns.adobe.com/tiff/1.0/",
                                             "http://ns.adobe.com/exif/1.0/",
                                             "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
                                             "http://ns.adobe.com/camera-raw-settings/1.0/",
                                             "http://ns.adobe.com/exif/1.0/aux/"};

struct Property {
  std::string_view space;
  std::string_view name;
  std::string_view container;  // of its values; empty: plain text
  int part = 1;                // of ISO 19005 from which on it is known
};

constexpr Property kProperties[] = {
    {kDc, "contributor", "Bag"}, {kDc, "coverage", ""},       {kDc, "creator", "Seq"},
    {kDc, "date", "Seq"},        {kDc, "description", "Alt"}, {kDc, "format", ""},
    {kDc, "identifier", ""},     {kDc, "language", "Bag"},    {kDc, "publisher", "Bag"},
    {kDc, "relation", "Bag"},    {kDc, "rights", "Alt"},      {kDc, "source", ""},
    {kDc, "subject", "Bag"},     {kDc, "title", "Alt"},       {kDc, "type", "Bag"},
    {kXmp, "Advisory", "Bag"},   {kXmp, "BaseURL", ""},       {kXmp, "CreateDate", ""},
    {kXmp, "CreatorTool", ""},   {kXmp, "Identifier", "Bag"}, {kXmp, "Label", "", 2},
    {kXmp, "MetadataDate", ""},  {kXmp, "ModifyDate", ""},    {kXmp, "Nickname", ""},
    {kXmp, "Rating", "", 2},     {kXmp, "Thumbnails", "Alt"}, {kPdf, "Keywords", ""},
    {kPdf, "PDFVersion", ""},    {kPdf, "Producer", ""},      {kPdf, "Trapped", "", 2}};

/// A property of the document, written as an element or as an attribute.
struct Stated {
  XmlName name;
  std::string value;
  std::string container;
};

void collect_properties(const XmlElement& element, std::vector<Stated>& stated) {
  if (!element.name.is(kRdf, "Description")) {
    for (const XmlElement& child : element.children) collect_properties(child, stated);
    return;
  }
  for (const XmlAttribute& attribute : element.attributes) {
    if (attribute.name.space == kRdf || attribute.name.prefix == "xml") continue;
    stated.push_back({attribute.name, attribute.value, ""});
  }
  for (const XmlElement& child : element.children) {
    const bool contains = child.children.size() == 1 && child.children[0].name.space == kRdf;
    stated.push_back({child.name, child.text, contains ? child.children[0].name.local : ""});
  }
}

void collect_declared_spaces(const XmlElement& element, std::set<std::string>& spaces) {
  if (element.name.is(kPdfaSchema, "namespaceURI")) spaces.insert(element.text);
  for (const XmlAttribute& attribute : element.attributes) {
    if (attribute.name.is(kPdfaSchema, "namespaceURI")) spaces.insert(attribute.value);
  }
  for (const XmlElement& child : element.children) collect_declared_spaces(child, spaces);
}

void check_property(PdfaSubject& subject, const Stated& stated) {
  const std::string name = stated.name.prefix + ':' + stated.name.local;
  const auto known = std::find_if(std::begin(kProperties), std::end(kProperties),
                                  [&](auto& one) { return stated.name.is(one.space, one.name); });
  if (known == std::end(kProperties) || known->part > subject.part) {
    return subject.report.violates("6.6.2.3.1-property", name + " is no property of its schema");
  }
  if (known->container != stated.container) {
    subject.report.violates("6.6.2.3.1-property", name + " has a value of another type");
  }
}

/// 6.6.2.3.1
void check_properties(PdfaSubject& subject, const XmlElement& root,
                      const std::vector<Stated>& properties) {
  std::set<std::string> spaces;
  collect_declared_spaces(root, spaces);
  const std::size_t left_out = subject.part == 1 ? kSpacesSince2005 : 0;
  for (const std::string_view space :
       std::span(kKnownSpaces).first(std::size(kKnownSpaces) - left_out)) {
    spaces.emplace(space);
  }
  for (const Stated& stated : properties) {
    const std::string& space = stated.name.space;
    if (space == kDc || space == kXmp || space == kPdf) {
      check_property(subject, stated);
    } else if (!spaces.contains(space)) {
      subject.report.violates("6.6.2.3.1-namespace",
                              stated.name.prefix + ':' + stated.name.local + " is not declared");
    }
  }
}

/// 6.6.4
void check_identification(PdfaSubject& subject, const std::vector<Stated>& properties) {
  std::string part;
  std::string level;
  bool prefixed = true;
  for (const Stated& stated : properties) {
    if (stated.name.space != kPdfaId) continue;
    prefixed = prefixed && stated.name.prefix == "pdfaid";
    if (stated.name.local == "part") part = stated.value;
    if (stated.name.local == "conformance") level = stated.value;
  }
  const bool known_part = part == "1" || part == "2" || part == "3";
  const bool known_level = level == "A" || level == "B" || (level == "U" && part != "1");
  if (!known_part || !known_level || !prefixed) {
    subject.report.violates("6.6.4-identification",
                            "the metadata do not say PDF/A-1, 2 or 3, level a, b or u");
  }
  subject.wants_unicode = level != "B";
}

/// The part that the packet says, though it may be no XML: it tells how all else is judged.
int claimed_part(std::string_view packet) {
  constexpr int kUsualPart = 2;
  const std::size_t name = packet.find("pdfaid:part");
  if (name == std::string_view::npos) return kUsualPart;
  const std::size_t digit = packet.find_first_of("0123456789", name);
  if (digit == std::string_view::npos) return kUsualPart;
  return packet[digit] == '1' || packet[digit] == '3' ? packet[digit] - '0' : kUsualPart;
}

/// 6.6.2.1: the packet's header has neither `bytes` nor `encoding`.
bool header_is_plain(std::string_view packet) {
  if (packet.starts_with("\xEF\xBB\xBF")) packet.remove_prefix(3);
  const std::size_t end = packet.find("?>");
  if (!packet.starts_with("<?xpacket") || end == std::string_view::npos) return false;
  const std::string_view header = packet.substr(0, end);
  return header.find("bytes=") == std::string_view::npos &&
         header.find("encoding=") == std::string_view::npos;
}

std::string_view without_mark(std::string_view packet) {
  if (packet.starts_with("\xEF\xBB\xBF")) packet.remove_prefix(3);
  return packet;
}

}  // namespace

void check_metadata(PdfaSubject& subject) {
  PdfaReport& report = subject.report;
  Handle metadata = subject.pdf.getRoot().getKey("/Metadata");
  if (!metadata.isStream()) return report.violates("6.6.2.1-metadata", "the file has no metadata");
  const std::string packet = decoded_data(metadata);
  subject.part = claimed_part(packet);
  report.claims_part(subject.part);
  Handle dictionary = metadata.getDict();
  if (!dictionary.isDictionaryOfType("/Metadata", "/XML")) {
    report.violates("6.6.2.1-metadata", "the metadata stream is not marked as XML");
  }
  if (!subject.rules().filtered_metadata && dictionary.hasKey("/Filter")) {
    report.violates("6.7.2-filter", "the metadata stream is coded");
  }
  if (!is_utf8(packet)) return report.violates("6.6.2.1-utf8", "the metadata are not UTF-8");
  if (!header_is_plain(packet)) {
    report.violates("6.6.2.1-packet", "the packet's header is missing or states bytes or encoding");
  }
  const std::optional<XmlElement> root = metadata_of(subject);
  if (!root) return report.violates("6.6.2.1-xml", "the metadata are not well-formed XML");
  std::vector<Stated> properties;
  collect_properties(*root, properties);
  check_identification(subject, properties);
  check_properties(subject, *root, properties);
}

std::optional<XmlElement> metadata_of(PdfaSubject& subject) {
  Handle metadata = subject.pdf.getRoot().getKey("/Metadata");
  if (!metadata.isStream()) return std::nullopt;
  const std::string packet = decoded_data(metadata);
  if (!is_utf8(packet)) return std::nullopt;
  return parse_xml(without_mark(packet));
}

}  // namespace sohoa
