#include "pipeline/package/export/premis.h"

namespace sohoa {

namespace {

constexpr char kProgram[] = "sohoa";

/// "<thingIdentifier><thingIdentifierType>…</…><thingIdentifierValue>…</…></thingIdentifier>"
void write_identifier(XmlWriter& xml, const std::string& thing, const std::string& type,
                      const std::string& value) {
  xml.begin(thing + "Identifier").element(thing + "IdentifierType", type);
  xml.element(thing + "IdentifierValue", value).end();
}

void write_link_to_event(XmlWriter& xml, const PremisEvent& event) {
  write_identifier(xml, "linkingEvent", "local", event.id);
}

void write_entity(XmlWriter& xml, const PremisDocument& premis) {
  xml.begin("object").attribute("xsi:type", "intellectualEntity");
  write_identifier(xml, "object", "local", premis.entity);
  write_link_to_event(xml, premis.event);
  xml.end();
}

void write_file(XmlWriter& xml, const DraftFile& file, const PremisEvent& event) {
  xml.begin("object").attribute("xsi:type", "file");
  write_identifier(xml, "object", "local", file.id);
  xml.begin("objectCharacteristics").begin("fixity");
  xml.element("messageDigestAlgorithm", "SHA-256").element("messageDigest", file.sha256).end();
  xml.element("size", std::to_string(file.bytes)).begin("format").begin("formatDesignation");
  xml.element("formatName", file.media_type).end().end().end();
  xml.element("originalName", file.path);
  write_link_to_event(xml, event);
  xml.end();
}

void write_event(XmlWriter& xml, const PremisDocument& premis) {
  xml.begin("event");
  write_identifier(xml, "event", "local", premis.event.id);
  xml.element("eventType", premis.event.type).element("eventDateTime", premis.time);
  xml.begin("eventDetailInformation").element("eventDetail", premis.event.detail).end();
  xml.begin("eventOutcomeInformation").element("eventOutcome", "success").end();
  if (!premis.agency_name.empty()) {
    write_identifier(xml, "linkingAgent", "local",
                     premis.agency_code.empty() ? premis.agency_name : premis.agency_code);
  }
  write_identifier(xml, "linkingAgent", "local", kProgram);
  xml.end();
}

void write_agents(XmlWriter& xml, const PremisDocument& premis) {
  if (!premis.agency_name.empty()) {
    xml.begin("agent");
    write_identifier(xml, "agent", "local",
                     premis.agency_code.empty() ? premis.agency_name : premis.agency_code);
    xml.element("agentName", premis.agency_name).element("agentType", "organization").end();
  }
  xml.begin("agent");
  write_identifier(xml, "agent", "local", kProgram);
  xml.element("agentName", kProgram).element("agentType", "software");
  xml.element("agentVersion", premis.program_version).end();
}

}  // namespace

void write_premis(const PremisDocument& premis, XmlWriter& xml) {
  xml.begin("premis").attribute("xmlns", "http://www.loc.gov/premis/v3");
  xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  xml.attribute("version", "3.0");
  write_entity(xml, premis);
  for (const DraftFile& file : premis.files) write_file(xml, file, premis.event);
  write_event(xml, premis);
  write_agents(xml, premis);
  xml.end();
}

}  // namespace sohoa
