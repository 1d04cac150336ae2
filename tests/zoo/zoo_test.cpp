#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <optional>

#include "pipeline/acquire/acquire.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/package/pdf/pdf_writer.h"
#include "pipeline/package/pdfa/pdfa_lint.h"
#include "tests/acquire/files.h"
#include "tests/zoo/animals.h"
#include "tests/zoo/drawing.h"

// Every odd input, in every type of output: a file that the lint takes and that looks like the
// input, or a refusal that is expected. With SOHOA_ZOO=FOLDER in and outputs stay there for other
// judges.

namespace sohoa::test {
namespace {

namespace fs = std::filesystem;

constexpr int kSide_px = 160;  // the longer side of what is compared, where nothing says
constexpr std::size_t kAnimalsMin = 60;

struct Type {
  const char* name;
  OutputType type;
};
constexpr Type kTypes[] = {{"1b", OutputType::kPdfA1b},
                           {"2b", OutputType::kPdfA2b},
                           {"2u", OutputType::kPdfA2u},
                           {"3u", OutputType::kPdfA3u}};

/// An input, loaded.
struct Loaded {
  std::vector<ScannedPage> pages;
  std::optional<Error> failure;
};

Loaded loaded(const fs::path& file, TargetPdf target) {
  AcquireSettings settings = settings_with_dpi();
  settings.target = target;
  Loaded loaded;
  try {
    const InputFile input = open_input(file, file.filename(), settings);
    PageLoader loader(settings);
    for (int number = 1; number <= input.page_count; ++number) {
      loaded.pages.push_back(loader.load(input, number));
    }
  } catch (const Error& error) {
    loaded.failure = error;
  }
  return loaded;
}

class Zoo : public testing::Test {
 protected:
  void expect_all(const Animals& animals) {
    for (const Animal& animal : animals) {
      SCOPED_TRACE(animal.name);
      const fs::path file = folder() / animal.name;
      std::ofstream(file, std::ios::binary) << as_text(animal.bytes);
      wanted_.clear();
      const Loaded for_17 = loaded(file, TargetPdf::kPdf17);
      const Loaded for_14 = loaded(file, TargetPdf::kPdf14);
      for (const Type& type : kTypes) {
        SCOPED_TRACE(type.name);
        const bool part_one = type.type == OutputType::kPdfA1b;
        expect_taken_or_refused(animal, part_one ? for_14 : for_17, type);
      }
    }
  }

 private:
  void expect_taken_or_refused(const Animal& animal, const Loaded& input, const Type& type) {
    const bool refused =
        !animal.refusal.empty() && (!animal.only_by_part_one || type.type == OutputType::kPdfA1b);
    const fs::path output = folder() / (animal.name + '.' + type.name + ".pdf");
    try {
      if (input.failure) throw Error(*input.failure);
      write(input, type.type, output);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kInput);
      EXPECT_TRUE(refused) << error.what();
      EXPECT_NE(std::string(error.what()).find(animal.refusal), std::string::npos) << error.what();
      return;
    }
    EXPECT_FALSE(refused) << "was to be refused";
    for (const Finding& finding : lint_pdfa(output)) {
      ADD_FAILURE() << finding.code << ' ' << finding.reason;
    }
    for (std::size_t i = 0; i < input.pages.size(); ++i) {
      expect_same_picture(animal, output, static_cast<int>(i) + 1);
    }
  }

  static void write(const Loaded& input, OutputType type, const fs::path& output) {
    PdfSettings settings;
    settings.output_type = type;
    settings.title = "Đơn đề nghị";
    settings.job_time = "2026-11-23T10:00:00+07:00";
    settings.producer = "sohoa";
    PdfWriter writer(settings);
    for (const ScannedPage& page : input.pages) writer.add_page(page, words_of(page));
    writer.write(output);
  }

  /// A word, so that there is a font.
  static TextPage words_of(const ScannedPage& page) {
    TextPage text;
    text.width = page.pixels.width;
    text.height = page.pixels.height;
    text.dpi = page.dpi;
    Line line;
    line.box = {0, 0, page.pixels.width * 0.5, page.pixels.height * 0.5};
    line.words = {{"Đơn", line.box, 0.9}};
    line.baseline_start = {0, line.box.bottom};
    line.baseline_end = {line.box.right, line.box.bottom};
    text.blocks = {{BlockKind::kText, line.box, {line}}};
    return text;
  }

  void expect_same_picture(const Animal& animal, const fs::path& output, int page) {
    SCOPED_TRACE("page " + std::to_string(page));
    Image& wanted = wanted_[page];
    if (wanted.empty()) {
      wanted =
          animal.picture ? *animal.picture : drawn_page(folder() / animal.name, page, kSide_px);
    }
    const Image shown = animal.picture ? drawn_page(output, page, wanted.width, wanted.height)
                                       : drawn_page(output, page, kSide_px);
    const Distance apart = distance(wanted, shown);
    EXPECT_LE(apart.mean, animal.mean_max);
    EXPECT_LE(apart.far_share, animal.far_max);
  }

  fs::path folder() const {
    const char* kept = std::getenv("SOHOA_ZOO");
    return kept == nullptr ? folder_.path() : fs::path(kept);
  }

  TemporaryFolder folder_;
  std::map<int, Image> wanted_;  // of the animal's pages
};

TEST_F(Zoo, Jpegs) { expect_all(jpeg_animals()); }
TEST_F(Zoo, Pngs) { expect_all(png_animals()); }
TEST_F(Zoo, Tiffs) { expect_all(tiff_animals()); }
TEST_F(Zoo, Jpeg2000s) { expect_all(jpeg2000_animals()); }
TEST_F(Zoo, OtherImages) { expect_all(other_image_animals()); }
TEST_F(Zoo, ImagesOfPdfs) { expect_all(pdf_image_animals()); }
TEST_F(Zoo, PagesOfPdfs) { expect_all(pdf_page_animals()); }
TEST_F(Zoo, Documents) { expect_all(document_animals()); }

TEST(ZooItself, HoldsSixtyAnimals) {
  std::size_t count = 0;
  for (const auto family :
       {jpeg_animals, png_animals, tiff_animals, jpeg2000_animals, other_image_animals,
        pdf_image_animals, pdf_page_animals, document_animals}) {
    count += family().size();
  }
  EXPECT_GE(count, kAnimalsMin);
  RecordProperty("animals", static_cast<int>(count));
}

TEST(ZooItself, SeesPicturesThatDiffer) {
  const Image image = picture(3, 96, 64);
  Image turned = image;
  std::reverse(turned.data.begin(), turned.data.end());
  Image darker = image;
  for (std::uint8_t& value : darker.data) value = static_cast<std::uint8_t>(value * 9 / 10);
  EXPECT_GT(distance(image, turned).far_share, Animal{}.far_max);
  EXPECT_GT(distance(image, darker).mean, Animal{}.mean_max);
  EXPECT_EQ(distance(image, image).mean, 0);
}

}  // namespace
}  // namespace sohoa::test
