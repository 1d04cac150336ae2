#pragma once

#include <cstdint>
#include <string_view>

namespace sohoa {

/// Random numbers that are the same on every machine: PCG-XSH-RR 64/32 (O'Neill 2014), integer
/// arithmetic only. A label gives each page and each purpose a stream of its own, so that drawing
/// one thing more never moves another.
class Random {
 public:
  explicit Random(std::uint64_t seed, std::string_view label = {});

  std::uint32_t next();
  double unit();                            // [0, 1)
  double between(double low, double high);  // [low, high)
  int whole(int low, int high);             // low … high, both in
  bool chance(double probability);
  double normal();  // mean 0, deviation 1, within ±3.5: a sum of four uniforms

  template <typename List>
  const auto& pick(const List& list) {
    return list[static_cast<std::size_t>(whole(0, static_cast<int>(std::size(list)) - 1))];
  }

 private:
  std::uint64_t state_ = 0;
  std::uint64_t increment_ = 1;
};

/// Mixes a label into a seed (FNV-1a, then the finalizer of splitmix64).
std::uint64_t seed_of(std::uint64_t seed, std::string_view label);

}  // namespace sohoa
