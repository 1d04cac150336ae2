#include "pipeline/package/compact/lossless.h"

#include <gtest/gtest.h>

#include "pipeline/acquire/flate.h"
#include "pipeline/acquire/jpeg.h"
#include "pipeline/base/digest.h"
#include "pipeline/package/compact/compact.h"
#include "pipeline/package/compact/flate_codec.h"
#include "tests/package/compact/patterns.h"

namespace sohoa {

namespace {

CompactPage compacted(const ScannedPage& page, Compaction level) {
  CompactSettings settings;
  settings.level = level;
  return compact_page(page, settings);
}

MasterImage form_of(int width, int height, ColorSpace space, int bits) {
  MasterImage form;
  form.width = width;
  form.height = height;
  form.color_space = space;
  form.bits_per_component = bits;
  return form;
}

}  // namespace

TEST(LosslessJpeg, IsSmallerAndShowsTheSamePixels) {
  const ScannedPage page = test::drawn_page();
  const CompactPage compact = compacted(page, Compaction::kLossless);
  EXPECT_EQ(compact.rendition, Rendition::kLossless);
  EXPECT_LT(compact.picture.bytes.size(), page.master.bytes.size());
  EXPECT_EQ(decode_jpeg({"page"}, compact.picture).data, page.pixels.data);
  EXPECT_FALSE(compact.picture.original);
}

TEST(LosslessJpeg, LeavesADamagedStreamAlone) {
  ScannedPage page = test::drawn_page();
  page.master.bytes.resize(page.master.bytes.size() / 2);
  const CompactPage compact = compacted(page, Compaction::kLossless);
  EXPECT_EQ(compact.rendition, Rendition::kMaster);
  EXPECT_EQ(compact.picture.bytes, page.master.bytes);
}

TEST(LosslessFlate, KeepsEverySampleOfEveryDepth) {
  test::Numbers numbers(3);
  for (const auto space :
       {ColorSpace::kGrey, ColorSpace::kRgb, ColorSpace::kCmyk, ColorSpace::kIndexed}) {
    for (const int bits : {1, 2, 4, 8, 16}) {
      if (space == ColorSpace::kIndexed && bits == 16) continue;
      MasterImage form = form_of(37, 23, space, bits);
      const std::size_t stride = (37u * component_count(space) * bits + 7) / 8;
      Bytes samples(stride * 23);
      for (std::size_t i = 0; i < samples.size(); ++i) {
        samples[i] = static_cast<std::uint8_t>(i / 7 + numbers.below(3));
      }
      const MasterImage packed = packed_flate(form, samples);
      EXPECT_EQ(flate_samples(packed), samples) << component_count(space) << " × " << bits;
      // Another program's filters come undone too.
      EXPECT_EQ(flate_samples(store_flate(form, samples)), samples);
    }
  }
}

TEST(LosslessFlate, IsWhatAcquireDecodes) {
  const Image pixels = test::drawn_page().pixels;
  const MasterImage packed =
      packed_flate(form_of(pixels.width, pixels.height, ColorSpace::kRgb, 8), pixels.data);
  EXPECT_EQ(decode_flate({"page"}, packed).data, pixels.data);
}

TEST(LosslessFlate, OfDataThatEndsEarlyOrClaimsTooMuchIsNothing) {
  MasterImage packed = packed_flate(form_of(100, 100, ColorSpace::kGrey, 8), Bytes(10'000, 7));
  MasterImage longer = packed;
  longer.height = 101;
  EXPECT_FALSE(flate_samples(longer));
  MasterImage absurd = packed;
  absurd.width = absurd.height = 1'000'000;
  EXPECT_FALSE(flate_samples(absurd));
  packed.bytes.resize(packed.bytes.size() / 2);
  EXPECT_FALSE(flate_samples(packed));
}

TEST(LosslessBilevel, BecomesG4OrJbig2WithTheSamePixels) {
  const Bilevel bits = test::noise(400, 300, 8, 6);
  ScannedPage page = test::page_of(test::as_grey(bits), 300);
  page.pixels = test::as_grey(bits);
  page.master = store_flate(form_of(400, 300, ColorSpace::kGrey, 8), page.pixels.data);
  for (const Compaction level :
       {Compaction::kLossless, Compaction::kReencode, Compaction::kLayers}) {
    const CompactPage compact = compacted(page, level);
    EXPECT_EQ(compact.rendition, Rendition::kLossless);
    EXPECT_EQ(compact.picture.codec, Codec::kJbig2);
    EXPECT_LT(compact.picture.bytes.size(), page.master.bytes.size());
  }
}

// record.json says so: anyone can take the streams out of the PDF as they are.
TEST(CompactPageDigest, IsOfTheImageStreamsAlone) {
  CompactPage page;
  page.picture.bytes = {1, 2};
  page.picture.palette = {3};
  page.picture.jbig2_globals = {4};
  page.layers.resize(1);
  page.layers[0].picture.bytes = {5};
  EXPECT_EQ(page.sha256(), sha256_of(Bytes{1, 2, 5}));
}

}  // namespace sohoa
