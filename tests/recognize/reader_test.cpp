#include "pipeline/recognize/reader.h"

#include <gtest/gtest.h>

#include <future>

#include "pipeline/base/error.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/base/text.h"
#include "tests/recognize/drawn_page.h"

namespace sohoa {
namespace {

std::vector<Word> words_of(const TextPage& page) {
  std::vector<Word> words;
  for (const Block& block : page.blocks) {
    for (const Line& line : block.lines) {
      words.insert(words.end(), line.words.begin(), line.words.end());
    }
  }
  return words;
}

Error error_of(const ReaderSettings& settings) {
  try {
    make_reader(settings);
  } catch (const Error& error) {
    return error;
  }
  return {ExitCode::kDone, "", "", ""};
}

TEST(Reader, ReadsVietnameseAsItWasDrawn) {
  CleanPage page = test::white_page(2000, 400);
  test::draw_text(page, "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6", 200, 200);
  const TextPage text = make_reader({})->read(page);
  EXPECT_EQ(plain_text(text), "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6\n");
  for (const Word& word : words_of(text)) EXPECT_TRUE(is_nfc(word.text));
}

TEST(Reader, TheDottedLineOfAFormIsNoText) {
  CleanPage page = test::white_page(2000, 400);
  test::draw_text(page, "1. Họ và tên: ......................... Giới tính: ..........", 200, 200);
  const std::vector<Word> words = words_of(make_reader({})->read(page));
  std::string text;
  for (const Word& word : words) text += word.text + ' ';
  EXPECT_EQ(text, "1. Họ và tên: Giới tính: ");
}

TEST(Reader, DirtOverALineDoesNotSpoilIt) {
  CleanPage page = test::white_page(2000, 400);
  test::draw_text(page, "Tôi là (ghi họ tên bằng chữ in hoa):", 200, 200);
  for (int x = 300; x < 800; x += 60) {
    for (int above = 50; above < 170; above += 12) page.pixels.row(200 - above)[x] = 0;
  }
  EXPECT_EQ(plain_text(make_reader({})->read(page)), "Tôi là (ghi họ tên bằng chữ in hoa):\n");
}

TEST(Reader, BoxesLieAroundTheInkOfTheWords) {
  CleanPage page = test::white_page(2000, 400);
  const test::Drawn left = test::draw_text(page, "Quyết", 300, 200);
  const test::Drawn right = test::draw_text(page, "định", 440, 200);
  const std::vector<Word> words = words_of(make_reader({})->read(page));
  ASSERT_EQ(words.size(), 2U);
  const test::Drawn* drawn[] = {&left, &right};
  for (int i = 0; i < 2; ++i) {
    EXPECT_NEAR(words[i].box.left, drawn[i]->ink.left, 3);
    EXPECT_NEAR(words[i].box.right, drawn[i]->ink.right, 3);
    EXPECT_NEAR(words[i].box.top, drawn[i]->ink.top, 3);
    EXPECT_NEAR(words[i].box.bottom, drawn[i]->ink.bottom, 3);
  }
}

TEST(Reader, ADottedRuleIsNoPartOfTheWordBeforeIt) {
  CleanPage page = test::white_page(2000, 400);
  const test::Drawn drawn = test::draw_text(page, "Địa điểm kinh doanh", 300, 200);
  test::draw_text(page, "....................", drawn.ink.right + 10, 200);
  for (const EngineChoice engine : {EngineChoice::kBatch, EngineChoice::kTesseract}) {
    const TextPage text = make_reader({"vie", {}, engine})->read(page);
    EXPECT_EQ(plain_text(text), "Địa điểm kinh doanh\n");
    ASSERT_FALSE(words_of(text).empty());
    EXPECT_NEAR(words_of(text).back().box.right, drawn.ink.right, 2);
  }
}

TEST(Reader, PunctuationIsPartOfTheWordBeforeIt) {
  for (const char* text : {"Quyết,", "(Quyết)", "“Quyết”", "Quyết;", "Quyết:", "- Quyết."}) {
    CleanPage page = test::white_page(2000, 400);
    const test::Drawn drawn = test::draw_text(page, text, 300, 200);
    const std::vector<Word> words = words_of(make_reader({})->read(page));
    ASSERT_FALSE(words.empty()) << text;
    EXPECT_NEAR(words.front().box.left, drawn.ink.left, 2) << text;
    EXPECT_NEAR(words.back().box.right, drawn.ink.right, 2) << text;
  }
}

TEST(Reader, DirtOverAWordIsNoPartOfIt) {
  CleanPage page = test::white_page(2000, 400);
  const test::Drawn drawn = test::draw_text(page, "kinh doanh", 300, 200);
  test::draw_bar(page, {480, 146, 484, 150});
  const std::vector<Word> words = words_of(make_reader({})->read(page));
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[1].text, "doanh");
  EXPECT_NEAR(words[1].box.top, drawn.ink.top, 2);
}

TEST(Reader, LinesCarryBaselineAndFontSize) {
  CleanPage page = test::white_page(2000, 400);
  test::draw_text(page, "Về việc hỗ trợ quà Tết cho hộ nghèo", 200, 200, 14);
  const TextPage text = make_reader({})->read(page);
  ASSERT_EQ(text.blocks.size(), 1U);
  const Line& line = text.blocks[0].lines.at(0);
  EXPECT_NEAR(line.baseline_start.y, 200, 2);
  EXPECT_NEAR(line.baseline_end.y, 200, 2);
  EXPECT_NEAR(line.font_size_pt, 14, 1.5);
  EXPECT_NEAR(line.x_height, 14 * 300 / 72.0 * 0.459, 3);
}

TEST(Reader, AnEmptyPageGivesNoBlocks) {
  EXPECT_TRUE(make_reader({})->read(test::white_page(800, 600)).blocks.empty());
  EXPECT_TRUE(make_reader({})->read(CleanPage()).blocks.empty());
}

TEST(Reader, CoordinatesAreThoseOfTheUprightPage) {
  CleanPage page = test::white_page(2000, 400);
  const test::Drawn drawn = test::draw_text(page, "Quyết", 300, 200);
  page.to_upright = {0.5, 0, 0, 0.5, 10, 20};
  page.upright_width = 1100;
  page.upright_height = 300;
  const std::vector<Word> words = words_of(make_reader({})->read(page));
  ASSERT_EQ(words.size(), 1U);
  EXPECT_NEAR(words[0].box.left, drawn.ink.left / 2 + 10, 2);
  EXPECT_NEAR(words[0].box.bottom, drawn.ink.bottom / 2 + 20, 2);
}

TEST(Reader, NoBoxReachesOutOfThePage) {
  CleanPage page = test::white_page(2000, 400);
  test::draw_text(page, "Quyết định này có hiệu lực", 200, 200);
  page.to_upright = {1, 0, 0, 1, -240, -180};
  for (const Word& word : words_of(make_reader({})->read(page))) {
    EXPECT_GE(word.box.left, 0);
    EXPECT_GE(word.box.top, 0);
    EXPECT_LE(word.box.right, page.upright_width);
    EXPECT_FALSE(word.box.empty());
    EXPECT_FALSE(word.text.empty());
  }
}

TEST(Reader, ALetterheadIsReadLeftThenRight) {
  CleanPage page = test::white_page(2480, 700);
  test::draw_text(page, "UBND TỈNH QUẢNG NGÃI", 300, 150);
  test::draw_text(page, "SỞ TƯ PHÁP", 430, 210);
  test::draw_text(page, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 1150, 150);
  test::draw_text(page, "Độc lập - Tự do - Hạnh phúc", 1330, 210);
  test::draw_text(page, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6", 300, 500);
  EXPECT_EQ(plain_text(make_reader({})->read(page)),
            "UBND TỈNH QUẢNG NGÃI\nSỞ TƯ PHÁP\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "Độc lập - Tự do - Hạnh phúc\n\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 19 "
            "tháng 6\n");
}

TEST(Reader, TwoReadersOnTwoThreadsReadTheSame) {
  CleanPage page = test::white_page(2000, 400);
  test::draw_text(page, "Về việc kinh phí thực hiện hỗ trợ quà Tết", 200, 150);
  test::draw_text(page, "cho hộ nghèo, cận nghèo trên địa bàn", 200, 220);
  const auto read = [&page] {
    const std::unique_ptr<Reader> reader = make_reader({});
    reader->read(page);
    return reader->read(page);
  };
  std::future<TextPage> other = std::async(std::launch::async, read);
  const TextPage one = read();
  const TextPage two = other.get();
  EXPECT_EQ(plain_text(one), plain_text(two));
  const std::vector<Word> a = words_of(one), b = words_of(two);
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].confidence, b[i].confidence);
    EXPECT_EQ(a[i].box.left, b[i].box.left);
  }
}

TEST(Reader, SealsBecomeBlocksWithoutText) {
  CleanPage page = test::white_page(800, 600);
  page.seals = {{100, 100, 300, 300}};
  const TextPage text = make_reader({})->read(page);
  ASSERT_EQ(text.blocks.size(), 1U);
  EXPECT_EQ(text.blocks[0].kind, BlockKind::kSeal);
  EXPECT_TRUE(text.blocks[0].lines.empty());
}

TEST(Reader, NamesWhatItReadWith) {
  const std::vector<Ingredient> ingredients = make_reader({})->ingredients();
  ASSERT_EQ(ingredients.size(), 3U);
  EXPECT_EQ(ingredients[0].name, "sohoa-batch");
  EXPECT_EQ(ingredients[1].name, "vie_sohoa_fast.traineddata");
  EXPECT_EQ(ingredients[1].sha256.size(), 64U);
  EXPECT_EQ(ingredients[2].name, "vie_sohoa.lm");
  EXPECT_EQ(ingredients[2].sha256.size(), 64U);
}

TEST(Reader, SeveralLanguagesAreReadByTesseract) {
  const std::vector<Ingredient> ingredients = make_reader({"vie+eng", {}})->ingredients();
  ASSERT_EQ(ingredients.size(), 3U);
  EXPECT_EQ(ingredients[0].name, "tesseract");
  EXPECT_TRUE(ingredients[0].version.starts_with("5."));
  EXPECT_EQ(ingredients[1].name, "vie.traineddata");
  EXPECT_EQ(ingredients[1].sha256.size(), 64U);
  EXPECT_EQ(ingredients[2].name, "eng.traineddata");
}

TEST(Reader, WhatTheBatchEngineCannotRunIsRefusedWhenItIsAskedFor) {
  const Error error = error_of({"vie+eng", {}, EngineChoice::kBatch});
  EXPECT_EQ(error.code(), ExitCode::kDependency);
  EXPECT_EQ(error.subject(), "language vie+eng");
  EXPECT_NE(error.reason().find("Tesseract"), std::string::npos);
}

TEST(Reader, BothEnginesReadADrawnLineAlike) {
  CleanPage page = test::white_page(2000, 400);
  test::draw_text(page, "Về việc hỗ trợ quà Tết cho hộ nghèo", 200, 200);
  const TextPage ours = make_reader({"vie", {}, EngineChoice::kBatch})->read(page);
  const TextPage theirs = make_reader({"vie", {}, EngineChoice::kTesseract})->read(page);
  EXPECT_EQ(plain_text(ours), "Về việc hỗ trợ quà Tết cho hộ nghèo\n");
  EXPECT_EQ(plain_text(theirs), plain_text(ours));
  EXPECT_TRUE(ours.reader.starts_with("sohoa-batch ")) << ours.reader;
  EXPECT_TRUE(theirs.reader.starts_with("tesseract 5.")) << theirs.reader;
}

TEST(Reader, AMissingModelNamesThePackageThatHasIt) {
  const Error error = error_of({"vie+chi_sim", {}});
  EXPECT_EQ(error.code(), ExitCode::kDependency);
  EXPECT_EQ(error.subject(), "language chi_sim");
  EXPECT_NE(error.remedy().find("tesseract-ocr-chi-sim"), std::string::npos);
}

TEST(Reader, AModelFolderWithoutTheModelIsNamed) {
  const TemporaryFolder folder;
  const Error error = error_of({"vie", folder.path()});
  EXPECT_EQ(error.code(), ExitCode::kDependency);
  EXPECT_NE(error.reason().find(folder.path().string()), std::string::npos);
}

TEST(Reader, AThingThatIsNoLanguageIsAUsageError) {
  for (const char* language : {"", "vie+", "../vie", "vie eng", "/vie"}) {
    EXPECT_EQ(error_of({language, {}}).code(), ExitCode::kUsage) << language;
  }
}

}  // namespace
}  // namespace sohoa
