#include "pipeline/package/compact/layers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <future>
#include <limits>

#include "pipeline/acquire/acquire.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/compact/compact.h"
#include "pipeline/package/compact/luma.h"
#include "pipeline/package/pdf/pdf_writer.h"
#include "pipeline/package/pdfa/pdfa_lint.h"
#include "tests/package/compact/patterns.h"

namespace sohoa {

namespace {

CompactPage layers_of(const ScannedPage& page, BilevelCodecs codecs = BilevelCodecs::kFaxAndJbig2) {
  return compact_page(page, {Compaction::kLayers, codecs});
}

ScannedPage shown(ScannedPage page, CompactPage compact) {
  page.master = std::move(compact.picture);
  page.placement = compact.placement;
  page.layers = std::move(compact.layers);
  page.overlays = std::move(compact.overlays);
  page.rendition = compact.rendition;
  return page;
}

/// A page as Poppler draws it, in scan px.
Image drawn(const ScannedPage& page, const TemporaryFolder& folder) {
  const std::filesystem::path pdf = folder.path() / "page.pdf";
  PdfWriter writer({});
  writer.add_page(page, {});
  writer.write(pdf);
  EXPECT_TRUE(lint_pdfa(pdf).empty());
  AcquireSettings settings;
  settings.existing_text = ExistingText::kForce;
  settings.draw_dpi = page.dpi.x;
  return PageLoader(settings).load(open_input(pdf, "page.pdf", settings), 1).pixels;
}

double psnr(const Image& a, const Image& b, const Box& box) {
  double sum = 0, count = 0;
  for (int y = static_cast<int>(box.top); y < box.bottom; ++y) {
    for (int x = static_cast<int>(box.left) * 3; x < box.right * 3; ++x, ++count) {
      sum += std::pow(a.row(y)[x] - b.row(y)[x], 2);
    }
  }
  return 10 * std::log10(255 * 255 / (sum / count));
}

/// Of the px darker than the middle in either image, the share that is in both.
double overlap_of_ink(const Image& a, const Image& b) {
  const Image first = luma_of(a), second = luma_of(b);
  double either = 0, both = 0;
  for (std::size_t i = 0; i < first.data.size(); ++i) {
    const bool in_first = first.data[i] < 128, in_second = second.data[i] < 128;
    either += in_first || in_second ? 1 : 0;
    both += in_first && in_second ? 1 : 0;
  }
  return both / either;
}

ScannedPage photo_page() {
  Image image{1200, 1500, 3, Bytes(std::size_t{1200} * 1500 * 3)};
  test::Numbers numbers(4);
  for (int y = 0; y < 1500; ++y) {
    for (int x = 0; x < 1200; ++x) {
      const double wave = 60 * std::sin(x * 0.05) * std::cos(y * 0.04);
      for (int c = 0; c < 3; ++c) {
        image.row(y)[3 * x + c] =
            static_cast<std::uint8_t>(120 + wave * (c - 0.5) + numbers.below(20));
      }
    }
  }
  return test::page_of(std::move(image), 300);
}

}  // namespace

TEST(Layers, LookLikeTheScanAndAreASmallPartOfIt) {
  const TemporaryFolder folder;
  const ScannedPage page = test::drawn_page();
  const CompactPage compact = layers_of(page);
  ASSERT_EQ(compact.rendition, Rendition::kLayered);
  std::size_t bytes = compact.picture.bytes.size();
  for (const Layer& layer : compact.layers) bytes += layer.picture.bytes.size();
  EXPECT_LT(bytes, page.master.bytes.size() / 5);
  const Image made = drawn(shown(page, compact), folder);
  ASSERT_EQ(made.width, page.pixels.width);
  ASSERT_EQ(made.height, page.pixels.height);
  EXPECT_GT(overlap_of_ink(made, page.pixels), 0.97);
  EXPECT_GT(psnr(made, page.pixels, {0, 0, 1200, 1500}), 24);
}

TEST(Layers, KeepASealAndAColouredStrokeAtFullResolution) {
  const TemporaryFolder folder;
  const ScannedPage page = test::drawn_page();
  const Image made = drawn(shown(page, layers_of(page)), folder);
  EXPECT_GT(psnr(made, page.pixels, test::kSeal), 27);
  EXPECT_GT(psnr(made, page.pixels, test::kBlueStroke), 25);
}

TEST(Layers, PaintTheSameInkWithEitherCodec) {
  const TemporaryFolder folder;
  const ScannedPage page = test::drawn_page();
  const Image by_jbig2 = drawn(shown(page, layers_of(page)), folder);
  const Image by_fax = drawn(shown(page, layers_of(page, BilevelCodecs::kFax)), folder);
  EXPECT_EQ(by_jbig2.data, by_fax.data);
}

TEST(Layers, PutPencilIntoABoxAndNotIntoTheInk) {
  const TemporaryFolder folder;
  ScannedPage page = test::drawn_page();
  const Box pencil{200, 1200, 500, 1206};
  test::paint(page.pixels, pencil, {150, 150, 150});
  const Image made = drawn(shown(page, layers_of(page)), folder);
  EXPECT_NEAR(luma_of(made).row(1203)[350], 150, 12);
}

TEST(Layers, AreNotMadeOfAPhoto) {
  const ScannedPage page = photo_page();
  const CompactPage compact = layers_of(page);
  EXPECT_NE(compact.rendition, Rendition::kLayered);
  ASSERT_EQ(compact.findings.size(), 1u);
  EXPECT_EQ(compact.findings[0].code, "page.layers-unfit");
}

TEST(Layers, AreNotMadeOfACoarseScan) {
  const CompactPage compact = layers_of(test::page_of(test::drawn_page().pixels, 150));
  EXPECT_EQ(compact.rendition, Rendition::kReencoded);
  ASSERT_EQ(compact.findings.size(), 1u);
  EXPECT_EQ(compact.findings[0].code, "page.layers-unfit");
}

TEST(Layers, OfAnEmptyColourPageAreItsPaper) {
  const TemporaryFolder folder;
  Image image{600, 400, 3, {}};
  for (int i = 0; i < 600 * 400; ++i) image.data.insert(image.data.end(), {200, 220, 240});
  const ScannedPage page = test::page_of(std::move(image), 300);
  const Image made = drawn(shown(page, layers_of(page)), folder);
  EXPECT_GT(psnr(made, page.pixels, {0, 0, 600, 400}), 40);
}

TEST(Layers, OfPagesOfAFewPixelsDoNotFail) {
  for (const auto& [width, height] : {std::pair(1, 1), {2, 1}, {1, 9}, {17, 3}, {40, 40}}) {
    Image image{width, height, 3, {}};
    test::Numbers numbers(8);
    for (int i = 0; i < 3 * width * height; ++i) {
      image.data.push_back(static_cast<std::uint8_t>(numbers.below(256)));
    }
    EXPECT_FALSE(layers_of(test::page_of(std::move(image), 300)).picture.bytes.empty());
  }
}

TEST(Layers, OfAPageOfAbsurdDpiAreFoundAsQuickly) {
  const ScannedPage page = test::drawn_page();
  const std::string expected = layers_of(test::page_of(page.pixels, 2400)).sha256();
  for (const double dpi : {1e5, 1e9, 1e300, std::numeric_limits<double>::infinity()}) {
    EXPECT_EQ(layers_of(test::page_of(page.pixels, dpi)).sha256(), expected) << dpi;
  }
}

TEST(Layers, AreTheSameOnEveryThread) {
  const ScannedPage page = test::drawn_page();
  std::vector<std::future<std::string>> digests;
  for (int i = 0; i < 4; ++i) {
    digests.push_back(std::async(std::launch::async, [&] { return layers_of(page).sha256(); }));
  }
  const std::string expected = layers_of(page).sha256();
  for (std::future<std::string>& digest : digests) EXPECT_EQ(digest.get(), expected);
}

}  // namespace sohoa
