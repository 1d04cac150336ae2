#pragma once

#include <cstdint>
#include <filesystem>

#include "pipeline/package/sign_record/sign_record.h"

namespace sohoa {

struct SignedElsewhere {
  std::filesystem::path
      folder;  // the signed PDFs: an unpacked record, or PDFs of the papers' names
  std::filesystem::path work_folder;  // for nameless temporary files; empty: the system's
  std::int64_t now = 0;               // seconds since 1970-01-01T00:00:00Z
};

/// Takes papers that another program signed into the record that they come from, and makes it anew
/// around them. A PDF that is unchanged, or not in the folder, stays, and a finding says so. `out`
/// is written and verified, not flushed; it is not `in`. Throws Error (kInput) for a PDF that does
/// not begin with the record's own, one to which more was added than signatures, one whose
/// signatures do not hold, one that is no paper of the record, and when there is none to take.
RecordSigning take_signed_papers(const std::filesystem::path& in, const std::filesystem::path& out,
                                 const SignedElsewhere& from);

}  // namespace sohoa
