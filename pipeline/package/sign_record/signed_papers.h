#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/package/sign/loaded_pdf.h"

namespace sohoa {

/// A paper's PDF with a signature appended, and whose it is.
struct SignedPaper {
  Bytes pdf;
  std::string signer;
  std::string time;  // ISO 8601
};

/// Nothing for a paper that stays as it is.
using PaperSigner = std::function<std::optional<SignedPaper>(const LoadedPdf&)>;

struct ResignSettings {
  std::vector<int> papers;            // by number; empty: all
  std::filesystem::path work_folder;  // for nameless temporary files; empty: the system's
};

/// Makes a sound record anew with what `sign` makes of its papers; what else is in it stays, and
/// record.json tells of each signing. Paths of those that were signed. Throws Error: kInput for
/// what is no record or not sound, kUsage for a paper that is not there, kOutput; and what `sign`
/// throws.
std::vector<std::string> with_signed_papers(const std::filesystem::path& in,
                                            const std::filesystem::path& out,
                                            const ResignSettings& settings,
                                            const PaperSigner& sign);

}  // namespace sohoa
