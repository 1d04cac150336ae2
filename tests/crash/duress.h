#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>

#include "pipeline/base/temporary_folder.h"

namespace sohoa::test {

/// Jobs that make one file or folder, killed on the way or on a disk without room: it must be there
/// whole or not at all, and nothing else.
class Duress : public testing::Test {
 protected:
  std::filesystem::path target() const { return folder_.path() / "made"; }

  /// Kills `work` at many of its steps, the last ones among them. `is_whole` looks at a target that
  /// is there.
  void expect_killed_leaves_nothing_half(const std::function<void()>& work,
                                         const std::function<bool()>& is_whole);

  /// Gives `work` less and less room; it must fail with the code of the output.
  void expect_full_disk_is_told(const std::function<void()>& work);

 private:
  TemporaryFolder folder_;
};

}  // namespace sohoa::test
