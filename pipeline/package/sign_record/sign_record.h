#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/record/finding.h"
#include "pipeline/package/sign/sign_settings.h"
#include "pipeline/package/sign/signer.h"

namespace sohoa {

struct RecordSignSettings {
  SignSettings signature;
  std::vector<int> papers;            // by number; empty: all
  std::filesystem::path work_folder;  // for nameless temporary files; empty: the system's
};

struct RecordSigning {
  std::vector<std::string> papers;  // that were signed: their PDFs' paths in the package
  std::vector<Finding> findings;
};

/// Signs the papers of a finished record, each as sign_pdf does, and makes the record anew around
/// them: digests, manifests and what record.json tells of the signing. All that was signed or
/// digested before still begins the new PDFs. `out` is written and verified, not flushed; it is not
/// `in`. Throws Error as sign_pdf does, naming the paper; kUsage for a paper that is not there;
/// kInput for a record that is not sound.
RecordSigning sign_record(const std::filesystem::path& in, const std::filesystem::path& out,
                          const RecordSignSettings& settings, Signer& signer);

}  // namespace sohoa
