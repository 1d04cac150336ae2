#include <gtest/gtest.h>

#include <set>

#include "pipeline/base/text.h"
#include "samples/fonts.h"
#include "samples/letters.h"
#include "samples/papers.h"
#include "samples/pen_strokes.h"
#include "samples/scan.h"

namespace sohoa {

namespace {

std::vector<Scan> scans_of(const PaperKind& kind, const std::string& wear_name, std::uint64_t seed,
                           double dpi = 0) {
  Pad pad(seed);
  Random random(seed, kind.name);
  kind.draw(pad, some_case(seed), random);
  std::vector<Scan> scans;
  for (const auto& sheet : pad.sheets()) {
    Random wear_random(seed, wear_name);
    Wear wear = wear_kind(wear_name).draw(wear_random);
    if (dpi > 0) wear.dpi = {dpi, dpi};
    scans.push_back(scan_sheet(*sheet, sheet.get(), wear, seed));
  }
  return scans;
}

int darkest(const Image& image, const Box& box) {
  int level = 255;
  for (int y = static_cast<int>(box.top); y < static_cast<int>(box.bottom); ++y) {
    for (int x = static_cast<int>(box.left); x < static_cast<int>(box.right); ++x) {
      const std::uint8_t* pixel = image.row(y) + x * image.channels;
      for (int c = 0; c < image.channels; ++c) level = std::min<int>(level, pixel[c]);
    }
  }
  return level;
}

}  // namespace

TEST(Fonts, DrawAllLettersWithVietnameseMarks) {
  const std::u32string letters = marked_letters();
  EXPECT_EQ(std::set<char32_t>(letters.begin(), letters.end()).size(), 134u);
  EXPECT_NO_THROW(require_fonts());
}

TEST(PenStrokes, WriteAllLettersWithVietnameseMarks) {
  for (const char32_t letter : marked_letters()) {
    EXPECT_FALSE(pen_strokes(letter).strokes.empty()) << to_utf8(std::u32string(1, letter));
  }
}

TEST(Papers, GiveTheSamePixelsAndTruthForTheSameSeed) {
  for (const PaperKind& kind : paper_kinds()) {
    const auto once = scans_of(kind, "filed", 11, 40);
    const auto again = scans_of(kind, "filed", 11, 40);
    ASSERT_EQ(once.size(), again.size());
    for (std::size_t i = 0; i < once.size(); ++i) {
      EXPECT_EQ(once[i].pixels.data, again[i].pixels.data) << kind.name;
      EXPECT_EQ(json_of(once[i].truth), json_of(again[i].truth)) << kind.name;
    }
  }
}

TEST(Papers, GiveOtherPixelsForAnotherSeed) {
  const PaperKind& kind = paper_kind("quyet-dinh");
  EXPECT_NE(scans_of(kind, "clean", 11, 75)[0].pixels.data,
            scans_of(kind, "clean", 12, 75)[0].pixels.data);
}

TEST(Truth, BoxesHoldInkHoweverThePageIsWorn) {
  for (const char* wear : {"clean", "skewed", "rotated", "fax", "photocopy"}) {
    for (const Scan& scan : scans_of(paper_kind("to-khai-khai-sinh"), wear, 5)) {
      for (const TruthLine& line : scan.truth.lines) {
        for (const TruthWord& word : line.words) {
          ASSERT_FALSE(word.box.empty()) << wear << " " << word.text;
          EXPECT_LT(darkest(scan.pixels, word.box), 120) << wear << " " << word.text;
        }
      }
    }
  }
}

TEST(Truth, WordsAreNfcWithoutWhiteSpace) {
  for (const PaperKind& kind : paper_kinds()) {
    Pad pad(3);
    Random random(3, kind.name);
    kind.draw(pad, some_case(3), random);
    for (const auto& sheet : pad.sheets()) {
      for (const TruthLine& line : sheet->truth().lines) {
        EXPECT_FALSE(line.words.empty());
        for (const TruthWord& word : line.words) {
          EXPECT_TRUE(is_nfc(word.text)) << kind.name << " " << word.text;
          EXPECT_EQ(split_words(word.text).size(), 1u) << kind.name << " " << word.text;
        }
      }
    }
  }
}

TEST(Truth, FieldsHaveValuesAndBoxes) {
  for (const PaperKind& kind : paper_kinds()) {
    Pad pad(21);
    Random random(21, kind.name);
    kind.draw(pad, some_case(21), random);
    for (const auto& sheet : pad.sheets()) {
      for (const TruthField& field : sheet->truth().fields) {
        EXPECT_FALSE(field.value.empty()) << kind.name << " " << field.name;
        // An official letter does not print what it is called.
        const bool unprinted = kind.name == "cong-van" && field.name == "ten_giay_to";
        EXPECT_EQ(field.box.empty(), unprinted) << kind.name << " " << field.name;
      }
    }
  }
}

TEST(Truth, EveryLetterWrittenByHandHasStrokes) {
  for (const PaperKind& kind : paper_kinds()) {
    for (std::uint64_t seed = 1; seed <= 2; ++seed) {
      Pad pad(seed);
      Case it = some_case(seed);
      it.by_hand = true;
      Random random(seed, kind.name);
      kind.draw(pad, it, random);
      for (const auto& sheet : pad.sheets()) {
        for (const TruthLine& line : sheet->truth().lines) {
          for (const TruthWord& word : line.words) {
            if (word.ink != WordInk::kHand) continue;
            for (const char32_t letter : to_code_points(word.text)) {
              EXPECT_FALSE(pen_strokes(letter).strokes.empty()) << kind.name << " " << word.text;
            }
          }
        }
      }
    }
  }
}

TEST(Truth, HandwritingStandsInDoubleBraces) {
  TruthLine line;
  line.words = {{"Số:", {}, WordInk::kPrint, {}},
                {"47", {}, WordInk::kHand, {}},
                {"/QĐ-UBND", {}, WordInk::kPrint, {}}};
  EXPECT_EQ(text_of(line), "Số: {{47}} /QĐ-UBND");
}

}  // namespace sohoa
