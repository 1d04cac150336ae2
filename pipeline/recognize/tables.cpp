#include "pipeline/recognize/tables.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace sohoa {

namespace {

// In parts of the page's letter height.
constexpr double kTableWidthMin = 10;
constexpr double kTableHeightMin = 4;
constexpr double kRuleThicknessMax = 0.7;

constexpr double kRuleShareMin = 0.4;  // of the table's width
constexpr std::size_t kRulesMin = 3;   // two rows; less is a frame

// Rows of pixels that a rule covers, gathered into rules.
std::vector<double> rules_at(const std::map<int, double>& covered, double width, double height) {
  std::vector<double> rules;
  double first = 0, last = -1e9;
  for (const auto& [y, pixels] : covered) {
    if (pixels < kRuleShareMin * width) continue;
    if (y - last > kRuleThicknessMax * height) {
      rules.push_back(y);
      first = y;
    } else {
      rules.back() = (first + y) / 2;
    }
    last = y;
  }
  return rules;
}

}  // namespace

std::vector<Table> find_tables(const Ink& ink, double letter_height, double slope) {
  std::map<int, std::map<int, double>>
      covered_of;  // of each large mark: pixels in long runs by row
  for (std::size_t i = 0; i < ink.marks.size(); ++i) {
    const Box& box = ink.marks[i].box;
    if (letter_height > 0 && box.width() >= kTableWidthMin * letter_height &&
        box.height() >= kTableHeightMin * letter_height) {
      covered_of[static_cast<int>(i)];
    }
  }
  if (covered_of.empty()) return {};
  for (const InkRun& run : ink.runs) {
    if (run.x1 - run.x0 < letter_height) continue;
    if (const auto mark = covered_of.find(run.mark); mark != covered_of.end()) {
      const double level = run.y - slope * (run.x0 + run.x1) / 2;
      mark->second[static_cast<int>(std::lround(level))] += run.x1 - run.x0;
    }
  }
  std::vector<Table> tables;
  for (const auto& [mark, covered] : covered_of) {
    Table table{ink.marks[mark].box, {}};
    table.rules = rules_at(covered, table.box.width(), letter_height);
    if (table.rules.size() >= kRulesMin) tables.push_back(std::move(table));
  }
  std::sort(tables.begin(), tables.end(),
            [](const Table& a, const Table& b) { return a.box.top < b.box.top; });
  return tables;
}

}  // namespace sohoa
