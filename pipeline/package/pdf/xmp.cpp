#include "pipeline/package/pdf/xmp.h"

#include <cctype>
#include <string_view>

#include "pipeline/base/text.h"

namespace sohoa {

namespace {

constexpr std::string_view kHead =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "  <rdf:Description rdf:about=\"\"\n"
    "    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    "    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    "    xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    "    xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n";
constexpr std::string_view kTail =
    "  </rdf:Description>\n"
    " </rdf:RDF>\n"
    "</x:xmpmeta>\n"
    "<?xpacket end=\"w\"?>\n";

std::string element(const std::string& name, const std::string& content) {
  return "   <" + name + '>' + content + "</" + name + ">\n";
}

std::string text(const std::string& name, const std::string& value) {
  return value.empty() ? "" : element(name, xml_escaped(value));
}

std::string localized(const std::string& name, const std::string& value) {
  if (value.empty()) return "";
  return element(name, "<rdf:Alt><rdf:li xml:lang=\"x-default\">" + xml_escaped(value) +
                           "</rdf:li></rdf:Alt>");
}

std::string listed(const std::string& name, const std::string& value) {
  if (value.empty()) return "";
  return element(name, "<rdf:Bag><rdf:li>" + xml_escaped(value) + "</rdf:li></rdf:Bag>");
}

}  // namespace

std::string xmp_packet(const DocumentMetadata& metadata) {
  std::string packet(kHead);
  if (!metadata.conformance.empty()) {
    packet += text("pdfaid:part", std::to_string(metadata.part)) +
              text("pdfaid:conformance", metadata.conformance);
  }
  packet += text("dc:format", "application/pdf");
  packet += localized("dc:title", metadata.title);
  packet += localized("dc:description", metadata.description);
  packet += listed("dc:language", metadata.language);
  packet += text("xmp:CreatorTool", metadata.producer);
  packet += text("pdf:Producer", metadata.producer);
  if (is_xmp_time(metadata.time)) {
    packet += text("xmp:CreateDate", metadata.time) + text("xmp:ModifyDate", metadata.time) +
              text("xmp:MetadataDate", metadata.time);
  }
  return packet += kTail;
}

bool is_xmp_time(const std::string& time) {
  constexpr std::string_view kZulu = "0000-00-00T00:00:00Z";
  constexpr std::string_view kOffset = "0000-00-00T00:00:00+00:00";
  const std::string_view shape = time.size() == kZulu.size() ? kZulu : kOffset;
  if (time.size() != shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool digit = std::isdigit(static_cast<unsigned char>(time[i])) != 0;
    const bool west = shape[i] == '+' && time[i] == '-';
    if (shape[i] == '0' ? !digit : time[i] != shape[i] && !west) return false;
  }
  return true;
}

std::string pdf_time(const std::string& xmp_time) {
  std::string digits = "D:";
  for (const char c : xmp_time.substr(0, 19)) {
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) digits += c;
  }
  const std::string zone = xmp_time.substr(19);
  return digits + (zone == "Z" ? zone : zone.substr(0, 3) + '\'' + zone.substr(4) + '\'');
}

}  // namespace sohoa
