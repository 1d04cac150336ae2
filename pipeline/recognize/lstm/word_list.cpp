#include "pipeline/recognize/lstm/word_list.h"

#include <optional>

#include "pipeline/recognize/lstm/byte_reader.h"

namespace sohoa {

namespace {

constexpr std::int16_t kMagic = 42;
constexpr std::int32_t kEdgesMax = 1 << 24;
constexpr std::int32_t kCharactersMax = 1 << 16;
constexpr int kFlagBits = 3;
enum Flag : std::uint64_t { kLastOfNode = 1, kBackward = 2, kEndsWord = 4 };

int bits_for(std::int32_t count) {
  int bits = 0;
  while ((std::int64_t{1} << bits) < std::int64_t{count} + 1) ++bits;
  return bits;
}

}  // namespace

WordList::WordList(ByteView part) {
  if (part.empty()) return;
  ByteReader reader(part);
  if (reader.take<std::int16_t>() != kMagic) throw UnusableModel("its word list is damaged");
  const auto characters = reader.take<std::int32_t>();
  const auto edges = reader.take<std::int32_t>();
  if (characters < 1 || characters > kCharactersMax || edges < 1 || edges > kEdgesMax) {
    throw UnusableModel("its word list is damaged");
  }
  letter_bits_ = bits_for(characters);
  const ByteView bytes = reader.take_bytes(static_cast<std::uint64_t>(edges) * sizeof(edges_[0]));
  edges_.resize(static_cast<std::size_t>(edges));
  std::memcpy(edges_.data(), bytes.data(), bytes.size());
}

bool WordList::contains(std::span<const int> characters) const {
  const std::uint64_t letter_mask = (std::uint64_t{1} << letter_bits_) - 1;
  std::uint64_t node = 0;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const bool last = i + 1 == characters.size();
    // A node is its edges, one after the other; it cannot be longer than the whole.
    for (std::uint64_t edge = node;; ++edge) {
      if (edge >= edges_.size()) return false;
      const std::uint64_t record = edges_[edge];
      const std::uint64_t flags = record >> letter_bits_;
      const bool fits = (record & letter_mask) == static_cast<std::uint64_t>(characters[i]) &&
                        (flags & kBackward) == 0 && (!last || (flags & kEndsWord) != 0);
      if (fits) {
        node = record >> (letter_bits_ + kFlagBits);
        if (last) return true;
        if (node == 0) return false;
        break;
      }
      if ((flags & kLastOfNode) != 0) return false;
    }
  }
  return false;
}

}  // namespace sohoa
