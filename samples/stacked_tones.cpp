#include "samples/stacked_tones.h"

#include <array>
#include <utility>

#include "pipeline/base/text.h"

namespace sohoa {

namespace {

struct ToneRow {
  char32_t bare;
  std::u32string_view toned;  // in the order of kTones
};

constexpr std::array<char32_t, 4> kTones = {0x300, 0x301, 0x309, 0x303};
constexpr std::array<ToneRow, 8> kRows = {{{U'â', U"ầấẩẫ"},
                                           {U'ê', U"ềếểễ"},
                                           {U'ô', U"ồốổỗ"},
                                           {U'ă', U"ằắẳẵ"},
                                           {U'Â', U"ẦẤẨẪ"},
                                           {U'Ê', U"ỀẾỂỄ"},
                                           {U'Ô', U"ỒỐỔỖ"},
                                           {U'Ă', U"ẰẮẲẴ"}}};

/// The letter without its tone, and the tone; 0 when there is none over another mark.
std::pair<char32_t, char32_t> parted(char32_t letter) {
  for (const ToneRow& row : kRows) {
    const std::size_t at = row.toned.find(letter);
    if (at != std::u32string_view::npos) return {row.bare, kTones[at]};
  }
  return {letter, 0};
}

}  // namespace

UnstackedText unstacked(const std::string& text) {
  UnstackedText result;
  for (const char32_t c : to_code_points(to_nfc(text))) {
    const auto [letter, tone] = parted(c);
    const std::string bytes = to_utf8({&letter, 1});
    if (tone != 0) result.tones.push_back({result.text.size(), bytes.size(), tone});
    result.text += bytes;
  }
  return result;
}

}  // namespace sohoa
