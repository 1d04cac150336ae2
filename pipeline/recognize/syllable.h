#pragma once

#include <string>
#include <string_view>

namespace sohoa {

/// Whether a word can be a written Vietnamese syllable: an onset, a rime and a tone that go
/// together (a syllable that ends in c, ch, p or t is sắc or nặng only), in small letters,
/// capitals or with a capital first. Says nothing about whether the language has the word.
bool is_syllable(std::string_view word);

/// The word without the punctuation around it: `"(đối,"` → `đối`.
std::string without_punctuation(std::string_view word);

}  // namespace sohoa
