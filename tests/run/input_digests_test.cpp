#include "pipeline/run/input_digests.h"

#include <gtest/gtest.h>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/base/temporary_folder.h"

namespace sohoa {
namespace {

TEST(InputDigests, AreOfEveryInputWhetherItsPagesWereReadOrNot) {
  const TemporaryFolder folder;
  Job job;
  for (const char* name : {"a", "b", "c"}) {
    const std::filesystem::path path = folder.path() / name;
    write_file(path, as_bytes(name));
    InputFile input;
    input.path = path;
    input.name = name;
    input.bytes = 1;
    job.inputs.push_back(input);
  }
  InputDigests digests(job);
  digests.make_through(1);
  digests.make_through(0);
  const std::vector<FileDigest> made = digests.finish();
  ASSERT_EQ(made.size(), 3U);
  for (const FileDigest& file : made) {
    EXPECT_EQ(file.bytes, 1U);
    EXPECT_EQ(file.sha256, sha256_of(as_bytes(file.path)));
  }
  EXPECT_EQ(made[2].path, "c");
}

TEST(InputDigests, AFileThatGrewMeanwhileIsNamed) {
  const TemporaryFolder folder;
  Job job;
  InputFile input;
  input.path = folder.path() / "a";
  input.name = "a";
  input.bytes = 1;
  job.inputs.push_back(input);
  write_file(input.path, as_bytes("ab"));
  InputDigests digests(job);
  EXPECT_THROW(digests.finish(), Error);
}

}  // namespace
}  // namespace sohoa
