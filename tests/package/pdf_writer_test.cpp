#include "pipeline/package/pdf/pdf_writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <clocale>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <string>

#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/base/text.h"
#include "pipeline/package/pdf/glyphless_font.h"
#include "pipeline/package/pdf/pdf_icc.h"
#include "pipeline/package/pdfa/pdfa_lint.h"
#include "tests/package/pdf_sample.h"

namespace sohoa {

namespace {

using test::sample_page;
using test::sample_settings;
using test::sample_text;

class LoadedPdf : public testing::Test {
 protected:
  std::filesystem::path write(PdfWriter& writer, const std::string& name = "a.pdf") {
    std::filesystem::path path = folder_.path() / name;
    writer.write(path);
    return path;
  }

  std::filesystem::path one_page(const ScannedPage& page, const TextPage& text,
                                 const PdfSettings& settings = sample_settings()) {
    PdfWriter writer(settings);
    writer.add_page(page, text);
    return write(writer);
  }

  std::string output_of(const std::vector<std::string>& command) {
    return run_process(command, ProcessLimits{}).output;
  }

  TemporaryFolder folder_;
};

Bytes raw_stream(QPDFObjectHandle stream) {
  const std::shared_ptr<Buffer> buffer = stream.getRawStreamData();
  return Bytes(buffer->getBuffer(), buffer->getBuffer() + buffer->getSize());
}

QPDFObjectHandle page_of(QPDF& pdf, int index = 0) {
  return pdf.getAllPages().at(static_cast<std::size_t>(index));
}

QPDFObjectHandle image_of(QPDF& pdf, const std::string& name = "/Im0") {
  return page_of(pdf).getKey("/Resources").getKey("/XObject").getKey(name);
}

}  // namespace

TEST_F(LoadedPdf, KeepsTheMastersBytes) {
  const ScannedPage page = sample_page();
  QPDF pdf;
  pdf.processFile(one_page(page, sample_text()).c_str());
  EXPECT_EQ(sha256_of(raw_stream(image_of(pdf))), sha256_of(page.master.bytes));
}

TEST_F(LoadedPdf, HasNoErrorsForQpdf) {
  const ProcessResult check = run_process(
      {"qpdf", "--check", one_page(sample_page(), sample_text()).string()}, ProcessLimits{});
  EXPECT_EQ(check.exit_code, 0) << check.output << check.messages;
}

TEST_F(LoadedPdf, GivesTheWordsBackInOrder) {
  const TextPage text = sample_text();
  const std::string path = one_page(sample_page(), text).string();
  EXPECT_EQ(split_words(output_of({"pdftotext", "-raw", path, "-"})),
            split_words(plain_text(text)));
}

TEST_F(LoadedPdf, KeepsWordsApartWhoseBoxesOverlap) {
  TextPage text = sample_text();
  for (Block& block : text.blocks) {
    for (Line& line : block.lines) {
      for (std::size_t i = 0; i + 1 < line.words.size(); ++i) {
        line.words[i].box.right = line.words[i + 1].box.right - i % 3;
      }
    }
  }
  const std::string path = one_page(sample_page(), text).string();
  EXPECT_EQ(split_words(output_of({"pdftotext", "-raw", path, "-"})),
            split_words(plain_text(text)));
}

TEST_F(LoadedPdf, KeepsTheWordsOfASkewedLineWholeAndInOrder) {
  TextPage text = sample_text();
  for (Block& block : text.blocks) {
    for (Line& line : block.lines) {
      line.baseline_end.y += 0.15 * (line.baseline_end.x - line.baseline_start.x);
      for (Word& word : line.words) {
        const double drop = 0.15 * (word.box.left - line.baseline_start.x);
        word.box.top += drop;
        word.box.bottom += drop;
      }
    }
  }
  const std::string path = one_page(sample_page(), text).string();
  EXPECT_EQ(split_words(output_of({"pdftotext", "-raw", path, "-"})),
            split_words(plain_text(text)));
  const std::string boxes = output_of({"pdftotext", "-bbox", path, "-"});
  for (const std::string& word : split_words(plain_text(text))) {
    EXPECT_NE(boxes.find('>' + word + '<'), std::string::npos) << word;
  }
}

TEST_F(LoadedPdf, IsTheSameBytesForTheSamePages) {
  const ScannedPage page = sample_page();
  PdfWriter first(sample_settings());
  PdfWriter second(sample_settings());
  for (PdfWriter* writer : {&first, &second}) {
    writer->add_page(page, sample_text());
    writer->add_page(page, sample_text());
  }
  EXPECT_EQ(read_file(write(first, "first.pdf")), read_file(write(second, "second.pdf")));
}

TEST_F(LoadedPdf, ReportsAFullDisk) {
  PdfWriter writer(sample_settings());
  writer.add_page(sample_page(), sample_text());
  try {
    writer.write("/dev/full");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kOutput);
  }
}

/// Another time zone and, where the machine has it, locale, for a while.
class ZoneAndLocale {
 public:
  ZoneAndLocale(const char* zone, const char* locale) {
    ::setenv("TZ", zone, 1);
    ::tzset();
    std::setlocale(LC_ALL, locale);
  }
  ~ZoneAndLocale() {
    ::unsetenv("TZ");
    ::tzset();
    std::setlocale(LC_ALL, "C");
  }
  ZoneAndLocale(const ZoneAndLocale&) = delete;
  ZoneAndLocale& operator=(const ZoneAndLocale&) = delete;
};

/// One way an image can come, and what it must be in the PDF.
struct ColourCase {
  const char* name;
  MasterImage image;
  std::string space;  // as libqpdf prints the colour space's name or family
};

std::vector<ColourCase> colour_cases() {
  MasterImage indexed = test::plain_image(8, 8, ColorSpace::kIndexed, {1});
  indexed.palette = {0, 0, 0, 200, 10, 10};
  MasterImage deep = test::plain_image(8, 8, ColorSpace::kRgb, {1, 2, 3, 4, 5, 6});
  deep.bits_per_component = 16;
  MasterImage inverted = test::plain_image(8, 8, ColorSpace::kCmyk, {255, 255, 255, 0});
  inverted.decode = {1, 0, 1, 0, 1, 0, 1, 0};
  MasterImage profiled = test::plain_image(8, 8, ColorSpace::kRgb, {1, 2, 3});
  profiled.icc_profile = srgb_profile();
  MasterImage misprofiled = test::plain_image(8, 8, ColorSpace::kGrey, {9});
  misprofiled.icc_profile = srgb_profile();
  return {{"rgb", test::plain_image(8, 8, ColorSpace::kRgb, {1, 2, 3}), "/DeviceRGB"},
          {"cmyk", test::plain_image(8, 8, ColorSpace::kCmyk, {1, 2, 3, 4}), "/ICCBased"},
          {"inverted cmyk", inverted, "/ICCBased"},
          {"indexed", indexed, "/Indexed"},
          {"16 bits", deep, "/DeviceRGB"},
          {"profile", profiled, "/ICCBased"},
          {"profile of another space", misprofiled, "/DeviceGray"}};
}

TEST_F(LoadedPdf, IsLawfulInEveryColourSpace) {
  for (const ColourCase& colour : colour_cases()) {
    SCOPED_TRACE(colour.name);
    ScannedPage page = sample_page();
    page.master = colour.image;
    const std::filesystem::path path = one_page(page, sample_text());
    EXPECT_TRUE(lint_pdfa(path).empty()) << message_of(lint_pdfa(path).front());
    QPDF pdf;
    pdf.processFile(path.c_str());
    QPDFObjectHandle space = image_of(pdf).getDict().getKey("/ColorSpace");
    EXPECT_EQ(space.isArray() ? space.getArrayItem(0).getName() : space.getName(), colour.space);
    const ProcessResult drawn =
        run_process({"pdftoppm", "-r", "10", path.string(), folder_.path() / "page"}, {});
    EXPECT_EQ(drawn.exit_code, 0);
    EXPECT_EQ(drawn.messages, "");
  }
}

TEST_F(LoadedPdf, IsLawfulWithOverlaysAndKeepsEqualOnesOnce) {
  ScannedPage page = sample_page();
  Overlay overlay;
  overlay.picture = test::plain_image(20, 10, ColorSpace::kRgb, {200, 0, 0});
  overlay.mask = test::plain_image(20, 10, ColorSpace::kGrey, {128});
  overlay.placement = {60, 0, 0, 30, 300, 100};
  page.overlays = {overlay, overlay};
  const std::filesystem::path path = one_page(page, sample_text());
  EXPECT_TRUE(lint_pdfa(path).empty());
  QPDF pdf;
  pdf.processFile(path.c_str());
  EXPECT_EQ(image_of(pdf, "/Im1").getObjGen(), image_of(pdf, "/Im2").getObjGen());
}

TEST_F(LoadedPdf, PassesCodingParametersOn) {
  ScannedPage page = sample_page();
  page.master.codec = Codec::kCcitt;
  page.master.bits_per_component = 1;
  page.master.ccitt = {0, true, true, true, false};
  QPDF pdf;
  pdf.processFile(one_page(page, sample_text()).c_str());
  QPDFObjectHandle fax = image_of(pdf).getDict().getKey("/DecodeParms");
  EXPECT_EQ(fax.unparse(),
            "<< /BlackIs1 true /Columns 827 /EncodedByteAlign true /EndOfBlock false /EndOfLine "
            "true /K 0 /Rows 1169 >>");
}

TEST_F(LoadedPdf, KeepsJbig2GlobalsBesideTheImage) {
  ScannedPage page = sample_page();
  page.master.codec = Codec::kJbig2;
  page.master.bits_per_component = 1;
  page.master.jbig2_globals = {1, 2, 3};
  QPDF pdf;
  pdf.processFile(one_page(page, sample_text()).c_str());
  QPDFObjectHandle globals = image_of(pdf).getDict().getKey("/DecodeParms").getKey("/JBIG2Globals");
  EXPECT_EQ(globals.getStreamData()->getSize(), 3u);
}

TEST_F(LoadedPdf, ClaimsTheLevelThatWasAskedFor) {
  const auto packet = [&](OutputType type) {
    PdfSettings settings = sample_settings();
    settings.output_type = type;
    const Bytes bytes = read_file(one_page(sample_page(), sample_text(), settings));
    return std::string(as_text(bytes));
  };
  EXPECT_NE(packet(OutputType::kPdfA2u).find("conformance>U<"), std::string::npos);
  EXPECT_NE(packet(OutputType::kPdfA2b).find("conformance>B<"), std::string::npos);
  EXPECT_NE(packet(OutputType::kPdfA3u).find("part>3<"), std::string::npos);
  EXPECT_NE(packet(OutputType::kPdfA3u).find("conformance>U<"), std::string::npos);
  EXPECT_EQ(packet(OutputType::kPdf).find("pdfaid:part"), std::string::npos);
}

PdfSettings settings_of_part_one() {
  PdfSettings settings = sample_settings();
  settings.output_type = OutputType::kPdfA1b;
  return settings;
}

TEST_F(LoadedPdf, OfPartOneIsPlainPdf14) {
  const std::filesystem::path path = one_page(sample_page(), sample_text(), settings_of_part_one());
  EXPECT_TRUE(lint_pdfa(path).empty());
  const Bytes bytes = read_file(path);
  const std::string_view data = as_text(bytes);
  EXPECT_TRUE(data.starts_with("%PDF-1.4\n"));
  EXPECT_EQ(data.find("/ObjStm"), std::string_view::npos);
  EXPECT_EQ(data.find("/XRef"), std::string_view::npos);
  EXPECT_NE(data.find("part>1<"), std::string_view::npos);
  EXPECT_NE(data.find("conformance>B<"), std::string_view::npos);
  EXPECT_EQ(split_words(output_of({"pdftotext", "-raw", path.string(), "-"})),
            split_words(plain_text(sample_text())));
}

TEST_F(LoadedPdf, OfPartOneSaysNewerProfilesInAnOlderVersion) {
  ScannedPage page = sample_page();
  page.master = test::plain_image(8, 8, ColorSpace::kRgb, {200, 100, 50});
  page.master.icc_profile = srgb_profile(IccVersion::k4);
  const std::filesystem::path path = one_page(page, sample_text(), settings_of_part_one());
  EXPECT_TRUE(lint_pdfa(path).empty());
  QPDF pdf;
  pdf.processFile(path.c_str());
  QPDFObjectHandle profile = image_of(pdf).getDict().getKey("/ColorSpace").getArrayItem(1);
  EXPECT_EQ(profile.getStreamData()->getBuffer()[8], 2);
  const std::string drawn = output_of({"pdftoppm", "-r", "10", path.string()});
  ASSERT_GT(drawn.size(), 3000u);
  EXPECT_NEAR(static_cast<unsigned char>(drawn[drawn.size() - 1503]), 200, 2);
  EXPECT_NEAR(static_cast<unsigned char>(drawn[drawn.size() - 1502]), 100, 2);
  EXPECT_NEAR(static_cast<unsigned char>(drawn[drawn.size() - 1501]), 50, 2);
}

TEST_F(LoadedPdf, OfPartOneIsLawfulInEveryColourSpaceThatPdf14Has) {
  for (const ColourCase& colour : colour_cases()) {
    SCOPED_TRACE(colour.name);
    ScannedPage page = sample_page();
    page.master = colour.image;
    PdfWriter writer(settings_of_part_one());
    if (colour.image.bits_per_component > 8) {
      EXPECT_THROW(writer.add_page(page, sample_text()), Error);
      continue;
    }
    writer.add_page(page, sample_text());
    EXPECT_TRUE(lint_pdfa(write(writer)).empty());
  }
}

TEST_F(LoadedPdf, OfPartOneRefusesWhatPdf14CannotSay) {
  ScannedPage transparent = sample_page();
  transparent.overlays.resize(1);
  transparent.overlays[0].picture = test::plain_image(20, 10, ColorSpace::kRgb, {200, 0, 0});
  transparent.overlays[0].mask = test::plain_image(20, 10, ColorSpace::kGrey, {128});
  ScannedPage huge = sample_page();
  huge.size = {14401, 100};
  ScannedPage jpeg2000 = sample_page();
  jpeg2000.master.codec = Codec::kJpx;
  for (const ScannedPage& page : {transparent, huge, jpeg2000}) {
    PdfWriter writer(settings_of_part_one());
    try {
      writer.add_page(page, sample_text());
      FAIL() << "no error";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kInput);
      EXPECT_NE(std::string(error.what()).find("--output-type pdfa-2b"), std::string::npos);
    }
  }
}

TEST_F(LoadedPdf, IsTheSameBytesInEveryTimeZoneAndLocale) {
  const ScannedPage page = sample_page();
  for (const OutputType type : {OutputType::kPdfA1b, OutputType::kPdfA2b, OutputType::kPdfA2u,
                                OutputType::kPdfA3u, OutputType::kPdf}) {
    PdfSettings settings = sample_settings();
    settings.output_type = type;
    const Bytes here = read_file(one_page(page, sample_text(), settings));
    const ZoneAndLocale elsewhere("Asia/Tokyo", "de_DE.UTF-8");
    EXPECT_EQ(read_file(one_page(page, sample_text(), settings)), here);
  }
}

TEST_F(LoadedPdf, OfPartThreeCarriesFiles) {
  PdfSettings settings = sample_settings();
  settings.output_type = OutputType::kPdfA3u;
  PdfWriter writer(settings);
  writer.add_page(sample_page(), sample_text());
  const std::string first = "<alto>một</alto>", second = "<alto>hai</alto>";
  writer.attach({"0001.xml", "application/xml", "ALTO", settings.job_time}, as_bytes(first));
  writer.attach({"0002.xml", "application/xml", "ALTO", ""}, as_bytes(second));
  const std::filesystem::path path = write(writer);
  EXPECT_TRUE(lint_pdfa(path).empty());
  const std::filesystem::path saved = folder_.path() / "saved.xml";
  output_of({"pdfdetach", "-save", "2", "-o", saved.string(), path.string()});
  const Bytes bytes = read_file(saved);
  EXPECT_EQ(as_text(bytes), second);
}

TEST_F(LoadedPdf, SaysThatItIsAnUnsignedCopy) {
  PdfSettings settings = sample_settings();
  settings.unsigned_copy = true;
  const std::filesystem::path path = one_page(sample_page(), sample_text(), settings);
  EXPECT_NE(output_of({"pdfinfo", "-meta", path.string()}).find("Unsigned copy"),
            std::string::npos);
  EXPECT_TRUE(lint_pdfa(path).empty());
}

TEST_F(LoadedPdf, NeedsNeitherWordsNorTitleNorTime) {
  PdfSettings settings;
  settings.job_time = "yesterday";
  const std::filesystem::path path = one_page(sample_page(), {}, settings);
  EXPECT_TRUE(lint_pdfa(path).empty());
  EXPECT_EQ(output_of({"pdffonts", path.string()}).find("Sohoa"), std::string::npos);
}

TEST_F(LoadedPdf, SharesWhatPagesHaveInCommon) {
  PdfWriter writer(sample_settings());
  const ScannedPage page = sample_page();
  const TextPage text = sample_text();
  for (int i = 0; i < 1000; ++i) writer.add_page(page, text);
  const std::filesystem::path path = write(writer);
  EXPECT_TRUE(lint_pdfa(path).empty());
  EXPECT_LT(std::filesystem::file_size(path), 1000 * 1000u);
}

TEST_F(LoadedPdf, OfPartOneHasNoArrayThatIsTooLong) {
  constexpr int kPages = 8200;  // more than 6.1.12 lets stand in one array
  PdfWriter writer(settings_of_part_one());
  const ScannedPage page = sample_page();
  for (int i = 0; i < kPages; ++i) writer.add_page(page, {});
  const std::filesystem::path path = write(writer);
  EXPECT_TRUE(lint_pdfa(path).empty());
  const std::string information = output_of({"pdfinfo", path.string()});
  EXPECT_NE(information.find("8200"), std::string::npos) << information;
}

TEST_F(LoadedPdf, RefusesAPageWithoutASize) {
  ScannedPage page = sample_page();
  page.size = {0, 0};
  PdfWriter writer(sample_settings());
  try {
    writer.add_page(page, sample_text());
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kInput);
  }
}

TEST_F(LoadedPdf, StatesTheWidthsOfItsFontProgram) {
  GlyphlessFont font;
  for (const char32_t character : U"Ộ𠀋i ") font.code_for(character);
  const Bytes program = font.program();
  const std::vector<int> widths = font.widths();
  ASSERT_EQ(widths.size(), 4u);
  EXPECT_EQ(widths, (std::vector<int>{722, 500, 278, 250}));
  const std::string_view bytes = as_text(program);
  std::string expected;
  for (const int width : widths) {
    expected += {static_cast<char>(width >> 8), static_cast<char>(width), 0, 0};
  }
  EXPECT_NE(bytes.find(expected), std::string_view::npos);
}

TEST(GlyphlessFont, HasNoCodeForWhatIsNoText) {
  GlyphlessFont font;
  for (const char32_t character : {U'\0', U'\n', U'\x85', U'\xFEFF', U'\xFFFE', U'\xFDD0'}) {
    EXPECT_EQ(font.code_for(character), 0);
  }
  EXPECT_EQ(font.code_for(U'a'), 1);
  EXPECT_EQ(font.code_for(U'b'), 2);
  EXPECT_EQ(font.code_for(U'a'), 1);
}

TEST(GlyphlessFont, MapsAtMostAHundredCharactersABlock) {
  GlyphlessFont font;
  for (char32_t character = 0x4E00; character < 0x4E00 + 101; ++character) {
    font.code_for(character);
  }
  const std::string cmap = font.to_unicode();
  EXPECT_NE(cmap.find("100 beginbfchar\n<0001> <4E00>"), std::string::npos);
  EXPECT_NE(cmap.find("1 beginbfchar\n<0065> <4E64>"), std::string::npos);
}

}  // namespace sohoa
