#include "pipeline/package/compact/reencode.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/acquire/jpeg.h"
#include "pipeline/package/compact/compact.h"
#include "pipeline/package/compact/luma.h"
#include "pipeline/package/compact/ssim.h"
#include "tests/package/compact/patterns.h"

namespace sohoa {

namespace {

/// Grey noise of this many levels up and down.
ScannedPage noisy_page(int levels) {
  Image image{400, 400, 1, Bytes(160'000)};
  test::Numbers numbers(1);
  for (std::uint8_t& level : image.data) {
    level = static_cast<std::uint8_t>(128 + numbers.below(2 * levels + 1) - levels);
  }
  return test::page_of(std::move(image), 300);
}

}  // namespace

TEST(Reencoded, IsMuchSmallerAndKeepsToTheFloor) {
  const ScannedPage page = test::drawn_page();
  const std::optional<PagePicture> again = reencoded(page);
  ASSERT_TRUE(again);
  EXPECT_LT(again->image.bytes.size(), page.master.bytes.size() * 6 / 10);
  const Image seen = decode_jpeg({"page"}, again->image);
  EXPECT_GE(ssim(luma_of(page.pixels), luma_of(seen)), kSimilarityMin - 0.001);
}

TEST(Reencoded, GivesAPageHardToCodeAHigherQuality) {
  const ScannedPage easy = noisy_page(3), hard = noisy_page(20);
  const std::optional<PagePicture> again = reencoded(hard);
  ASSERT_TRUE(again);
  const Image seen = decode_jpeg({"page"}, again->image);
  EXPECT_GE(ssim(hard.pixels, seen), kSimilarityMin);
  const std::optional<PagePicture> of_easy = reencoded(easy);
  ASSERT_TRUE(of_easy);
  EXPECT_GT(again->image.bytes.size(), of_easy->image.bytes.size());
}

TEST(Reencoded, LeavesAMasterThatIsSmallerAlready) {
  ScannedPage page = test::drawn_page();
  page.master.bytes = encode_jpeg(page.pixels, 10);
  CompactSettings settings;
  settings.level = Compaction::kReencode;
  const CompactPage compact = compact_page(page, settings);
  EXPECT_NE(compact.rendition, Rendition::kReencoded);
  EXPECT_LE(compact.picture.bytes.size(), page.master.bytes.size());
}

TEST(Reencoded, IsNeverLargerThanWithoutLoss) {
  ScannedPage page = test::drawn_page();
  std::fill(page.pixels.data.begin(), page.pixels.data.end(), std::uint8_t{0});
  page.master.bytes = encode_jpeg(page.pixels, 90);
  const auto bytes_at = [&](Compaction level) {
    CompactSettings settings;
    settings.level = level;
    return compact_page(page, settings).picture.bytes.size();
  };
  EXPECT_LE(bytes_at(Compaction::kReencode), bytes_at(Compaction::kLossless));
  EXPECT_LE(bytes_at(Compaction::kLayers), bytes_at(Compaction::kLossless));
}

TEST(Reencoded, StandsWhereATurnedScanIsShown) {
  ScannedPage page = test::drawn_page();
  page.pixels_to_points = {0, 0.24, 0.24, 0, 0, 0};  // a quarter turn
  const std::optional<PagePicture> again = reencoded(page);
  ASSERT_TRUE(again);
  const Point corner = again->placement * Point{0, 1};  // the first px of the image
  EXPECT_NEAR(corner.x, 0, 1e-9);
  EXPECT_NEAR(corner.y, 0, 1e-9);
  const Point end_of_first_row = again->placement * Point{1, 1};
  EXPECT_NEAR(end_of_first_row.x, 0, 1e-9);
  EXPECT_NEAR(end_of_first_row.y, 288, 1e-9);
}

}  // namespace sohoa
