#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// The words of a model: a graph of letters in which words share beginnings and ends (a DAWG;
/// Appel, Jacobson 1988), in the form that Tesseract stores (SquishedDawg).
class WordList {
 public:
  WordList() = default;

  /// No bytes: no words. Throws UnusableModel for damaged ones.
  explicit WordList(ByteView part);

  /// `characters`: their numbers in the model's character set.
  bool contains(std::span<const int> characters) const;

  bool empty() const { return edges_.empty(); }

 private:
  std::vector<std::uint64_t> edges_;
  int letter_bits_ = 0;
};

}  // namespace sohoa
