#include "samples/random.h"

#include <bit>
#include <cmath>

namespace sohoa {

namespace {

constexpr std::uint64_t kPcgMultiplier = 6364136223846793005ULL;

std::uint64_t splitmix(std::uint64_t value) {
  value += 0x9E3779B97F4A7C15ULL;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31);
}

}  // namespace

std::uint64_t seed_of(std::uint64_t seed, std::string_view label) {
  std::uint64_t hash = 0xCBF29CE484222325ULL ^ splitmix(seed);
  for (const char c : label) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return splitmix(hash);
}

Random::Random(std::uint64_t seed, std::string_view label) {
  const std::uint64_t start = seed_of(seed, label);
  increment_ = (splitmix(start) << 1) | 1;
  state_ = start + increment_;
  next();
}

std::uint32_t Random::next() {
  const std::uint64_t old = state_;
  state_ = old * kPcgMultiplier + increment_;
  const auto shifted = static_cast<std::uint32_t>(((old >> 18) ^ old) >> 27);
  return std::rotr(shifted, static_cast<int>(old >> 59));
}

double Random::unit() { return next() / 4294967296.0; }

double Random::between(double low, double high) { return low + (high - low) * unit(); }

int Random::whole(int low, int high) {
  const auto count = static_cast<std::uint64_t>(high - low + 1);
  return low + static_cast<int>((next() * count) >> 32);
}

bool Random::chance(double probability) { return unit() < probability; }

double Random::normal() {
  // The variance of a uniform is 1/12, so four of them together have 1/3.
  return (unit() + unit() + unit() + unit() - 2.0) * std::sqrt(3.0);
}

}  // namespace sohoa
