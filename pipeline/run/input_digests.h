#pragma once

#include <vector>

#include "models/record/package.h"
#include "pipeline/run/job.h"

namespace sohoa {

/// The digests of a job's input files. They are made bit by bit, while other threads read pages.
class InputDigests {
 public:
  explicit InputDigests(const Job& job) : job_(job) {}

  /// Of the inputs up to `input`, an index into Job::inputs. Errors: Error (kInput), as for a file
  /// that grew meanwhile.
  void make_through(int input);
  /// Of all inputs, in their order. Call once. Errors: Error (kInput).
  std::vector<FileDigest> finish();

 private:
  const Job& job_;
  std::vector<FileDigest> made_;
};

}  // namespace sohoa
