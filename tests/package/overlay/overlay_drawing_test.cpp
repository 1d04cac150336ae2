#include "pipeline/package/overlay/overlay_drawing.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

constexpr PageSize kPage{100, 200};
constexpr Matrix kUp{1, 0, 0, -1, 0, 200};  // y down → y up
constexpr Matrix kHalf{0.5, 0, 0, 0.5, 0, 0};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(OverlayDrawing, FramesABoxWhereItLies) {
  const std::string drawn =
      overlay_operators({{{20, 40, 60, 80}, kAcceptedColour, ""}}, kHalf, kUp, kPage);
  EXPECT_TRUE(has(drawn, "10 180 m 30 180 l 30 160 l 10 160 l h S")) << drawn;
  EXPECT_FALSE(has(drawn, "Tj"));
}

TEST(OverlayDrawing, PutsTheLabelAboveOrInside) {
  const OverlayBox low{{20, 40, 60, 80}, kAcceptedColour, "so"};
  EXPECT_TRUE(has(overlay_operators({low}, kHalf, kUp, kPage), "10 187 m")) << "20 − 7 points down";
  const OverlayBox high{{20, 4, 60, 80}, kAcceptedColour, "so"};
  EXPECT_TRUE(has(overlay_operators({high}, kHalf, kUp, kPage), "10 198 m")) << "from its own top";
}

TEST(OverlayDrawing, KeepsLabelsOnThePage) {
  const OverlayBox right{{190, 40, 199, 80}, kAcceptedColour, "mot_ten_rat_dai"};
  const double width = 15 * 3.6 + 2;
  EXPECT_TRUE(has(overlay_operators({right}, kHalf, kUp, kPage),
                  std::to_string(static_cast<int>(100 - width)) + " 187 m"));
}

TEST(OverlayDrawing, EscapesWhatEndsAString) {
  const std::string drawn =
      overlay_operators({{{20, 40, 60, 80}, kAcceptedColour, "a)(\\"}}, kHalf, kUp, kPage);
  EXPECT_TRUE(has(drawn, "(a\\)\\(\\\\) Tj")) << drawn;
}

TEST(OverlayDrawing, CutsAtThePage) {
  const std::string drawn = overlay_operators({{{-1e9, 40, 1e12, 80}, kAcceptedColour, ""},
                                               {{900, 900, 950, 950}, kPatternColour, "beyond"}},
                                              kHalf, kUp, kPage);
  EXPECT_TRUE(has(drawn, "0 180 m 100 180 l")) << drawn;
  EXPECT_FALSE(has(drawn, "beyond"));
}

TEST(OverlayDrawing, OfNothingIsEmptyState) {
  EXPECT_EQ(overlay_operators({}, kHalf, kUp, kPage), "q 0.8 w\nQ\n");
}

}  // namespace
}  // namespace sohoa
