#include "pipeline/package/zip/deflater.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/zip/zip_reader.h"
#include "pipeline/package/zip/zip_writer.h"

namespace sohoa {
namespace {

/// Text that is longer than the deflater's buffers and does not repeat itself.
std::string long_text() {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += std::to_string(i * 2654435761U) + ' ';
  return text;
}

Bytes deflated(ByteView bytes, std::size_t piece_bytes) {
  Bytes packed;
  const auto take = [&](ByteView piece) {
    packed.insert(packed.end(), piece.begin(), piece.end());
  };
  Deflater deflater;
  while (!bytes.empty()) {
    const std::size_t size = std::min(piece_bytes, bytes.size());
    deflater.add(bytes.first(size), take);
    deflater.add({}, take);
    bytes = bytes.subspan(size);
  }
  deflater.finish(take);
  EXPECT_NE(deflater.crc32(), 0U);
  return packed;
}

TEST(DeflaterTest, GivesTheSameHoweverTheBytesAreDivided) {
  const std::string text = long_text();
  const Bytes whole = deflated(as_bytes(text), text.size());
  for (const std::size_t piece_bytes : {7, 4096, 65536, 100'000}) {
    EXPECT_EQ(deflated(as_bytes(text), piece_bytes), whole) << piece_bytes;
  }
}

TEST(DeflaterTest, AZipTakesWhatItMakes) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.zip";
  const std::string text = long_text();
  Spool spool;
  write_zip(path,
            {package_file("long.txt", as_bytes(text), spool), package_file("none.txt", {}, spool)},
            spool, "");
  const ZipReader zip(path);
  EXPECT_LT(zip.entries().at(0).packed_bytes, text.size());
  EXPECT_EQ(zip.read_text(zip.entries().at(0), text.size()), text);
  EXPECT_EQ(zip.read_text(zip.entries().at(1), 0), "");
}

}  // namespace
}  // namespace sohoa
