#include "pipeline/package/export/mets.h"

#include <algorithm>

#include "pipeline/base/words.h"
#include "pipeline/package/export/relative_path.h"

namespace sohoa {

namespace {

/// One METS file on its way.
class MetsWriter {
 public:
  MetsWriter(const MetsDocument& mets, const PackageProfile& profile, const PackageDraft& draft,
             XmlWriter& xml)
      : mets_(mets), profile_(profile), draft_(draft), xml_(xml) {}

  void run() {
    begin_root();
    write_header();
    for (const MetsMetadata& one : mets_.descriptive) {
      xml_.begin("dmdSec").attribute("ID", one.id).attribute("CREATED", mets_.time);
      xml_.attribute("STATUS", "CURRENT");
      write_reference(one);
      xml_.end();
    }
    write_preservation();
    write_files();
    write_structure();
    xml_.end();
  }

 private:
  void begin_root() {
    xml_.begin("mets").attribute("xmlns", "http://www.loc.gov/METS/");
    xml_.attribute("xmlns:csip", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS");
    xml_.attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
    xml_.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml_.attribute("OBJID", mets_.object_id).optional_attribute("LABEL", mets_.label);
    xml_.attribute("TYPE", profile_.content_type);
    xml_.attribute("PROFILE", profile_.mets_profile[index_of(mets_.type)]);
    xml_.attribute("csip:CONTENTINFORMATIONTYPE", profile_.content_information_type);
    xml_.attribute("xsi:schemaLocation", schema_locations());
  }

  // A schema that travels with the package is pointed to there.
  std::string schema_locations() const {
    std::vector<std::string> pairs;
    for (const ProfileSchema& schema : profile_.mets_schemas) {
      const std::string path = "schemas/" + schema.file;
      const auto& supplied = mets_.supplied_schemas;
      const bool here = std::find(supplied.begin(), supplied.end(), path) != supplied.end();
      pairs.push_back(schema.space + " " +
                      (here ? relative_url(mets_.folder, path) : schema.address));
    }
    return joined(pairs, " ");
  }

  void write_header() {
    xml_.begin("metsHdr").attribute("CREATEDATE", mets_.time);
    xml_.attribute("LASTMODDATE", mets_.time).attribute("RECORDSTATUS", "NEW");
    xml_.attribute("csip:OAISPACKAGETYPE", name_of(mets_.type));
    for (const MetsAgent& agent : mets_.agents) {
      xml_.begin("agent").attribute("ROLE", agent.role);
      xml_.optional_attribute("OTHERROLE", agent.other_role).attribute("TYPE", agent.type);
      xml_.optional_attribute("OTHERTYPE", agent.other_type).element("name", agent.name);
      if (!agent.note.empty()) {
        xml_.begin("note").attribute("csip:NOTETYPE", agent.note_type).text(agent.note).end();
      }
      xml_.end();
    }
    xml_.end();
  }

  void write_preservation() {
    if (mets_.preservation.empty()) return;
    xml_.begin("amdSec").attribute("ID", draft_.id_of(mets_.ids + " amdSec"));
    for (const MetsMetadata& one : mets_.preservation) {
      xml_.begin("digiprovMD").attribute("ID", one.id).attribute("CREATED", mets_.time);
      xml_.attribute("STATUS", "CURRENT");
      write_reference(one);
      xml_.end();
    }
    xml_.end();
  }

  void write_reference(const MetsMetadata& metadata) {
    xml_.begin("mdRef").attribute("LOCTYPE", "URL").attribute("MDTYPE", metadata.type);
    xml_.optional_attribute("MDTYPEVERSION", metadata.version);
    write_location(metadata.file.path);
    write_facts(metadata.file);
    xml_.end();
  }

  void write_location(const std::string& path) {
    xml_.attribute("xlink:type", "simple");
    xml_.attribute("xlink:href", relative_url(mets_.folder, path));
  }

  void write_facts(const DraftFile& file) {
    xml_.attribute("MIMETYPE", file.media_type).number("SIZE", file.bytes);
    xml_.attribute("CREATED", mets_.time).attribute("CHECKSUM", file.sha256);
    xml_.attribute("CHECKSUMTYPE", "SHA-256");
  }

  void write_files() {
    xml_.begin("fileSec").attribute("ID", draft_.id_of(mets_.ids + " fileSec"));
    for (const MetsGroup& group : mets_.groups) {
      xml_.begin("fileGrp").attribute("ID", group.id);
      xml_.attribute(profile_.file_group_attribute, group.use);
      if (group.content) {
        xml_.attribute("csip:CONTENTINFORMATIONTYPE", profile_.content_information_type);
      }
      for (const DraftFile& file : group.files) {
        xml_.begin("file").attribute("ID", file.id);
        write_facts(file);
        xml_.begin("FLocat").attribute("LOCTYPE", "URL");
        write_location(file.path);
        xml_.end().end();
      }
      xml_.end();
    }
    xml_.end();
  }

  void write_structure() {
    xml_.begin("structMap").attribute("ID", draft_.id_of(mets_.ids + " structMap"));
    xml_.attribute("TYPE", "PHYSICAL").attribute("LABEL", "CSIP");
    xml_.begin("div").attribute("ID", draft_.id_of(mets_.ids + " div"));
    xml_.attribute("LABEL", mets_.object_id);
    for (const MetsDivision& division : mets_.divisions) write_division(division);
    xml_.end().end();
  }

  void write_division(const MetsDivision& division) {
    xml_.begin("div").attribute("ID", division.id).attribute("LABEL", division.label);
    xml_.optional_attribute("DMDID", joined(division.descriptive, " "));
    xml_.optional_attribute("ADMID", joined(division.preservation, " "));
    for (const MetsPointer& pointer : division.pointers) {
      xml_.begin("mptr").attribute("LOCTYPE", "URL");
      write_location(pointer.path);
      xml_.attribute("xlink:title", pointer.group).end();
    }
    for (const std::string& group : division.groups) {
      xml_.begin("fptr").attribute("FILEID", group).end();
    }
    for (const MetsDivision& child : division.children) write_division(child);
    xml_.end();
  }

  const MetsDocument& mets_;
  const PackageProfile& profile_;
  const PackageDraft& draft_;
  XmlWriter& xml_;
};

}  // namespace

void write_mets(const MetsDocument& mets, const PackageProfile& profile, const PackageDraft& draft,
                XmlWriter& xml) {
  MetsWriter(mets, profile, draft, xml).run();
}

}  // namespace sohoa
