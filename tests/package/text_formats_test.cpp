#include "pipeline/package/text_formats.h"

#include <gtest/gtest.h>

#include <cmath>
#include <regex>
#include <set>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "tests/support/specimens.h"

namespace sohoa {
namespace {

TextFormatContext context() {
  return {"data/papers/01-a \"b\" <c>.pdf", std::string(64, 'a'), "0.1.0",
          "2026-11-23T09:30:00+07:00", 7};
}

/// Messages of xmllint; empty when the XML is sound. Skips nothing: callers ask for it first.
std::string xmllint(const std::string& xml, const std::vector<std::string>& options) {
  const TemporaryFolder folder;
  write_file(folder.path() / "page.xml", as_bytes(xml));
  std::vector<std::string> command{"xmllint", "--nonet", "--noout"};
  command.insert(command.end(), options.begin(), options.end());
  command.push_back((folder.path() / "page.xml").string());
  const ProcessResult result = run_process(command, {});
  return result.exit_code == 0 ? "" : result.messages;
}

std::vector<std::string> all_matches(const std::string& text, const std::string& pattern) {
  std::vector<std::string> found;
  const std::regex expression(pattern);
  for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it) {
    found.push_back((*it)[1]);
  }
  return found;
}

TEST(Alto, IsWellFormed) {
  if (find_program("xmllint").empty()) GTEST_SKIP() << "needs xmllint; run ./dev setup";
  EXPECT_EQ(xmllint(alto_of(test::specimen_text(), context()), {}), "");
  EXPECT_NE(xmllint("<alto>", {}), "");
}

TEST(Alto, IsValidAgainstTheSchema) {
  const char* schema = std::getenv("SOHOA_ALTO_XSD");
  if (schema == nullptr || find_program("xmllint").empty()) {
    GTEST_SKIP()
        << "needs xmllint, and SOHOA_ALTO_XSD with the path of alto-4-4.xsd, whose licence "
           "keeps it out of the project";
  }
  EXPECT_EQ(xmllint(alto_of(test::specimen_text(), context()), {"--schema", schema}), "");
  EXPECT_EQ(xmllint(alto_of(TextPage{}, {}), {"--schema", schema}), "");
}

TEST(Alto, KeepsTheOrderOfTheSchema) {
  const std::string xml = alto_of(test::specimen_text(), context());
  std::size_t last = 0;
  for (const char* element : {"<Description>",
                              "<MeasurementUnit>pixel<",
                              "<sourceImageInformation>",
                              "<fileName>",
                              "<fileIdentifier ",
                              "<Processing ",
                              "<processingCategory>",
                              "<processingDateTime>",
                              "<processingStepDescription>",
                              "<processingStepSettings>",
                              "<processingSoftware>",
                              "<softwareName>",
                              "<softwareVersion>",
                              "<Styles>",
                              "<Tags>",
                              "<Layout>",
                              "<Page ",
                              "<PrintSpace ",
                              "<TextBlock ",
                              "<TextLine ",
                              "<String "}) {
    const std::size_t at = xml.find(element);
    ASSERT_NE(at, std::string::npos) << element;
    EXPECT_GT(at, last) << element;
    last = at;
  }
}

TEST(Alto, IdsAreUniqueAndReferencesHold) {
  const std::string xml = alto_of(test::specimen_text(), context());
  const std::vector<std::string> ids = all_matches(xml, " ID=\"([^\"]*)\"");
  const std::set<std::string> unique(ids.begin(), ids.end());
  EXPECT_EQ(unique.size(), ids.size());
  const std::vector<std::string> references = all_matches(xml, "REFS=\"([^\"]*)\"");
  EXPECT_FALSE(references.empty());
  for (const std::string& reference : references) EXPECT_TRUE(unique.count(reference)) << reference;
}

TEST(Alto, WritesConfidenceAsAShare) {
  TextPage page = test::specimen_text();
  page.blocks[0].lines[0].words[0].confidence = 1.0;
  page.blocks[0].lines[0].words[1].confidence = 0.09;
  page.blocks[0].lines[0].words[2].confidence = std::nan("");
  page.blocks[0].lines[0].words[3].confidence = 7;
  const std::vector<std::string> wc = all_matches(alto_of(page, context()), " WC=\"([^\"]*)\"");
  ASSERT_GE(wc.size(), 4U);
  EXPECT_EQ(wc[0], "1");
  EXPECT_EQ(wc[1], "0.09");
  EXPECT_EQ(wc[2], "0");
  EXPECT_EQ(wc[3], "1");
}

TEST(Alto, SaysEveryWordOnceInReadingOrder) {
  const std::vector<std::string> words =
      all_matches(alto_of(test::specimen_text(), context()), " CONTENT=\"([^\"]*)\"");
  EXPECT_EQ(words, (std::vector<std::string>{"ỦY", "BAN", "NHÂN", "DÂN", "Số:", "12/QĐ-UBND",
                                             "&lt;A&amp;B&gt;", "&quot;x&quot;", "1", "Trần", "Văn",
                                             "Mẫu", "Trang", "không", "thật"}));
}

TEST(Alto, LeavesOutLinesWithoutWords) {
  const std::string xml = alto_of(test::specimen_text(), context());
  EXPECT_EQ(all_matches(xml, "(<TextLine )").size(), 4U);
}

TEST(Alto, PutsBaselineLanguageAndRegions) {
  const std::string xml = alto_of(test::specimen_text(), context());
  EXPECT_NE(xml.find("BASELINE=\"100,104 "), std::string::npos);
  EXPECT_NE(xml.find("LANG=\"vi\""), std::string::npos);
  EXPECT_NE(xml.find("<Illustration ID=\"p7_b4\" TAGREFS=\"tag_seal\""), std::string::npos);
  EXPECT_NE(xml.find("TAGREFS=\"tag_table\""), std::string::npos);
  EXPECT_EQ(xml.find("tag_picture"), std::string::npos);
}

TEST(Hocr, IsWellFormed) {
  if (find_program("xmllint").empty()) GTEST_SKIP() << "needs xmllint; run ./dev setup";
  EXPECT_EQ(xmllint(hocr_of(test::specimen_text(), context()), {}), "");
}

TEST(Hocr, BoxesLieInTheirParents) {
  const std::string html = hocr_of(test::specimen_text(), context());
  const std::regex open("class=\"(ocr\\w+)\"[^>]*bbox (\\d+) (\\d+) (\\d+) (\\d+)");
  Box page;
  Box block;
  Box line;
  int words = 0;
  const auto inside = [](const Box& outer, const Box& box) {
    return box.left >= outer.left && box.top >= outer.top && box.right <= outer.right &&
           box.bottom <= outer.bottom;
  };
  for (std::sregex_iterator it(html.begin(), html.end(), open), end; it != end; ++it) {
    const std::string kind = (*it)[1];
    const Box box{std::stod((*it)[2]), std::stod((*it)[3]), std::stod((*it)[4]),
                  std::stod((*it)[5])};
    if (kind == "ocr_page") page = box;
    if (kind == "ocr_carea" || kind == "ocr_table") block = box;
    if (kind == "ocr_line") line = box;
    EXPECT_TRUE(inside(page, box)) << kind;
    if (kind == "ocr_line") {
      EXPECT_TRUE(inside(block, box));
    }
    if (kind == "ocrx_word") {
      EXPECT_TRUE(inside(line, box));
      ++words;
    }
  }
  EXPECT_EQ(words, 15);
}

TEST(Hocr, MeasuresTheBaselineFromTheBottomLeftCorner) {
  const std::string html = hocr_of(test::specimen_text(), context());
  const std::regex expression("ocr_line[^>]*baseline (-?[0-9.]+) (-?[0-9.]+); x_size ([0-9.]+)");
  std::smatch match;
  ASSERT_TRUE(std::regex_search(html, match, expression));
  EXPECT_NEAR(std::stod(match[1]), 1.5 / 228, 0.0005);
  EXPECT_NEAR(std::stod(match[2]), -6, 0.06);
  EXPECT_NEAR(std::stod(match[3]), 13 * 150 / 72.0, 0.06);
}

TEST(Hocr, WritesConfidenceInPercent) {
  const std::string html = hocr_of(test::specimen_text(), context());
  EXPECT_NE(html.find("x_wconf 96"), std::string::npos);
}

TEST(LanguageTag, IsThatOfBcp47) {
  EXPECT_EQ(language_tag("vie+eng"), "vi");
  EXPECT_EQ(language_tag("eng"), "en");
  EXPECT_EQ(language_tag("chi_sim"), "zh-Hans");
  EXPECT_EQ(language_tag("script/Vietnamese"), "");
}

}  // namespace
}  // namespace sohoa
