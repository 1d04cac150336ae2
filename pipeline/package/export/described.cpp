#include "pipeline/package/export/described.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "pipeline/package/export/archive_date.h"
#include "pipeline/package/export/field_rules.h"
#include "pipeline/package/export/template_text.h"
#include "pipeline/package/package_names.h"

namespace sohoa {

namespace {

constexpr char kFileCode[] = "fileCode";
constexpr char kIssuedDate[] = "issuedDate";

std::string value_in(const FieldValues& values, const std::string& name) {
  const auto found = values.find(name);
  return found == values.end() ? std::string() : found->second;
}

/// The paper's first field of those names that has a value and that nobody doubts.
std::string value_of_paper(const Paper& paper, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    for (const Field& field : paper.fields) {
      if (field.name != name || field.doubt != FieldDoubt::kNone) continue;
      const std::string& value = field.normalized.empty() ? field.value : field.normalized;
      if (!value.empty()) return archive_text_of_iso(value);
    }
  }
  return {};
}

/// The longest name in the table that the paper's name is or begins with, after a number of its
/// own: "03-quyet-dinh-2" is one of "quyet-dinh".
std::string type_of(const Paper& paper, const PackageProfile& profile) {
  const std::size_t first = paper.name.find_first_not_of("0123456789-");
  const std::string stem = first == std::string::npos ? paper.name : paper.name.substr(first);
  std::size_t longest = 0;
  std::string code = profile.type_otherwise;
  for (const auto& [name, type] : profile.type_of_paper) {
    const bool begins = stem == name || stem.starts_with(name + "-");
    if (!begins || name.size() <= longest) continue;
    longest = name.size();
    code = type;
  }
  return code;
}

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
    document.stem = safe_file_name(filled(profile_.file_name, words_of(ordinal)));
    const FieldValues stated = stated_of(paper);
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
      const std::string derived =
          document != nullptr ? derived_of_document(field, *document) : derived_of_file(field);
      if (field.computed && !value.empty() && value != derived) {
        described_.faults.push_back(metadata_fault("metadata.disagrees", place + "." + name,
                                                   "is not what the record says, " + derived,
                                                   "correct it or leave it out"));
      }
      if (value.empty() || field.computed) value = derived;
      if (value.empty()) value = field.value_otherwise;
      if (!value.empty()) values[name] = value;
    }
    return values;
  }

  std::string derived_of_file(const ProfileField& field) const {
    if (field.derived == "documents") return std::to_string(described_.documents.size());
    if (field.derived == "pages") return std::to_string(page_count());
    if (field.derived == "agency") return metadata_.agency.name;
    if (field.derived == "first-date") return outermost_date(std::less<>());
    if (field.derived == "last-date") return outermost_date(std::greater<>());
    return {};
  }

  std::string derived_of_document(const ProfileField& field,
                                  const DescribedDocument& document) const {
    const Paper& paper = *document.paper;
    if (field.derived == "pages") return std::to_string(paper.pages.size());
    if (field.derived == "ordinal") return std::to_string(document.ordinal);
    if (field.derived == "file-code") return described_.file_code;
    if (field.derived == "of-the-file") return value_in(metadata_.file, field.name);
    if (field.derived == "type") return type_of(paper, profile_);
    if (field.derived == "document-code") {
      return filled(profile_.document_code, words_of(document.ordinal));
    }
    const std::string value = value_of_paper(paper, field.record_fields);
    const std::size_t slash = value.find('/');
    if (field.derived == "notation-number") return value.substr(0, slash);
    if (field.derived == "notation-rest") {
      return slash == std::string::npos ? std::string() : value.substr(slash + 1);
    }
    return value.empty() && field.derived == "field-or-title" ? paper.title : value;
  }

  template <typename Before>
  std::string outermost_date(Before before) const {
    const std::vector<std::string>& forms = profile_.date_forms[index_of(type_)];
    std::string outermost;
    ArchiveDate date;
    for (const DescribedDocument& document : described_.documents) {
      const std::string text = value_in(document.values, kIssuedDate);
      const ArchiveDate other = archive_date(text, forms);
      if (other.year == 0 || (date.year > 0 && !before(other, date))) continue;
      date = other;
      outermost = text;
    }
    return outermost;
  }

  /// What the operator says of one document, and of all documents where it says nothing of this.
  FieldValues stated_of(const Paper& paper) const {
    const auto own = metadata_.papers.find(paper.number);
    FieldValues stated = own == metadata_.papers.end() ? FieldValues() : own->second;
    stated.insert(metadata_.documents.begin(), metadata_.documents.end());
    return stated;
  }

  TemplateWords words_of(int ordinal) const {
    char padded[16];
    std::snprintf(padded, sizeof padded, "%07d", ordinal);
    return {{"fileCode", described_.file_code},
            {"ordinal", std::to_string(ordinal)},
            {"ordinal7", padded}};
  }

  std::size_t page_count() const {
    std::size_t count = 0;
    for (const Paper& paper : record_.dossier.papers) count += paper.pages.size();
    return count;
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
};

}  // namespace

DescribedRecord describe(const Record& record, const ExportMetadata& metadata,
                         const PackageProfile& profile, PackageType type) {
  return Describing(record, metadata, profile, type).run();
}

}  // namespace sohoa
