#include "pipeline/recognize/lstm/table_cell.h"

#include <array>
#include <cmath>

namespace sohoa {

namespace {

constexpr int kTableSize = 4096;
constexpr float kStepsPerUnit = 256;

using Table = std::array<float, kTableSize>;

template <class Function>
Table make_table(const Function& function) {
  Table table{};
  for (int i = 0; i < kTableSize; ++i) {
    table[i] = static_cast<float>(function(static_cast<double>(i) / kStepsPerUnit));
  }
  return table;
}

float look_up(const Table& table, float x) {
  x *= kStepsPerUnit;
  if (!(x < kTableSize - 1)) return 1;
  const auto index = static_cast<unsigned>(x);
  const float below = table[index];
  return below + (table[index + 1] - below) * (x - static_cast<float>(index));
}

}  // namespace

float table_tanh(float x) {
  static const Table table = make_table([](double v) { return std::tanh(v); });
  return x < 0 ? -look_up(table, -x) : look_up(table, x);
}

float table_logistic(float x) {
  static const Table table = make_table([](double v) { return 1 / (1 + std::exp(-v)); });
  return x < 0 ? 1 - look_up(table, -x) : look_up(table, x);
}

}  // namespace sohoa
