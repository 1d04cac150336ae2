#pragma once

#include <filesystem>

#include "pipeline/package/conform/subject.h"
#include "pipeline/package/sign/verify_signatures.h"

namespace sohoa {

/// Reads what is to be checked: a package, a PDF, or a folder of PDFs (not its subfolders; in the
/// order of their names). Of a package that is unfit to be unpacked only its faults are told; a
/// damaged PDF in a package or a folder is a fault. Throws Error (kInput) when it cannot be read as
/// any of these, and for a folder of more than 100,000 PDFs.
CheckedRecord read_record_for_check(const std::filesystem::path& path,
                                    const VerifySettings& signatures);

}  // namespace sohoa
