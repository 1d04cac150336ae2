#pragma once

#include <filesystem>

#include "pipeline/package/zip/package_findings.h"
#include "pipeline/package/zip/zip_contents.h"

namespace sohoa {

/// A civil-status book: an .xlsx and a .zip of PDFs, each of which is read as warily as the zip
/// around them. Every row must name a PDF that is there, every PDF must have one row.
/// `work_folder` takes the two as nameless files; empty: the system's.
void check_civil_book(const ZipReader& zip, const ZipContents& contents,
                      const std::filesystem::path& work_folder, PackageFindings& findings);

/// Whether there are an .xlsx and a .zip, and nothing else.
bool is_civil_book(const ZipContents& contents);

}  // namespace sohoa
