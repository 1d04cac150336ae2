#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "pipeline/base/json.h"

namespace sohoa {

/// What is handed over: a file ("hồ sơ") with its documents, or documents that belong to none.
enum class HoldingKind { kFile, kDocuments };

struct ExportParty {
  std::string name;
  std::string code;
};

/// Values of fields by the names that the package's profile gives them.
using FieldValues = std::map<std::string, std::string>;

/// "" for a field without a value.
std::string value_in(const FieldValues& values, const std::string& name);

/// What a record cannot know and the operator states (`sohoa.export-metadata/1`, its schema is
/// models/record/schema/export-metadata.json).
struct ExportMetadata {
  HoldingKind kind = HoldingKind::kFile;
  ExportParty fonds;    // "phông"
  ExportParty agency;   // that made the file and hands it over
  ExportParty archive;  // that takes it; may be empty
  FieldValues file;
  FieldValues documents;              // of every document that does not say otherwise
  std::map<int, FieldValues> papers;  // of one document, by the number of the paper
  std::string book_code;              // of a civil-status book
  std::string sha256;                 // of all that is stated; empty when nothing is
};

/// What is stated of one document, and of all documents where nothing is of this one.
FieldValues stated_of_paper(const ExportMetadata& metadata, int number);

/// Throws Error (kInput) when the file cannot be read or has something that the schema does not
/// know.
ExportMetadata load_export_metadata(const std::filesystem::path& file);
ExportMetadata export_metadata_from_json(const Json& json);

}  // namespace sohoa
