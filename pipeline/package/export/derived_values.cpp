#include "pipeline/package/export/derived_values.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <string_view>

#include "pipeline/package/export/archive_date.h"

namespace sohoa {

namespace {

constexpr char kIssuedDate[] = "issuedDate";

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

template <typename Before>
std::string outermost_date(const DerivedFrom& from, Before before) {
  const std::vector<std::string>& forms = from.profile.date_forms[index_of(from.type)];
  std::string outermost;
  ArchiveDate date;
  for (const DescribedDocument& document : from.described.documents) {
    const std::string text = value_in(document.values, kIssuedDate);
    const ArchiveDate other = archive_date(text, forms);
    if (other.year == 0 || (date.year > 0 && !before(other, date))) continue;
    date = other;
    outermost = text;
  }
  return outermost;
}

std::string page_count(const DerivedFrom& from) {
  std::size_t count = 0;
  for (const Paper& paper : from.record.dossier.papers) count += paper.pages.size();
  return std::to_string(count);
}

struct OfFile {
  std::string_view name;
  std::string (*derive)(const DerivedFrom& from);
};

constexpr std::array<OfFile, 5> kOfFile = {{
    {"documents",
     [](const DerivedFrom& from) { return std::to_string(from.described.documents.size()); }},
    {"pages", page_count},
    {"agency", [](const DerivedFrom& from) { return from.metadata.agency.name; }},
    {"first-date", [](const DerivedFrom& from) { return outermost_date(from, std::less<>()); }},
    {"last-date", [](const DerivedFrom& from) { return outermost_date(from, std::greater<>()); }},
}};

/// One field of one document on its way.
struct Wanted {
  const ProfileField& field;
  const DescribedDocument& document;
  const DerivedFrom& from;

  const Paper& paper() const { return *document.paper; }
  std::string paper_value() const { return value_of_paper(paper(), field.record_fields); }
};

std::string field_or_title(const Wanted& wanted) {
  const std::string value = wanted.paper_value();
  return value.empty() ? wanted.paper().title : value;
}

std::string notation_number(const Wanted& wanted) {
  const std::string value = wanted.paper_value();
  return value.substr(0, value.find('/'));
}

std::string notation_rest(const Wanted& wanted) {
  const std::string value = wanted.paper_value();
  const std::size_t slash = value.find('/');
  return slash == std::string::npos ? std::string() : value.substr(slash + 1);
}

std::string document_code(const Wanted& wanted) {
  return filled(wanted.from.profile.document_code,
                words_of_document(wanted.from.described.file_code, wanted.document.ordinal));
}

struct OfDocument {
  std::string_view name;
  std::string (*derive)(const Wanted& wanted);
};

constexpr std::array<OfDocument, 9> kOfDocument = {{
    {"pages", [](const Wanted& w) { return std::to_string(w.paper().pages.size()); }},
    {"ordinal", [](const Wanted& w) { return std::to_string(w.document.ordinal); }},
    {"file-code", [](const Wanted& w) { return w.from.described.file_code; }},
    {"of-the-file", [](const Wanted& w) { return value_in(w.from.metadata.file, w.field.name); }},
    {"type", [](const Wanted& w) { return type_of(w.paper(), w.from.profile); }},
    {"document-code", document_code},
    {"field-or-title", field_or_title},
    {"notation-number", notation_number},
    {"notation-rest", notation_rest},
}};

template <typename Table>
auto find_in(const Table& table, const std::string& name) {
  return std::find_if(table.begin(), table.end(),
                      [&](const auto& row) { return row.name == name; });
}

}  // namespace

std::string derived_of_file(const ProfileField& field, const DerivedFrom& from) {
  const auto row = find_in(kOfFile, field.derived);
  return row == kOfFile.end() ? std::string() : row->derive(from);
}

std::string derived_of_document(const ProfileField& field, const DescribedDocument& document,
                                const DerivedFrom& from) {
  const Wanted wanted{field, document, from};
  const auto row = find_in(kOfDocument, field.derived);
  return row == kOfDocument.end() ? wanted.paper_value() : row->derive(wanted);
}

TemplateWords words_of_document(const std::string& file_code, int ordinal) {
  char padded[16];
  std::snprintf(padded, sizeof padded, "%07d", ordinal);
  return {{"fileCode", file_code}, {"ordinal", std::to_string(ordinal)}, {"ordinal7", padded}};
}

}  // namespace sohoa
