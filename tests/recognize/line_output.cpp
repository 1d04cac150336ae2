#include "tests/recognize/line_output.h"

#include <algorithm>

namespace sohoa::test {

bool same_output(const LineOutput& a, const LineOutput& b) {
  const auto same = [](const RankedLabels& x, const RankedLabels& y) {
    return x.first == y.first && x.second == y.second &&
           x.first_probability == y.first_probability &&
           x.second_probability == y.second_probability;
  };
  return a.hidden == b.hidden &&
         std::equal(a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end(), same);
}

}  // namespace sohoa::test
