#include "pipeline/recognize/syllable.h"

#include <algorithm>
#include <array>
#include <optional>

#include "pipeline/base/text.h"

namespace sohoa {

namespace {

constexpr std::size_t kLettersMax = 7;  // nghiêng

constexpr std::array<std::u32string_view, 28> kOnsets = {
    U"ngh", U"ng", U"nh", U"ch", U"gh", U"gi", U"kh", U"ph", U"qu", U"th", U"tr", U"b", U"c", U"d",
    U"đ",   U"g",  U"h",  U"k",  U"l",  U"m",  U"n",  U"p",  U"r",  U"s",  U"t",  U"v", U"x", U""};

constexpr std::u32string_view kRimes =
    U" a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
    U" e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu"
    U" iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu ych yn ynh yt yu"
    U" o oc oi om on ong ooc oong op ot oa oac oach oai oam oan oang oanh oao oap oat oay"
    U" oăc oăm oăn oăng oăt oe oem oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
    U" u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uôc uôi uôm uôn uông uôt"
    U" uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu"
    U" ươc ươi ươm ươn ương ươp ươt ươu ";

// Each vowel in its six tones: none, huyền, sắc, hỏi, ngã, nặng.
constexpr std::array<std::u32string_view, 12> kVowels = {
    U"aàáảãạ", U"ăằắẳẵặ", U"âầấẩẫậ", U"eèéẻẽẹ", U"êềếểễệ", U"iìíỉĩị",
    U"oòóỏõọ", U"ôồốổỗộ", U"ơờớởỡợ", U"uùúủũụ", U"ưừứửữự", U"yỳýỷỹỵ"};
constexpr std::array<std::u32string_view, 12> kCapitalVowels = {
    U"AÀÁẢÃẠ", U"ĂẰẮẲẴẶ", U"ÂẦẤẨẪẬ", U"EÈÉẺẼẸ", U"ÊỀẾỂỄỆ", U"IÌÍỈĨỊ",
    U"OÒÓỎÕỌ", U"ÔỒỐỔỖỘ", U"ƠỜỚỞỠỢ", U"UÙÚỦŨỤ", U"ƯỪỨỬỮỰ", U"YỲÝỶỸỴ"};

constexpr int kAcute = 2;
constexpr int kDotBelow = 5;

struct Letter {
  char32_t base = 0;  // small, without its tone
  int tone = 0;
  bool capital = false;
};

std::optional<Letter> letter_of(char32_t c) {
  for (std::size_t v = 0; v < kVowels.size(); ++v) {
    for (const bool capital : {false, true}) {
      const std::size_t tone = (capital ? kCapitalVowels : kVowels)[v].find(c);
      if (tone != std::u32string_view::npos) {
        return Letter{kVowels[v][0], static_cast<int>(tone), capital};
      }
    }
  }
  if (c == U'đ' || c == U'Đ') return Letter{U'đ', 0, c == U'Đ'};
  if (c >= U'a' && c <= U'z') return Letter{c, 0, false};
  if (c >= U'A' && c <= U'Z') return Letter{c + 32, 0, true};
  return std::nullopt;
}

bool is_rime(std::u32string_view rime) {
  if (rime.empty()) return false;
  const std::u32string spaced = U' ' + std::u32string(rime) + U' ';
  return kRimes.find(spaced) != std::u32string_view::npos;
}

bool is_front(char32_t c) { return c == U'i' || c == U'e' || c == U'ê' || c == U'y'; }

// Which letter stands for the sounds k, g, ng depends on the vowel after it.
bool agree(std::u32string_view onset, std::u32string_view rime) {
  const bool front = is_front(rime.front());
  if (onset == U"k" || onset == U"gh" || onset == U"ngh") return front;
  if (onset == U"c" || onset == U"ng") return !front;
  if (onset == U"g") return !front || rime.front() == U'i';
  if (onset == U"qu") return rime.front() != U'u' && rime.front() != U'o' && rime.front() != U'ư';
  return true;
}

bool is_stopped(std::u32string_view rime) {
  return rime.ends_with(U"c") || rime.ends_with(U"ch") || rime.ends_with(U"p") ||
         rime.ends_with(U"t");
}

bool can_be(std::u32string_view bare, int tone) {
  for (const std::u32string_view onset : kOnsets) {
    if (!bare.starts_with(onset)) continue;
    const std::u32string_view rime = bare.substr(onset.size());
    if (!is_rime(rime) || !agree(onset, rime)) continue;
    if (!is_stopped(rime) || tone == kAcute || tone == kDotBelow) return true;
  }
  return false;
}

bool is_word_character(char32_t c) { return letter_of(c) || (c >= U'0' && c <= U'9'); }

}  // namespace

bool is_syllable(std::string_view word) {
  const std::u32string letters = to_code_points(word);
  if (letters.empty() || letters.size() > kLettersMax) return false;
  std::u32string bare;
  int tone = 0;
  std::size_t capitals = 0;
  bool first_capital = false;
  for (const char32_t c : letters) {
    const std::optional<Letter> letter = letter_of(c);
    if (!letter || (letter->tone != 0 && tone != 0)) return false;
    if (bare.empty()) first_capital = letter->capital;
    bare += letter->base;
    tone += letter->tone;
    if (letter->capital) ++capitals;
  }
  const bool even_case =
      capitals == 0 || capitals == letters.size() || (capitals == 1 && first_capital);
  return even_case && can_be(bare, tone);
}

std::string without_punctuation(std::string_view word) {
  const std::u32string all = to_code_points(word);
  const auto first = std::find_if(all.begin(), all.end(), is_word_character);
  const auto last =
      std::find_if(all.rbegin(), std::make_reverse_iterator(first), is_word_character);
  return to_utf8(
      {&*all.begin() + (first - all.begin()), static_cast<std::size_t>(last.base() - first)});
}

}  // namespace sohoa
