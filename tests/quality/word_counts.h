#pragma once

#include <map>
#include <string>
#include <string_view>

namespace sohoa::test {

/// How often each word stands in a text: pieces between white space, NFC.
using WordCounts = std::map<std::string, int>;

WordCounts count_words(std::string_view text);
int total(const WordCounts& counts);

/// Takes out of both what they have in common, and returns that.
WordCounts take_common(WordCounts& a, WordCounts& b);

/// Takes the word away; false: it is not there.
bool take_one(WordCounts& counts, const std::string& word);

}  // namespace sohoa::test
