#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "samples/papers.h"
#include "samples/random.h"

namespace sohoa {

/// How one run goes through the scanner.
struct StackPlan {
  std::uint64_t seed = 0;
  std::vector<const PaperKind*> kinds;  // more than may fit
  std::size_t pages_wanted = 8;         // papers follow until there are as many
  bool both_sides = false;
  bool bilevel = false;
  double dpi = 200;
  double separators = 0;   // share of papers behind a separator sheet
  double worn = 0.25;      // share of papers with wear of their own
  bool fed_twice = false;  // some page is scanned twice
  bool noted = false;      // some page bears a sticky note, and is scanned again without it
};

inline constexpr std::size_t kStackPagesMin = 4;
inline constexpr std::size_t kStackPagesMax = 16;

/// Every kind of paper takes its turn from stack to stack.
StackPlan plan_stack(std::uint64_t seed, int number, double dpi);

/// A way to wear a paper of the stack, by name.
std::string some_wear(const StackPlan& plan, Random& random);

}  // namespace sohoa
