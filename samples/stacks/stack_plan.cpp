#include "samples/stacks/stack_plan.h"

#include <utility>

namespace sohoa {

namespace {

constexpr int kPapersOfStack = 5;  // by which the turn moves on
constexpr std::size_t kKindsOfStack = 24;
constexpr double kFineDpi = 300;

/// All kinds in an order of the seed's own.
std::vector<const PaperKind*> shuffled_kinds(std::uint64_t seed) {
  std::vector<const PaperKind*> kinds;
  for (const PaperKind& kind : paper_kinds()) kinds.push_back(&kind);
  Random random(seed, "order of kinds");
  for (std::size_t i = kinds.size() - 1; i > 0; --i) {
    std::swap(kinds[i], kinds[static_cast<std::size_t>(random.whole(0, static_cast<int>(i)))]);
  }
  return kinds;
}

}  // namespace

StackPlan plan_stack(std::uint64_t seed, int number, double dpi) {
  constexpr double kSameAgain = 0.1;  // two papers of one kind in a row
  StackPlan plan;
  plan.seed = seed_of(seed, "stack " + std::to_string(number));
  Random random(plan.seed, "plan");
  const auto order = shuffled_kinds(seed);
  std::size_t at = static_cast<std::size_t>(number - 1) * kPapersOfStack;
  while (plan.kinds.size() < kKindsOfStack) {
    if (plan.kinds.empty() || !random.chance(kSameAgain)) ++at;
    plan.kinds.push_back(order[at % order.size()]);
  }
  plan.pages_wanted = static_cast<std::size_t>(random.whole(6, 15));
  plan.both_sides = random.chance(0.35);
  plan.bilevel = random.chance(0.2);
  plan.dpi = random.chance(0.15) ? kFineDpi : dpi;
  if (random.chance(0.35)) plan.separators = random.chance(0.7) ? 1 : 0.4;
  plan.fed_twice = random.chance(0.2);
  plan.noted = random.chance(0.2);
  return plan;
}

std::string some_wear(const StackPlan& plan, Random& random) {
  static constexpr const char* kOfPapers[] = {"photocopy", "skewed", "rotated",       "folded",
                                              "filed",     "shaded", "bleed-through", "feeder-line",
                                              "photocopy", "skewed"};
  return random.chance(plan.worn) ? random.pick(kOfPapers) : "clean";
}

}  // namespace sohoa
