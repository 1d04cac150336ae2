#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/record/finding.h"
#include "pipeline/package/export/export_metadata.h"
#include "pipeline/package/export/package_profile.h"

namespace sohoa {

enum class ExportKind {
  kArchive,   // AIP_hoso, AIP_tailieu, SIP_hoso, SIP_tailieu of TT 05/2025/TT-BNV
  kEark,      // E-ARK CSIP 2.1: AIP or SIP
  kBagit,     // RFC 8493, with SHA-256 and SHA-512 manifests
  kOneStop,   // the record as it is
  kCivilBook  // a civil-status book: an .xlsx with a row a case, a .zip with a PDF a case
};

struct ExportSettings {
  ExportKind kind = ExportKind::kOneStop;
  PackageType type = PackageType::kAip;  // of kArchive and kEark
  ExportMetadata metadata;
  std::filesystem::path schemas;  // a folder with the receiving archive's XML schemas; may be empty
  std::filesystem::path work_folder;  // for nameless temporary files; empty: the system's
  std::string program_version;
};

/// Makes another package of a finished record and verifies it. PDFs are copied byte for byte. Same
/// record, settings and program: same bytes; times are the record's job time, UUIDs come from the
/// digests (RFC 9562 version 8). Files pass through a temporary file, never through memory.
///
/// Returns why it was not done: what is wrong with the record, or each fault of the metadata. Then
/// nothing was written. Throws Error: kInput for what cannot be read, kOutput for the disk.
std::vector<Finding> export_package(const std::filesystem::path& record_zip,
                                    const std::filesystem::path& output_zip,
                                    const ExportSettings& settings);

}  // namespace sohoa
