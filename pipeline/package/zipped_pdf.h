#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/package/pdf/pdf_bytes.h"
#include "pipeline/package/zip/zip_reader.h"

namespace sohoa {

/// Whether a file is called one, in upper case too.
bool is_pdf_name(const std::string& name);

/// The PDFs of a zip that are papers, in its order: not those in data/masters/, which stand as they
/// came. One folder may hold everything.
std::vector<const ZipEntry*> paper_entries(const ZipReader& zip);

/// Hands `take` the PDF of an entry: where it lies when it is stored, else unpacked to a nameless
/// file in `work_folder` (empty: the system's). Throws Error (kInput) for damaged bytes, Error
/// (kOutput) when the disk is full.
void with_zipped_pdf(const ZipReader& zip, const ZipEntry& entry,
                     const std::filesystem::path& work_folder,
                     const std::function<void(const PdfBytes&)>& take);

}  // namespace sohoa
