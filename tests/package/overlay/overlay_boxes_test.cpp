#include "pipeline/package/overlay/overlay_boxes.h"

#include <gtest/gtest.h>

#include <limits>

namespace sohoa {
namespace {

Field field_of(const std::string& name, FieldDoubt doubt) {
  Field field;
  field.name = name;
  field.box = {10, 10, 60, 30};
  field.doubt = doubt;
  return field;
}

bool same(const OverlayColour& a, const OverlayColour& b) {
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

TEST(OverlayBoxes, ColoursTellWhatAPersonMustLookAt) {
  const auto boxes =
      overlay_boxes({field_of("a", FieldDoubt::kNone), field_of("b", FieldDoubt::kLowConfidence),
                     field_of("c", FieldDoubt::kPatternNotMet)},
                    {});
  ASSERT_EQ(boxes.size(), 3U);
  EXPECT_TRUE(same(boxes[0].colour, kAcceptedColour));
  EXPECT_TRUE(same(boxes[1].colour, kLowConfidenceColour));
  EXPECT_TRUE(same(boxes[2].colour, kPatternColour));
}

TEST(OverlayBoxes, HandwritingIsNeverGreen) {
  Field field = field_of("so_den", FieldDoubt::kNone);
  field.by_hand = true;
  const auto boxes = overlay_boxes({field}, {});
  EXPECT_TRUE(same(boxes.at(0).colour, kLowConfidenceColour));
  EXPECT_EQ(boxes.at(0).label, "so_den by hand");
}

TEST(OverlayBoxes, MarksAndCodesOfThePageAreFramedToo) {
  PageAccount page;
  page.marks = {{MarkKind::kSeal, {1, 1, 5, 5}}};
  page.codes = {{CodeKind::kQr, "https://…", {6, 6, 9, 9}}};
  const auto boxes = overlay_boxes({}, page);
  ASSERT_EQ(boxes.size(), 2U);
  EXPECT_EQ(boxes[0].label, "seal");
  EXPECT_EQ(boxes[1].label, "qr");
}

TEST(OverlayBoxes, WhatHasNoPlaceIsLeftOut) {
  Field nowhere = field_of("a", FieldDoubt::kNotFound);
  nowhere.box = {};
  Field endless = field_of("b", FieldDoubt::kNone);
  endless.box.right = std::numeric_limits<double>::infinity();
  EXPECT_TRUE(overlay_boxes({nowhere, endless}, {}).empty());
}

TEST(OverlayBoxes, LabelsAreShortAscii) {
  const auto boxes = overlay_boxes({field_of("số\x1b[31m" + std::string(99, 'x'), {})}, {});
  EXPECT_EQ(boxes.at(0).label.substr(0, 7), "s??[31m");
  EXPECT_EQ(boxes.at(0).label.size(), 40U);
}

TEST(OverlayBoxes, OfAHostileRecordAreNotEndless) {
  EXPECT_EQ(overlay_boxes(std::vector<Field>(9999, field_of("a", {})), {}).size(),
            kOverlayBoxesMax);
}

}  // namespace
}  // namespace sohoa
