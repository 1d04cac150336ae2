#include "pipeline/run/input_digests.h"

#include <filesystem>
#include <utility>

#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"

namespace sohoa {

void InputDigests::make_through(int input) {
  while (static_cast<int>(made_.size()) <= input) {
    const InputFile& next = job_.inputs[made_.size()];
    made_.push_back({next.name, next.bytes, sha256_of_file(next.path)});
    if (!next.failure && std::filesystem::file_size(next.path) != next.bytes) {
      throw Error(ExitCode::kInput, next.name, "changed while it was read",
                  "run it again when nothing writes to it");
    }
  }
}

std::vector<FileDigest> InputDigests::finish() {
  make_through(static_cast<int>(job_.inputs.size()) - 1);
  return std::move(made_);
}

}  // namespace sohoa
