#include "pipeline/package/export/export_metadata.h"

#include "models/record/json_reader.h"
#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"

namespace sohoa {

namespace {

constexpr std::uint64_t kMetadataBytesMax = 16ULL << 20;
constexpr char kRemedy[] = "see models/record/schema/export-metadata.json";

constexpr NameTable<HoldingKind, 2> kHoldingKindNames{
    {{HoldingKind::kFile, "file"}, {HoldingKind::kDocuments, "documents"}}};

ExportParty read_party(const JsonReader& owner, const char* member) {
  if (!owner.has(member)) return {};
  const JsonReader json = owner.object(member);
  json.expect_only({"name", "code"});
  return {json.optional_text("name"), json.optional_text("code")};
}

std::string text_of(const JsonReader& json, const Json& value, const std::string& name) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "1" : "0";
  if (value.is_number_integer() && value >= 0) return value.dump();
  json.fail(name, "is neither a string, true, false nor a whole number");
}

FieldValues read_values(const JsonReader& owner, const char* member, const Json& values) {
  FieldValues texts;
  if (!owner.has(member)) return texts;
  const JsonReader json = owner.object(member);
  for (const auto& item : values.at(member).items()) {
    texts[item.key()] = text_of(json, item.value(), item.key());
  }
  return texts;
}

std::map<int, FieldValues> read_papers(const JsonReader& owner, const Json& value) {
  std::map<int, FieldValues> papers;
  if (!owner.has("papers")) return papers;
  std::size_t index = 0;
  owner.each("papers", [&](const JsonReader& json) {
    const Json& paper = value.at("papers").at(index++);
    const int number = json.integer("number");
    json.expect_only({"number", "fields"});
    if (!papers.emplace(number, read_values(json, "fields", paper)).second) {
      json.fail("number", "is that of another one too");
    }
  });
  return papers;
}

}  // namespace

std::string value_in(const FieldValues& values, const std::string& name) {
  const auto found = values.find(name);
  return found == values.end() ? std::string() : found->second;
}

FieldValues stated_of_paper(const ExportMetadata& metadata, int number) {
  const auto own = metadata.papers.find(number);
  FieldValues stated = own == metadata.papers.end() ? FieldValues() : own->second;
  stated.insert(metadata.documents.begin(), metadata.documents.end());
  return stated;
}

ExportMetadata load_export_metadata(const std::filesystem::path& file) {
  const Bytes bytes = read_file(file, kMetadataBytesMax);
  const Json json = Json::parse(as_text(bytes), nullptr, false);
  if (json.is_discarded()) throw Error(ExitCode::kInput, file.string(), "is no JSON", kRemedy);
  try {
    return export_metadata_from_json(json);
  } catch (const Error& error) {
    throw Error(error.code(), file.string() + " " + error.subject(), error.reason(),
                error.remedy());
  }
}

ExportMetadata export_metadata_from_json(const Json& value) {
  const JsonReader json(value, "", kRemedy);
  if (json.text("schema") != "sohoa.export-metadata/1") {
    json.fail("schema", "is not sohoa.export-metadata/1");
  }
  json.expect_only(
      {"schema", "kind", "fonds", "agency", "archive", "file", "documents", "papers", "book"});
  ExportMetadata metadata;
  if (json.has("kind")) metadata.kind = json.choice("kind", kHoldingKindNames);
  metadata.fonds = read_party(json, "fonds");
  metadata.agency = read_party(json, "agency");
  metadata.archive = read_party(json, "archive");
  metadata.file = read_values(json, "file", value);
  metadata.documents = read_values(json, "documents", value);
  metadata.papers = read_papers(json, value);
  if (json.has("book")) {
    const JsonReader book = json.object("book");
    book.expect_only({"code"});
    metadata.book_code = book.text("code");
  }
  metadata.sha256 = sha256_of(as_bytes(canonical_json(value)));
  return metadata;
}

}  // namespace sohoa
