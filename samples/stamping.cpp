#include "samples/stamping.h"

#include "samples/letterhead.h"
#include "samples/seals.h"

namespace sohoa {

void stamp_over_text(Sheet& sheet, const Case& it) {
  constexpr int kSeals = 2;
  Random random(it.seed, "stamps");
  const std::vector<TruthLine> lines = sheet.truth().lines;
  const auto spot = [&](int part) {
    const std::size_t line = lines.size() * static_cast<std::size_t>(part) / (kSeals + 1);
    return random.pick(lines[line].words).box.centre();
  };
  for (int part = 1; part <= kSeals; ++part) {
    press_seal(sheet, spot(part), committee_rim(it.place), "MẪU");
  }
  press_word_stamp(sheet, spot(random.whole(1, kSeals)), "ĐÃ TIẾP NHẬN", random.between(-8, 8));
}

}  // namespace sohoa
