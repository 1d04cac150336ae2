#include "pipeline/understand/cut.h"

#include <gtest/gtest.h>

#include <cmath>

namespace sohoa {
namespace {

PaperKind kind_of_pages(int pages_max) {
  PaperKind kind;
  kind.id = "mau";
  kind.pages_max = pages_max;
  return kind;
}

const PaperKind& one_kind() {
  static const PaperKind kind = kind_of_pages(4);
  return kind;
}

constexpr double kA4WidthMm = 210;
constexpr double kA4HeightMm = 297;

/// A page of an open paper, of which nothing is known but its size.
PageSigns plain_page() {
  PageSigns page;
  page.width_mm = kA4WidthMm;
  page.height_mm = kA4HeightMm;
  return page;
}

OpenPaper open_paper(int pages = 1) { return {plain_page(), &one_kind(), pages}; }

PageSigns titled_page() {
  PageSigns page = plain_page();
  page.first.head.emplace();
  page.first.title.emplace();
  page.first.title->kind = &one_kind();
  return page;
}

double evidence(const OpenPaper& before, const PageSigns& page) {
  return judge_cut(before, page).evidence;
}

/// A sign is set by `change`: whether it speaks for a paper's beginning.
template <typename Change>
double weight_of(Change change) {
  OpenPaper before = open_paper();
  PageSigns page = plain_page();
  const double without = evidence(before, page);
  change(before, page);
  return evidence(before, page) - without;
}

TEST(Cut, PageThatShowsNothingGoesOn) {
  const Cut cut = judge_cut(open_paper(), plain_page());
  EXPECT_FALSE(cut.begins);
  EXPECT_LT(cut.evidence, 0);
}

TEST(Cut, StatesNameAndATitleBeginAPaper) {
  const Cut cut = judge_cut(open_paper(), titled_page());
  EXPECT_TRUE(cut.begins);
  EXPECT_FALSE(cut.doubtful);
  EXPECT_EQ(cut.reason, "it bears the state's name and motto");
}

TEST(Cut, SignsOfABeginningSpeakForIt) {
  EXPECT_GT(weight_of([](OpenPaper&, PageSigns& page) { page.first.head.emplace(); }), 0);
  EXPECT_GT(weight_of([](OpenPaper&, PageSigns& page) { page.first.title.emplace(); }), 0);
  EXPECT_GT(weight_of([](OpenPaper&, PageSigns& page) { page.first.is_letter = true; }), 0);
  EXPECT_GT(weight_of([](OpenPaper&, PageSigns& page) { page.official_qr = true; }), 0);
  EXPECT_GT(weight_of([](OpenPaper&, PageSigns& page) { page.number = PageNumber{1, 0}; }), 0);
  EXPECT_GT(weight_of([](OpenPaper& before, PageSigns&) { before.last.ends = true; }), 0);
  EXPECT_GT(weight_of([](OpenPaper& before, PageSigns&) { before.pages = 4; }), 0) << "it is full";
  EXPECT_GT(weight_of([](OpenPaper&, PageSigns& page) { page.width_mm = 148; }), 0);
}

TEST(Cut, SignsOfALaterPageSpeakAgainstIt) {
  EXPECT_LT(weight_of([](OpenPaper&, PageSigns& page) { page.number = PageNumber{2, 0}; }), 0);
  EXPECT_LT(weight_of([](OpenPaper&, PageSigns& page) { page.number = PageNumber{7, 0}; }), 0);
  EXPECT_LT(weight_of([](OpenPaper&, PageSigns& page) { page.annex = true; }), 0);
  EXPECT_LT(weight_of([](OpenPaper&, PageSigns& page) { page.inside = {&one_kind()}; }), 0);
}

TEST(Cut, TitleOfAKindSaysMoreThanAnother) {
  const auto title = [](const PaperKind* kind, bool on_top) {
    return weight_of([&](OpenPaper&, PageSigns& page) {
      page.first.title.emplace();
      page.first.title->kind = kind;
      page.first.title->on_top = on_top;
    });
  };
  EXPECT_GT(title(&one_kind(), false), title(nullptr, true));
  EXPECT_GT(title(nullptr, true), title(nullptr, false));
}

TEST(Cut, NumberThatFollowsSaysMoreThanALaterOne) {
  const auto number = [](int last, int next) {
    return weight_of([&](OpenPaper& before, PageSigns& page) {
      before.last.number = PageNumber{last, 0};
      page.number = PageNumber{next, 0};
    });
  };
  EXPECT_LT(number(2, 3), number(2, 5));
  EXPECT_LT(number(2, 5), 0);
}

TEST(Cut, WithoutANumberBeforeThePagesAreCounted) {
  const auto second_of = [](int pages) {
    return weight_of([&](OpenPaper& before, PageSigns& page) {
      before.pages = pages;
      page.number = PageNumber{2, 0};
    });
  };
  EXPECT_LT(second_of(1), second_of(2));
}

TEST(Cut, NumberThatFollowsOutweighsATitle) {
  PageSigns page = plain_page();
  page.first.title.emplace();
  page.first.title->kind = &one_kind();
  page.number = PageNumber{2, 0};
  EXPECT_FALSE(judge_cut(open_paper(), page).begins);
}

TEST(Cut, InsideOfAnotherKindSaysNothing) {
  static const PaperKind other = kind_of_pages(0);
  EXPECT_EQ(weight_of([](OpenPaper&, PageSigns& page) { page.inside = {&other}; }), 0);
}

TEST(Cut, SameSizeScannedALittleOtherwiseSaysNothing) {
  EXPECT_EQ(weight_of([](OpenPaper&, PageSigns& page) { page.height_mm += 3; }), 0);
}

TEST(Cut, IsDoubtedWhereLittleSpeaksEitherWay) {
  for (const bool signed_before : {false, true}) {
    for (const bool full : {false, true}) {
      for (const bool titled : {false, true}) {
        for (const bool head : {false, true}) {
          OpenPaper before = open_paper(full ? 4 : 1);
          before.last.ends = signed_before;
          PageSigns page = plain_page();
          if (titled) page.first.title.emplace();
          if (head) page.first.head.emplace();
          const Cut cut = judge_cut(before, page);
          EXPECT_EQ(cut.begins, cut.evidence > 0);
          if (std::abs(cut.evidence) < 1) {
            EXPECT_TRUE(cut.doubtful) << cut.evidence;
          }
          if (std::abs(cut.evidence) > 3) {
            EXPECT_FALSE(cut.doubtful) << cut.evidence;
          }
          EXPECT_FALSE(cut.reason.empty());
        }
      }
    }
  }
}

TEST(Cut, ReasonIsOfWhatWeighsMost) {
  PageSigns page = plain_page();
  page.annex = true;
  EXPECT_EQ(judge_cut(open_paper(), page).reason, "it is an annex");
  page = plain_page();
  page.number = PageNumber{2, 0};
  EXPECT_EQ(judge_cut(open_paper(), page).reason, "its number follows");
}

}  // namespace
}  // namespace sohoa
