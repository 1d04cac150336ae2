#include "pipeline/package/unpack.h"

#include "tests/crash/duress.h"
#include "tests/package/package_specimen.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFiles = 14;  // of the specimen

class UnpackUnderDuress : public test::Duress {
 protected:
  void SetUp() override { test::build_specimen_package(record()); }

  fs::path record() const { return inputs_.path() / "record.zip"; }
  std::size_t files() const {
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(target())) {
      count += entry.is_regular_file() && entry.file_size() > 0 ? 1 : 0;
    }
    return count;
  }

 private:
  TemporaryFolder inputs_;
};

TEST_F(UnpackUnderDuress, KilledLeavesNoFolderOrAWholeOne) {
  expect_killed_leaves_nothing_half([&] { unpack(record(), target()); },
                                    [&] { return files() == kFiles; });
}

TEST_F(UnpackUnderDuress, TheNextOneRemovesWhatAKilledOneLeft) {
  fs::create_directory(target().parent_path() / ".made.elsewhere-1-1-0.part");
  const auto work = [&] { unpack(record(), target()); };
  expect_killed_leaves_nothing_half(work, [] { return true; });
  work();
  std::size_t names = 0;
  for (const auto& entry : fs::directory_iterator(target().parent_path())) {
    names += entry.exists() ? 1 : 0;
  }
  EXPECT_EQ(names, 2u);  // the folder, and what a process of another machine may still write
}

TEST_F(UnpackUnderDuress, FullDiskFailsWithTheOutputCodeAndLeavesNothing) {
  expect_full_disk_is_told([&] { unpack(record(), target()); });
}

}  // namespace
}  // namespace sohoa
