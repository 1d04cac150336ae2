#pragma once

#include <vector>

#include "pipeline/recognize/lstm/charset.h"
#include "pipeline/recognize/lstm/word_list.h"

namespace sohoa {

/// The words in a model's own list, as sequences of the network's labels.
class KnownWords {
 public:
  /// `words`: the model's word list, as WordList reads it.
  KnownWords(Charset charset, ByteView words);

  /// A word that is not in the list, or a list's number with a letter of Vietnamese in its place:
  /// "ó."
  bool may_be_misread(const std::vector<int>& labels) const;
  /// Numbers of lists are in it.
  bool contains(const std::vector<int>& labels) const;

 private:
  std::vector<int> letters_of(const std::vector<int>& labels) const;

  Charset charset_;
  WordList words_;
  std::vector<int> small_letter_;  // of each label: the label of the letter it is, or −1
};

}  // namespace sohoa
