#include "pipeline/package/pdf/pdf_cmap.h"

#include <algorithm>
#include <vector>

#include "pipeline/package/pdf/pdf_tokens.h"

namespace sohoa {

namespace {

constexpr std::size_t kOperandsMax = 100000;
constexpr unsigned kRangeCodesMax = 1 << 16;
// Ranges may overlap: what they map together, at most.
constexpr unsigned kMappedCodesMax = 1 << 20;

unsigned code_of(const std::string& bytes) {
  unsigned code = 0;
  for (const char byte : bytes) code = code << 8 | static_cast<unsigned char>(byte);
  return code;
}

std::u16string text_of(const std::string& bytes) {
  std::u16string text;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    text += static_cast<char16_t>(static_cast<unsigned char>(bytes[i]) << 8 |
                                  static_cast<unsigned char>(bytes[i + 1]));
  }
  return text;
}

void add_characters(UnicodeMap& map, const std::vector<std::string>& operands) {
  for (std::size_t i = 0; i + 1 < operands.size(); i += 2) {
    map[code_of(operands[i])] = text_of(operands[i + 1]);
  }
}

/// Tokens of the ranges between beginbfrange and endbfrange.
class RangeReader {
 public:
  RangeReader(UnicodeMap& map, LongRanges long_ranges) : map_(map), long_ranges_(long_ranges) {}

  void string(const std::string& bytes) {
    if (ends_.size() < 2) return ends_.push_back(bytes);
    texts_.push_back(bytes);
    if (!listed_) finish();
  }
  void open_list() { listed_ = true; }
  void close_list() { finish(); }

 private:
  void finish() {
    if (ends_.size() == 2) add(code_of(ends_[0]), code_of(ends_[1]));
    ends_.clear();
    texts_.clear();
    listed_ = false;
  }

  void add(unsigned from, unsigned to) {
    if (to < from || texts_.empty()) return;
    if (from >> 8 != to >> 8 && long_ranges_ == LongRanges::kIgnored) return;
    const unsigned count = std::min(to - from, kRangeCodesMax - 1) + 1;
    for (unsigned i = 0; i < count && mapped_ < kMappedCodesMax; ++i, ++mapped_) {
      if (listed_ && i >= texts_.size()) return;
      std::u16string text = text_of(listed_ ? texts_[i] : texts_[0]);
      if (!listed_ && !text.empty()) text.back() = static_cast<char16_t>(text.back() + i);
      map_[from + i] = text;
    }
  }

  UnicodeMap& map_;
  LongRanges long_ranges_;
  unsigned mapped_ = 0;
  std::vector<std::string> ends_;
  std::vector<std::string> texts_;
  bool listed_ = false;
};

}  // namespace

UnicodeMap unicode_map(const std::string& cmap, LongRanges long_ranges) {
  UnicodeMap map;
  PdfTokens tokens(cmap, "ToUnicode");
  std::vector<std::string> operands;
  RangeReader ranges(map, long_ranges);
  bool in_ranges = false;
  while (true) {
    const QPDFTokenizer::Token token = tokens.next();
    const QPDFTokenizer::token_type_e type = token.getType();
    if (type == QPDFTokenizer::tt_eof) return map;
    if (type == QPDFTokenizer::tt_string && in_ranges) {
      ranges.string(token.getValue());
    } else if (type == QPDFTokenizer::tt_string) {
      if (operands.size() < kOperandsMax) operands.push_back(token.getValue());
    } else if (type == QPDFTokenizer::tt_array_open) {
      ranges.open_list();
    } else if (type == QPDFTokenizer::tt_array_close) {
      ranges.close_list();
    } else if (type == QPDFTokenizer::tt_word) {
      if (token.isWord("endbfchar")) add_characters(map, operands);
      in_ranges = token.isWord("beginbfrange");
      operands.clear();
    }
  }
}

}  // namespace sohoa
