#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace sohoa {

/// A tone that stands over the hat or breve of a letter.
struct StackedTone {
  std::size_t letter = 0;  // where the letter begins, in bytes of UnstackedText::text
  std::size_t letter_bytes = 0;
  char32_t tone = 0;  // U+0300 grave, U+0301 acute, U+0303 tilde, U+0309 hook
};

/// A text in two parts: letters without the tones over their hats and breves, and those tones.
/// Times New Roman, in which offices print, puts a tone on top of the hat; the free fonts beside
/// it.
struct UnstackedText {
  std::string text;  // NFC
  std::vector<StackedTone> tones;
};

UnstackedText unstacked(const std::string& text);

}  // namespace sohoa
