#include "pipeline/package/sheet/sheet.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <set>
#include <sstream>

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/pdfa/pdfa_lint.h"
#include "pipeline/understand/codes/read_codes.h"
#include "pipeline/understand/codes/separator_code.h"

namespace sohoa {
namespace {

const SeparatorSheet kSheet{{"000.00.01.H26-260930-0012", "giay-khai-sinh"}, "Giấy khai sinh"};

class Sheets : public testing::Test {
 protected:
  std::filesystem::path made(const std::vector<SeparatorSheet>& sheets, int count = 1) const {
    std::filesystem::path path = folder_.path() / "sheets.pdf";
    write_sheets(sheets, {count, "sohoa test"}, path);
    return path;
  }

  /// The first page as pdftoppm draws it.
  Image drawn(const std::filesystem::path& pdf, int dpi) const {
    const ProcessResult result = run_process(
        {"pdftoppm", "-gray", "-singlefile", "-r", std::to_string(dpi), pdf.string()}, {});
    std::istringstream picture(result.output);
    std::string kind;
    Image image;
    int white = 0;
    picture >> kind >> image.width >> image.height >> white;
    picture.get();
    const std::string px((std::istreambuf_iterator<char>(picture)), {});
    image.data.assign(px.begin(), px.end());
    return image;
  }

  TemporaryFolder folder_;
};

/// About its middle, clockwise; white where there was nothing.
Image turned(const Image& image, double degrees) {
  const double angle = degrees * 3.14159265358979 / 180;
  const double cosine = std::cos(angle), sine = std::sin(angle);
  Image result;
  result.width = static_cast<int>(std::abs(image.width * cosine) + std::abs(image.height * sine));
  result.height = static_cast<int>(std::abs(image.width * sine) + std::abs(image.height * cosine));
  for (int y = 0; y < result.height; ++y) {
    for (int x = 0; x < result.width; ++x) {
      const double right = x - result.width / 2.0, down = y - result.height / 2.0;
      const int u = static_cast<int>(std::lround(cosine * right + sine * down + image.width / 2.0));
      const int v =
          static_cast<int>(std::lround(cosine * down - sine * right + image.height / 2.0));
      const bool inside = u >= 0 && v >= 0 && u < image.width && v < image.height;
      result.data.push_back(inside ? image.row(v)[u] : 255);
    }
  }
  return result;
}

TEST_F(Sheets, AreReadAgainAtEveryResolutionAndAngle) {
  const std::filesystem::path pdf = made({kSheet});
  for (const int dpi : {100, 150, 200, 300}) {
    const Image page = drawn(pdf, dpi);
    ASSERT_GT(page.width, 0);
    for (const double degrees : {0, 2, -7, 33, 90, 180, 270}) {
      std::multiset<CodeKind> kinds;
      for (const Code& code : read_codes(turned(page, degrees), {1.0 * dpi, 1.0 * dpi})) {
        const std::optional<SeparatorCode> read = separator_code(code);
        ASSERT_TRUE(read) << code.text;
        kinds.insert(code.kind);
        if (code.kind != CodeKind::kQr) continue;
        EXPECT_EQ(read->dossier_code, kSheet.code.dossier_code);
        EXPECT_EQ(read->kind_code, kSheet.code.kind_code);
      }
      EXPECT_EQ(kinds,
                (std::multiset<CodeKind>{CodeKind::kQr, CodeKind::kCode39, CodeKind::kCode39}))
          << dpi << " dpi, " << degrees << "°";
    }
  }
}

TEST_F(Sheets, AreAPdfA) { EXPECT_TRUE(lint_pdfa(made({kSheet, {}}, 3)).empty()); }

TEST_F(Sheets, HaveTheSameBytesAgain) {
  const Bytes first = read_file(made({kSheet, {}}, 2));
  EXPECT_EQ(read_file(made({kSheet, {}}, 2)), first);
}

TEST_F(Sheets, SayInWordsWhatTheyAre) {
  const std::string text = run_process({"pdftotext", made({kSheet}).string(), "-"}, {}).output;
  for (const char* words :
       {"TỜ PHÂN CÁCH", "000.00.01.H26-260930-0012", "Giấy khai sinh", "giay-khai-sinh"}) {
    EXPECT_NE(text.find(words), std::string::npos) << words;
  }
}

TEST_F(Sheets, TooManyAreRefused) {
  for (const int count : {0, -1, kSheetsMax + 1}) {
    EXPECT_THROW(made({kSheet}, count), Error) << count;
  }
  EXPECT_THROW(made({}), Error) << "no page at all";
}

}  // namespace
}  // namespace sohoa
