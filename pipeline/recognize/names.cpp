#include "pipeline/recognize/names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "pipeline/base/text.h"
#include "pipeline/recognize/syllable.h"

namespace sohoa {

namespace {

// Nearly everyone has one of these. Left out are some that begin titles more often than names: Cao,
// Quan, Tăng, Thái, Từ, Văn, …
constexpr std::array<std::string_view, 47> kSurnames = {
    "nguyễn", "trần", "lê",     "phạm", "hoàng", "huỳnh",  "phan",  "vũ",   "võ",    "đặng",
    "bùi",    "đỗ",   "hồ",     "ngô",  "dương", "lý",     "đinh",  "đoàn", "lâm",   "trịnh",
    "mai",    "tô",   "trương", "châu", "hà",    "quách",  "tạ",    "lưu",  "lương", "triệu",
    "vương",  "hứa",  "chu",    "doãn", "kiều",  "mạc",    "phùng", "tôn",  "thạch", "nông",
    "đàm",    "tống", "khổng",  "lò",   "sầm",   "nghiêm", "bế"};

// Titles and places that begin like a name.
constexpr std::array<std::string_view, 16> kNoNames = {
    "phạm vi",    "hồ sơ",      "lý do",    "lý lịch",   "lưu ý",   "lưu trữ",
    "lưu hành",   "hà nội",     "hà giang", "hà nam",    "hà tĩnh", "lâm đồng",
    "lâm nghiệp", "lương thực", "đoàn thể", "đoàn thanh"};

constexpr std::array<std::string_view, 10> kAddresses = {"ông",  "bà", "anh", "chị", "em",
                                                         "cháu", "cô", "chú", "chí", "tên"};

constexpr std::size_t kNameWordsMax = 5;  // with the surname; more are a title

enum class Shape { kOther, kCapitalised, kCapitals, kOneCapital };

bool is_capital(char32_t c) {
  const std::string letter = to_utf8(std::u32string(1, c));
  return case_folded(letter) != letter;
}

Shape shape_of(const std::string& word) {
  const std::u32string letters = to_code_points(without_punctuation(word));
  if (letters.empty() || !is_capital(letters.front())) return Shape::kOther;
  const auto capitals = static_cast<std::size_t>(
      std::count_if(letters.begin(), letters.end(), [](char32_t c) { return is_capital(c); }));
  if (letters.size() == 1) return Shape::kOneCapital;
  if (capitals == letters.size()) return Shape::kCapitals;
  return capitals == 1 ? Shape::kCapitalised : Shape::kOther;
}

bool continues(Shape shape, const std::string& word) {
  return shape_of(word) == shape || shape_of(word) == Shape::kOneCapital;
}

bool ends_phrase(const std::string& word) {
  return !word.empty() && std::string_view(",;:.)").find(word.back()) != std::string_view::npos;
}

template <typename List>
bool is_among(const List& list, const std::string& word) {
  return std::find(list.begin(), list.end(), case_folded(without_punctuation(word))) != list.end();
}

bool begins_no_name(const std::vector<std::string>& line, std::size_t at) {
  if (at + 1 == line.size()) return true;
  const std::string pair = case_folded(line[at] + " " + without_punctuation(line[at + 1]));
  return std::find(kNoNames.begin(), kNoNames.end(), pair) != kNoNames.end();
}

bool may_begin_name(const std::vector<std::string>& line, std::size_t at) {
  if (!is_among(kSurnames, line[at]) || ends_phrase(line[at]) || begins_no_name(line, at)) {
    return false;
  }
  if (at == 0) return true;
  const std::string& before = line[at - 1];
  return shape_of(before) != shape_of(line[at]) || ends_phrase(before) ||
         is_among(kAddresses, before);
}

}  // namespace

std::vector<bool> given_names(const std::vector<std::string>& line) {
  std::vector<bool> given(line.size(), false);
  for (std::size_t at = 0; at < line.size(); ++at) {
    const Shape shape = shape_of(line[at]);
    if (shape == Shape::kOther || !may_begin_name(line, at)) continue;
    std::size_t end = at + 1;
    while (end < line.size() && !ends_phrase(line[end - 1]) && continues(shape, line[end])) ++end;
    if (end - at <= kNameWordsMax) std::fill(given.begin() + at + 1, given.begin() + end, true);
    at = end - 1;
  }
  return given;
}

}  // namespace sohoa
