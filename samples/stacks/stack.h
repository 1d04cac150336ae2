#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/base/json.h"
#include "samples/scan.h"

namespace sohoa {

/// Why a page is in a stack. Only kContent makes the papers.
enum class PageRole { kContent, kBlank, kSeparator, kDuplicate, kWithNote };

std::string name_of(PageRole role);

/// One side that the scanner took.
struct StackPage {
  Scan scan;
  PageRole role = PageRole::kContent;
  int paper = 0;  // from 1; 0: of no paper
  std::string kind;
  std::string wear;
};

struct StackPaper {
  std::string kind;
  std::string title;
  bool known = true;
};

/// One scanning run of one dossier.
struct Stack {
  std::vector<StackPaper> papers;
  std::vector<StackPage> pages;
  std::string dossier_code;
};

/// Draws the stack with that number (from 1): papers of all kinds in turn about one case, one- or
/// two-sided, some pages worn, some with separator sheets, notes and double feeds. The same seed
/// and number give the same stack. `dpi` is what most stacks are scanned at.
Stack draw_stack(std::uint64_t seed, int number, double dpi);

}  // namespace sohoa
