#include "pipeline/package/pdf/pdf_times_widths.h"

#include <cstdint>
#include <iterator>
#include <span>

namespace sohoa {

namespace {

// Advance widths are facts of measure: those of Liberation Serif, which has the metrics of Times.
// Selection in a viewer fits the letters of the scan only when the widths inside a word do.

constexpr std::uint16_t kAscii[] = {
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
    921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
    500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541};  // U+0020 …

constexpr std::uint16_t kLatin[] = {
    250, 333, 500, 500, 500, 500, 200, 500, 333, 760, 276, 500, 564, 333, 760, 500, 400, 549, 300,
    300, 333, 576, 453, 333, 333, 300, 310, 500, 750, 750, 750, 444, 722, 722, 722, 722, 722, 722,
    889, 667, 611, 611, 611, 611, 333, 333, 333, 333, 722, 722, 722, 722, 722, 722, 722, 564, 722,
    722, 722, 722, 722, 722, 556, 500, 444, 444, 444, 444, 444, 444, 667, 444, 444, 444, 444, 444,
    278, 278, 278, 278, 500, 500, 500, 500, 500, 500, 500, 549, 500, 500, 500, 500, 500, 500, 500,
    500, 722, 444, 722, 444, 722, 444, 667, 444, 667, 444, 667, 444, 667, 444, 722, 646, 722, 500,
    611, 444, 611, 444, 611, 444, 611, 444, 611, 444, 722, 500, 722, 500, 722, 500, 722, 500, 722,
    500, 722, 500, 333, 278, 333, 278, 333, 278, 333, 278, 333, 278, 708, 552, 389, 278, 722, 500,
    500, 611, 278, 611, 278, 611, 406, 611, 344, 611, 278, 722, 500, 722, 500, 722, 500, 604, 702,
    495, 722, 500, 722, 500, 722, 500, 889, 722, 667, 333, 667, 333, 667, 333, 556, 389, 556, 389,
    556, 389, 556, 389, 611, 278, 611, 427, 611, 278, 722, 500, 722, 500, 722, 500, 722, 500, 722,
    500, 722, 500, 944, 722, 722, 500, 722, 611, 444, 611, 444, 611, 444, 278};  // U+00A0 …

constexpr std::uint16_t kHorned[] = {722, 529, 925, 691, 650, 500, 556, 556, 389,
                                     582, 344, 278, 611, 278, 611, 776, 542};  // U+01A0 …

constexpr std::uint16_t kVietnamese[] = {
    722, 444, 722, 444, 722, 444, 722, 444, 722, 444, 722, 444, 722, 444, 722, 444, 722, 444, 722,
    444, 722, 444, 722, 444, 611, 444, 611, 444, 611, 444, 611, 444, 611, 444, 611, 444, 611, 444,
    611, 444, 333, 278, 333, 278, 722, 500, 722, 500, 722, 500, 722, 500, 722, 500, 722, 500, 722,
    500, 722, 529, 722, 529, 722, 529, 722, 529, 722, 529, 722, 500, 722, 500, 776, 542, 776, 542,
    776, 542, 776, 542, 776, 542, 722, 500, 722, 500, 722, 500, 722, 500};  // U+1EA0 …

constexpr std::uint16_t kPunctuation[] = {333, 500, 500, 500, 1000, 1000, 281,  500,
                                          333, 333, 333, 333, 444,  444,  444,  444,
                                          500, 500, 350, 500, 500,  500,  1000, 500};  // U+2010 …

struct Range {
  char32_t first;
  std::span<const std::uint16_t> widths;
};

constexpr Range kRanges[] = {{0x20, kAscii},
                             {0xA0, kLatin},
                             {0x1A0, kHorned},
                             {0x1EA0, kVietnamese},
                             {0x2010, kPunctuation}};

constexpr int kUsual = 500;
constexpr int kFull = 1000;
constexpr char32_t kCombiningFirst = 0x300, kCombiningLast = 0x36F;
constexpr char32_t kWideFirst = 0x2E80, kWideLast = 0xFFE6;

}  // namespace

int times_width(char32_t character) {
  for (const Range& range : kRanges) {
    if (character >= range.first && character - range.first < range.widths.size()) {
      return range.widths[character - range.first];
    }
  }
  if (character >= kCombiningFirst && character <= kCombiningLast) return 0;
  return character >= kWideFirst && character <= kWideLast ? kFull : kUsual;
}

}  // namespace sohoa
