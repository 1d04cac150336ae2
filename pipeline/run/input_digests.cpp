#include "pipeline/run/input_digests.h"

#include <utility>

#include "pipeline/base/digest.h"

namespace sohoa {

void InputDigests::make_through(int input) {
  while (static_cast<int>(made_.size()) <= input) {
    const InputFile& next = job_.inputs[made_.size()];
    made_.push_back({next.name, next.bytes, sha256_of_file(next.path)});
  }
}

std::vector<FileDigest> InputDigests::finish() {
  make_through(static_cast<int>(job_.inputs.size()) - 1);
  return std::move(made_);
}

}  // namespace sohoa
