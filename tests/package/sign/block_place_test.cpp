// Where the visible signature goes, on pages of every kind.

#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>

#include "pipeline/package/pdf/pdf_page_frame.h"
#include "pipeline/package/sign/taken_area.h"
#include "tests/package/sign/sample_pdf.h"
#include "tests/package/sign/signed_files.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;
using Handle = QPDFObjectHandle;

constexpr double kMargin_pt = 20;

class BlockPlaceTest : public test::SignedFiles {
 protected:
  /// Where the block is shown, in points from the top left corner of the shown page.
  Box shown(const std::string& operators, const SignSettings& settings,
            const std::function<void(QPDF&)>& change = {}) {
    test::write_drawing(path("in.pdf"), operators, change);
    findings_ = sign(path("in.pdf"), path("out.pdf"), settings);
    QPDF pdf;
    pdf.processFile(path("out.pdf").c_str());
    Handle page = Handle(pdf.getAllPages()[0]);
    Handle annotations = page.getKey("/Annots");
    Handle widget = annotations.getArrayItem(annotations.getArrayNItems() - 1);
    const Handle::Rectangle r = widget.getKey("/Rect").getArrayAsRectangle();
    const PageFrame frame = page_frame(page, PageBox::kCrop);
    return inverse(frame.shown_to_user) * Box{r.llx, r.lly, r.urx, r.ury};
  }
  static std::function<void(QPDF&)> with(const std::string& key, const std::string& value) {
    return [=](QPDF& pdf) { Handle(pdf.getAllPages()[0]).replaceKey(key, Handle::parse(value)); };
  }

  std::vector<Finding> findings_;
};

TEST_F(BlockPlaceTest, OnABlankPageIsTheCorner) {
  const Box left = shown("", test::officer_settings());
  EXPECT_NEAR(left.left, kMargin_pt, 0.01);
  EXPECT_NEAR(left.top, kMargin_pt, 0.01);
  const Box right = shown("", test::agency_settings());
  EXPECT_NEAR(right.right, 595 - kMargin_pt, 0.01);
  EXPECT_NEAR(right.top, kMargin_pt, 0.01);
  EXPECT_EQ(findings_.size(), 0u);
}

TEST_F(BlockPlaceTest, MovesOffASquareInTheCornerAndStaysAtItsSide) {
  // As the QR of a one-stop form: 60 pt, 25 pt from the edges.
  const Box qr{25, 25, 85, 85};
  const Box left = shown("25 757 60 60 re f", test::officer_settings());
  EXPECT_TRUE(intersection(left, qr).empty());
  EXPECT_LT(left.right, 595.0 / 2);
  EXPECT_LT(left.bottom, 842.0 / 3);
  const Box right = shown("510 757 60 60 re f", test::agency_settings());
  EXPECT_TRUE(intersection(right, Box{510, 25, 570, 85}).empty());
  EXPECT_GT(right.left, 595.0 / 2);
}

TEST_F(BlockPlaceTest, GoesUnderALineOfTextThatFillsTheTop) {
  const Box left = shown("0 790 595 40 re f", test::officer_settings());
  EXPECT_NEAR(left.left, kMargin_pt, 0.01);
  EXPECT_GT(left.top, 52);
}

TEST_F(BlockPlaceTest, AvoidsInvisibleText) {
  const auto add_font = [](QPDF& pdf) {
    Handle(pdf.getAllPages()[0])
        .replaceKey("/Resources", Handle::parse("<< /Font << /F0 << /Type /Font /Subtype /Type1"
                                                " /BaseFont /Helvetica >> >> >>"));
  };
  const Box left = shown("BT 3 Tr /F0 40 Tf 20 790 Td (Words in the corner) Tj ET",
                         test::officer_settings(), add_font);
  EXPECT_GT(left.top, 50);
}

TEST_F(BlockPlaceTest, AvoidsAnotherWidget) {
  const Box left = shown("", test::officer_settings(),
                         with("/Annots",
                              "[<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /F 4"
                              " /Rect [10 780 200 830] >>]"));
  EXPECT_TRUE(intersection(left, Box{10, 12, 200, 62}).empty());
}

TEST_F(BlockPlaceTest, OnAFullPageTakesTheLeastFullPlaceAndSaysSo) {
  shown("0 0 595 842 re f 1 g 60 760 1 1 re f", test::officer_settings());
  // A page of one colour has no ink on it.
  EXPECT_EQ(findings_.size(), 0u);
  std::string bars;
  for (int y = 0; y < 842; y += 12) bars += "0 " + std::to_string(y) + " 595 5 re ";
  shown(bars + "f", test::officer_settings());
  EXPECT_EQ(test::codes_of(findings_), std::vector<std::string>{"signature.block-over-content"});
}

TEST_F(BlockPlaceTest, FollowsTheTurnTheCropAndTheUnitOfThePage) {
  for (const int turn : {0, 90, 180, 270}) {
    SCOPED_TRACE(turn);
    const Box left = shown("", test::officer_settings(), [=](QPDF& pdf) {
      Handle page = Handle(pdf.getAllPages()[0]);
      page.replaceKey("/Rotate", Handle::newInteger(turn));
      page.replaceKey("/CropBox", Handle::parse("[40 30 500 700]"));
      page.replaceKey("/UserUnit", Handle::newInteger(2));
    });
    EXPECT_NEAR(left.left, kMargin_pt, 0.01);
    EXPECT_NEAR(left.top, kMargin_pt, 0.01);
    EXPECT_GT(left.width(), left.height());
    EXPECT_EQ(verify(path("out.pdf")).signatures.at(0).corner, "top-left");
  }
}

TEST_F(BlockPlaceTest, OfAnInvisibleSignatureIsNowhere) {
  SignSettings settings = test::officer_settings();
  settings.appearance = Appearance::kInvisible;
  EXPECT_TRUE(shown("", settings).empty());
  EXPECT_EQ(verify(path("out.pdf")).signatures.at(0).corner, "");
}

TEST(TakenAreaTest, CountsWhatLiesOffThePageAsTaken) {
  const TakenArea area({100, 100});
  EXPECT_EQ(area.share({0, 0, 100, 100}), 0);
  EXPECT_NEAR(area.share({-50, 0, 50, 100}), 0.5, 0.02);
}

}  // namespace
}  // namespace sohoa
