#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/understand/first_page.h"
#include "pipeline/understand/page_number.h"

namespace sohoa {

/// What a page tells about where it stands in its paper.
struct PageSigns {
  FirstPage first;
  std::optional<PageNumber> number;
  bool official_qr = false;  // the one-stop system's, on the first page of what it prints
  bool ends = false;         // someone signs below
  bool annex = false;  // "Phụ lục", "Kèm theo Quyết định": belongs to what stands before
  std::vector<const PaperKind*> inside;  // kinds whose later pages begin like this one
  double width_mm = 0;
  double height_mm = 0;
};

/// What is known of the paper that is open: its last page, and how many it has.
struct OpenPaper {
  PageSigns last;
  const PaperKind* kind = nullptr;
  int pages = 0;
};

/// Whether a paper begins with a page, and why.
struct Cut {
  bool begins = false;
  bool doubtful = false;
  double evidence = 0;  // log odds, as we judge them; above 0 it begins
  std::string reason;   // of what weighs most: "it bears the state's name and a title"
};

/// Weighs the signs of a page that follows the open paper in one file.
Cut judge_cut(const OpenPaper& before, const PageSigns& page);

}  // namespace sohoa
