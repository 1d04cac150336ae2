#include "samples/stacks/stack.h"

#include "samples/stacks/separator.h"
#include "samples/stacks/stack_plan.h"
#include "samples/stacks/sticky_note.h"
#include "samples/stamping.h"

namespace sohoa {

namespace {

/// A sheet with both its sides, and who put it there.
struct Leaf {
  std::shared_ptr<Sheet> front;
  std::shared_ptr<Sheet> back;
  PageRole role = PageRole::kContent;
};

class StackDrawing {
 public:
  StackDrawing(std::uint64_t seed, int number, double dpi)
      : plan_(plan_stack(seed, number, dpi)),
        random_(plan_.seed, "stack"),
        case_(some_case(plan_.seed)) {}

  Stack draw();

 private:
  std::vector<std::shared_ptr<Sheet>> sheets_of(const PaperKind& kind);
  std::vector<Leaf> leaves_of(std::vector<std::shared_ptr<Sheet>> sheets);
  std::vector<Leaf> with_accidents(std::vector<Leaf> leaves);
  std::shared_ptr<Sheet> empty_side();
  void add_separator(const PaperKind& next);
  void add_leaf(const Leaf& leaf, const std::string& wear);
  void add_side(const Sheet& side, const Sheet* other, PageRole role, const std::string& wear);
  Wear wear_of(const std::string& name, std::uint64_t seed) const;

  StackPlan plan_;
  Random random_;
  Case case_;
  Stack stack_;
  std::uint64_t sides_ = 0;  // drawn so far; numbers their seeds
};

Stack StackDrawing::draw() {
  stack_.dossier_code = case_.dossier_code;
  for (const PaperKind* kind : plan_.kinds) {
    const std::size_t before = stack_.pages.size();
    if (before >= plan_.pages_wanted) break;
    const bool separate = random_.chance(plan_.separators);
    const auto leaves = with_accidents(leaves_of(sheets_of(*kind)));
    const std::size_t sides = plan_.both_sides ? 2 : 1;
    const std::size_t needed = (leaves.size() + (separate ? 1 : 0)) * sides;
    if (before + needed > kStackPagesMax && before >= kStackPagesMin) continue;
    if (separate) add_separator(*kind);
    stack_.papers.push_back({kind->name, kind->title, kind->known});
    const std::string wear = some_wear(plan_, random_);
    for (const Leaf& leaf : leaves) add_leaf(leaf, wear);
  }
  return std::move(stack_);
}

std::vector<std::shared_ptr<Sheet>> StackDrawing::sheets_of(const PaperKind& kind) {
  constexpr double kStamped = 0.08;
  const std::uint64_t seed = seed_of(plan_.seed, "paper " + std::to_string(stack_.papers.size()));
  Random random(seed, kind.name);
  // The same kind twice in a row is about somebody else.
  const bool again = !stack_.papers.empty() && stack_.papers.back().kind == kind.name;
  Case it = again ? some_case(seed) : case_;
  it.by_hand = random.chance(0.4);
  Pad pad(seed);
  kind.draw(pad, it, random);
  std::vector<std::shared_ptr<Sheet>> sheets;
  for (auto& sheet : pad.sheets()) sheets.push_back(std::move(sheet));
  if (random.chance(kStamped)) stamp_over_text(*sheets.front(), it);
  return sheets;
}

std::vector<Leaf> StackDrawing::leaves_of(std::vector<std::shared_ptr<Sheet>> sheets) {
  constexpr double kPrintedOnOneSide = 0.4;
  std::vector<Leaf> leaves;
  const bool both = plan_.both_sides && !random_.chance(kPrintedOnOneSide);
  for (std::size_t i = 0; i < sheets.size(); i += both ? 2 : 1) {
    const bool printed = both && i + 1 < sheets.size();
    leaves.push_back({sheets[i], printed ? sheets[i + 1] : empty_side(), PageRole::kContent});
  }
  return leaves;
}

/// A leaf that is fed twice, or once with a note on it, as the plan wants; each only once.
std::vector<Leaf> StackDrawing::with_accidents(std::vector<Leaf> leaves) {
  const auto at =
      static_cast<std::ptrdiff_t>(random_.whole(0, static_cast<int>(leaves.size()) - 1));
  Leaf& leaf = leaves[static_cast<std::size_t>(at)];
  if (plan_.noted && random_.chance(0.4)) {
    plan_.noted = false;
    auto noted = empty_side();
    noted->truth().blank = false;
    draw_with_note(*leaf.front, *noted);
    leaves.insert(leaves.begin() + at, {noted, leaf.back, PageRole::kWithNote});
  } else if (plan_.fed_twice && random_.chance(0.4)) {
    plan_.fed_twice = false;
    leaves.insert(leaves.begin() + at + 1, {leaf.front, leaf.back, PageRole::kDuplicate});
  }
  return leaves;
}

std::shared_ptr<Sheet> StackDrawing::empty_side() {
  auto side = std::make_shared<Sheet>(kA4WidthMm, kA4HeightMm, random_.next());
  side->truth().blank = true;
  return side;
}

void StackDrawing::add_separator(const PaperKind& next) {
  Separator separator;
  if (random_.chance(0.6)) separator.dossier_code = case_.dossier_code;
  if (next.known && random_.chance(0.6)) separator.kind = next.name;
  if (!separator.kind.empty()) separator.title = next.title;
  const auto front = empty_side();
  front->truth().blank = false;
  draw_separator(*front, separator);
  add_leaf({front, empty_side(), PageRole::kSeparator}, "clean");
}

void StackDrawing::add_leaf(const Leaf& leaf, const std::string& wear) {
  add_side(*leaf.front, leaf.back.get(), leaf.role, wear);
  if (!plan_.both_sides) return;
  const PageRole role = leaf.back->truth().blank ? PageRole::kBlank : leaf.role;
  add_side(*leaf.back, leaf.front.get(), role, wear);
}

void StackDrawing::add_side(const Sheet& side, const Sheet* other, PageRole role,
                            const std::string& wear) {
  const std::uint64_t seed = seed_of(plan_.seed, "side " + std::to_string(++sides_));
  const Wear worn = wear_of(wear, seed);
  StackPage page;
  page.scan = scan_sheet(side, other, worn, seed);
  page.role = role;
  page.wear = wear;
  if (role != PageRole::kBlank && role != PageRole::kSeparator) {
    page.paper = static_cast<int>(stack_.papers.size());
    page.kind = stack_.papers.back().kind;
  }
  stack_.pages.push_back(std::move(page));
}

Wear StackDrawing::wear_of(const std::string& name, std::uint64_t seed) const {
  constexpr double kMonoThreshold = 165;
  Random random(seed, name);
  Wear wear = wear_kind(name).draw(random);
  wear.dpi = {plan_.dpi, plan_.dpi};
  if (plan_.both_sides && wear.bleed == 0) wear.bleed = random.between(0, 0.06);
  // A scanner set to black and white takes every page so; no copy changes its tone midway.
  if (plan_.bilevel) {
    wear.tone = Tone::kBilevel;
    wear.threshold = kMonoThreshold;
  } else if (wear.tone == Tone::kBilevel) {
    wear.tone = Tone::kGrey;
  }
  return wear;
}

}  // namespace

std::string name_of(PageRole role) {
  switch (role) {
    case PageRole::kContent:
      return "content";
    case PageRole::kBlank:
      return "blank";
    case PageRole::kSeparator:
      return "separator";
    case PageRole::kDuplicate:
      return "duplicate";
    case PageRole::kWithNote:
      return "with-note";
  }
  return {};
}

Stack draw_stack(std::uint64_t seed, int number, double dpi) {
  return StackDrawing(seed, number, dpi).draw();
}

}  // namespace sohoa
