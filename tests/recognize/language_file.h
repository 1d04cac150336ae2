#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/base/bytes.h"

namespace sohoa::test {

/// What a small language model holds: −ln of probabilities, in twelfths.
struct LanguageFile {
  std::map<std::string, int> words;  // "<number>", "<other>" too
  std::map<std::pair<std::string, std::string>, int> bigrams;
  std::map<std::vector<std::string>, int> trigrams;  // their first two words are a bigram

  Bytes bytes() const;
};

}  // namespace sohoa::test
