#include "pipeline/base/error.h"
#include "pipeline/package/export/archive_date.h"
#include "pipeline/package/export/described.h"
#include "pipeline/package/export/description.h"
#include "pipeline/package/export/exporters.h"
#include "pipeline/package/export/mets_structure.h"
#include "pipeline/package/export/package_agents.h"
#include "pipeline/package/export/package_identity.h"
#include "pipeline/package/export/package_schemas.h"
#include "pipeline/package/export/premis.h"
#include "pipeline/package/export/template_text.h"
#include "pipeline/package/package_names.h"

namespace sohoa {

namespace {

constexpr char kRepresentation[] = "representations/rep1/";
constexpr char kPdf[] = "application/pdf";

/// One information package on its way: the representation first, for the package's METS tells the
/// digest of its METS.
class InformationPackage {
 public:
  InformationPackage(const RecordSource& source, const ExportSettings& settings,
                     const PackageProfile& profile, const DescribedRecord& described)
      : source_(source),
        settings_(settings),
        profile_(profile),
        described_(described),
        object_id_(object_id_of(source, settings, profile)),
        time_(archive_time(source.record().job_time)),
        draft_(folder_of_object(object_id_), uuid_of(source, settings, profile),
               settings.work_folder),
        schemas_(settings.schemas, profile, settings.type, draft_) {}

  void write(const std::filesystem::path& output) {
    const DraftFile representation = add_representation();
    MetsDocument mets = new_mets("", object_id_, "package");
    mets.label = label();
    add_file_description(mets);
    if (profile_.preservation[index_of(settings_.type)]) {
      add_preservation(mets, "metadata/preservation/PREMIS.xml",
                       {draft_.id_of("creation"), profile_.creation_event,
                        "made of the record " + source_.record().dossier.name},
                       {});
    }
    MetsStructure structure(mets, profile_, draft_);
    structure.add_metadata();
    add_documentation(structure);
    if (!schemas_.files().empty()) structure.add_group(profile_.labels.schemas, schemas_.files());
    structure.add_representation(representation);
    draft_.add_xml("METS.xml", [&](XmlWriter& xml) { write_mets(mets, profile_, draft_, xml); });
    draft_.write(output, source_.record().job_time);
  }

 private:
  MetsDocument new_mets(const std::string& folder, const std::string& object_id,
                        const std::string& ids) const {
    MetsDocument mets;
    mets.folder = folder;
    mets.object_id = object_id;
    mets.type = settings_.type;
    mets.time = time_;
    mets.ids = ids;
    mets.supplied_schemas = schemas_.paths();
    mets.agents = agents_of(settings_);
    return mets;
  }

  std::string label() const {
    const auto title = described_.file.find("title");
    return title == described_.file.end() ? source_.record().dossier.name : title->second;
  }

  DraftFile add_representation() {
    MetsDocument mets = new_mets(kRepresentation, "rep1", "rep1");
    std::vector<DraftFile> data;
    for (const DescribedDocument& document : described_.documents) {
      data.push_back(add_pdf(document));
      add_description(mets, profile_.document_description, document.values,
                      std::string(kRepresentation) + "metadata/descriptive/",
                      filled(profile_.document_description.file, {{"stem", document.stem}}));
    }
    if (profile_.preservation[index_of(settings_.type)]) {
      add_preservation(mets, std::string(kRepresentation) + "metadata/preservation/PREMIS_rep1.xml",
                       {draft_.id_of("digitization"), profile_.digitization_event,
                        "digitized from paper, with recognized text"},
                       data);
    }
    MetsStructure structure(mets, profile_, draft_);
    structure.add_metadata();
    structure.add_data(data);
    return draft_.add_xml(std::string(kRepresentation) + "METS.xml",
                          [&](XmlWriter& xml) { write_mets(mets, profile_, draft_, xml); });
  }

  DraftFile add_pdf(const DescribedDocument& document) {
    return draft_.add_copy(std::string(kRepresentation) + "data/" + document.stem + ".pdf", kPdf,
                           source_.zip(), source_.entry(pdf_path_of(*document.paper)));
  }

  void add_file_description(MetsDocument& mets) {
    if (settings_.metadata.kind == HoldingKind::kDocuments) return;
    add_description(mets, profile_.file_description, described_.file, "metadata/descriptive/",
                    profile_.file_description.file);
  }

  void add_description(MetsDocument& mets, const ProfileDescription& description,
                       const FieldValues& values, const std::string& folder,
                       const std::string& name) {
    const std::string path = folder + name;
    const DraftFile file = draft_.add_xml(path, [&](XmlWriter& xml) {
      write_description(values, description, settings_.type, schemas_.url_of(description, folder),
                        xml);
    });
    mets.descriptive.push_back(
        {draft_.id_of("dmdSec " + path), file, description.metadata_type, ""});
  }

  void add_preservation(MetsDocument& mets, const std::string& path, const PremisEvent& event,
                        const std::vector<DraftFile>& files) {
    const ExportParty& agency = settings_.metadata.agency;
    const PremisDocument premis{
        mets.object_id, files, event, time_, agency.name, agency.code, settings_.program_version};
    const DraftFile file = draft_.add_xml(path, [&](XmlWriter& xml) { write_premis(premis, xml); });
    mets.preservation.push_back({draft_.id_of("digiprovMD " + path), file, "PREMIS", "3.0"});
  }

  void add_documentation(MetsStructure& structure) {
    std::vector<DraftFile> files;
    for (const std::string& name : profile_.documentation) {
      files.push_back(draft_.add_copy("documentation/" + name, "application/json", source_.zip(),
                                      source_.entry(name)));
    }
    if (!files.empty()) structure.add_group(profile_.labels.documentation, files);
  }

  const RecordSource& source_;
  const ExportSettings& settings_;
  const PackageProfile& profile_;
  const DescribedRecord& described_;
  std::string object_id_;
  std::string time_;
  PackageDraft draft_;
  PackageSchemas schemas_;
};

}  // namespace

std::vector<Finding> export_information_package(const RecordSource& source,
                                                const std::filesystem::path& output,
                                                const ExportSettings& settings,
                                                const PackageProfile& profile) {
  std::vector<Finding> faults = faults_of_parties(source, settings, profile);
  DescribedRecord described = describe(source.record(), settings.metadata, profile, settings.type);
  faults.insert(faults.end(), described.faults.begin(), described.faults.end());
  if (!faults.empty()) return faults;
  if (archive_time(source.record().job_time).empty()) {
    throw Error(ExitCode::kInput, "record.json", "tells no time of its job",
                "make the record again with --job-time");
  }
  InformationPackage(source, settings, profile, described).write(output);
  return {};
}

}  // namespace sohoa
