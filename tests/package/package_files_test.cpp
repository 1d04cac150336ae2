#include "pipeline/package/zip/package_files.h"

#include <gtest/gtest.h>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/temporary_folder.h"

namespace sohoa {
namespace {

constexpr std::size_t kBytes = 4 << 20;

PackageFile copy_of(const Bytes& bytes, const std::string& name) {
  const TemporaryFolder folder;
  write_file(folder.path() / "scan", bytes);
  Spool spool;
  PackageFile copy = package_copy(name, folder.path() / "scan", spool);
  EXPECT_EQ(copy.bytes, bytes.size());
  if (!copy.deflated_crc32) {
    EXPECT_EQ(spool.read(copy.pieces.at(0)), bytes);
  }
  return copy;
}

TEST(PackageCopy, DeflatesWhatPays) {
  Bytes scan(kBytes);
  for (std::size_t i = 0; i < scan.size(); ++i) scan[i] = static_cast<std::uint8_t>(i * i >> 12);
  EXPECT_TRUE(copy_of(scan, "a.bmp").deflated_crc32);
  EXPECT_FALSE(copy_of(scan, "a.jpg").deflated_crc32);
  EXPECT_EQ(copy_of(scan, "a.bmp").sha256, copy_of(scan, "a.jpg").sha256);
}

TEST(PackageCopy, StoresWhatWouldPassForABomb) {
  EXPECT_FALSE(copy_of(Bytes(kBytes, 255), "blank.bmp").deflated_crc32);
}

TEST(PackageCopy, OfAnEmptyFileIsEmpty) {
  const TemporaryFolder folder;
  write_file(folder.path() / "scan", {});
  Spool spool;
  EXPECT_EQ(package_copy("a.bmp", folder.path() / "scan", spool).bytes, 0U);
}

}  // namespace
}  // namespace sohoa
