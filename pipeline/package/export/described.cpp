#include "pipeline/package/export/described.h"

#include <algorithm>
#include <set>

#include "pipeline/package/export/derived_values.h"
#include "pipeline/package/export/field_rules.h"
#include "pipeline/package/package_names.h"

namespace sohoa {

namespace {

constexpr char kFileCode[] = "fileCode";

/// One record on its way to be described.
class Describing {
 public:
  Describing(const Record& record, const ExportMetadata& metadata, const PackageProfile& profile,
             PackageType type)
      : record_(record), metadata_(metadata), profile_(profile), type_(type) {}

  DescribedRecord run() {
    described_.file_code = value_in(metadata_.file, kFileCode);
    add_faults(unknown_values(metadata_.file, profile_.file_description, "file"));
    add_faults(unknown_values(metadata_.documents, profile_.document_description, "documents"));
    int ordinal = 0;
    for (const Paper& paper : record_.dossier.papers) describe_document(paper, ++ordinal);
    check_paper_numbers();
    check_stems();
    describe_file();
    return std::move(described_);
  }

 private:
  void describe_document(const Paper& paper, int ordinal) {
    DescribedDocument document;
    document.paper = &paper;
    document.ordinal = ordinal;
    document.stem = safe_file_name(
        filled(profile_.file_name, words_of_document(described_.file_code, ordinal)));
    const FieldValues stated = stated_of_paper(metadata_, paper.number);
    const std::string place = "papers[" + std::to_string(paper.number) + "].fields";
    document.values = values_of(profile_.document_description, stated, place, &document);
    add_faults(unknown_values(stated, profile_.document_description, place));
    for (Finding& fault :
         faults_of_values(document.values, profile_.document_description, profile_, type_, place)) {
      if (!is_of_the_file(fault)) described_.faults.push_back(std::move(fault));
    }
    described_.documents.push_back(std::move(document));
  }

  void describe_file() {
    if (metadata_.kind == HoldingKind::kDocuments) {
      if (described_.file_code.empty()) {
        described_.faults.push_back(metadata_fault("metadata.missing", "file.fileCode",
                                                   "is mandatory and has no value",
                                                   "state it in the metadata file"));
      }
      return;
    }
    described_.file = values_of(profile_.file_description, metadata_.file, "file", nullptr);
    add_faults(
        faults_of_values(described_.file, profile_.file_description, profile_, type_, "file"));
  }

  /// The values of the description's fields, stated or derived. `document` is null for the file.
  FieldValues values_of(const ProfileDescription& description, const FieldValues& stated,
                        const std::string& place, const DescribedDocument* document) {
    FieldValues values;
    for (const std::string& name : description.order[index_of(type_)]) {
      const ProfileField& field = description.field(name);
      std::string value = value_in(stated, name);
      const std::string derived = document != nullptr ? derived_of_document(field, *document, from_)
                                                      : derived_of_file(field, from_);
      if (field.computed && !value.empty() && value != derived) {
        described_.faults.push_back(metadata_fault("metadata.disagrees", place_of(place, name),
                                                   "is not what the record says, " + derived,
                                                   "correct it or leave it out"));
      }
      if (value.empty() || field.computed) value = derived;
      if (value.empty()) value = field.value_otherwise;
      if (!value.empty()) values[name] = value;
    }
    return values;
  }

  /// Whether the value is missing because the file lacks it, which is told of the file.
  bool is_of_the_file(const Finding& fault) const {
    if (fault.code != "metadata.missing" || metadata_.kind == HoldingKind::kDocuments) return false;
    const std::string name = fault.subject.substr(fault.subject.rfind('.') + 1);
    const std::string& derived = profile_.document_description.field(name).derived;
    return derived == "of-the-file" || derived == "file-code";
  }

  void check_paper_numbers() {
    for (const auto& [number, values] : metadata_.papers) {
      const auto& papers = record_.dossier.papers;
      const int wanted = number;
      if (std::any_of(papers.begin(), papers.end(),
                      [&](const Paper& paper) { return paper.number == wanted; })) {
        continue;
      }
      described_.faults.push_back(
          metadata_fault("metadata.paper-unknown", "papers[" + std::to_string(number) + "]",
                         "the record has no paper of that number", "take it out"));
    }
  }

  void check_stems() {
    std::set<std::string> stems;
    for (const DescribedDocument& document : described_.documents) {
      if (stems.insert(document.stem).second) continue;
      described_.faults.push_back(metadata_fault("metadata.file-name", "file.fileCode",
                                                 "gives two documents one file name",
                                                 "state a code that is shorter"));
    }
  }

  void add_faults(std::vector<Finding> faults) {
    for (Finding& fault : faults) described_.faults.push_back(std::move(fault));
  }

  const Record& record_;
  const ExportMetadata& metadata_;
  const PackageProfile& profile_;
  PackageType type_;
  DescribedRecord described_;
  DerivedFrom from_{record_, metadata_, profile_, type_, described_};
};

}  // namespace

DescribedRecord describe(const Record& record, const ExportMetadata& metadata,
                         const PackageProfile& profile, PackageType type) {
  return Describing(record, metadata, profile, type).run();
}

}  // namespace sohoa
