#include "pipeline/package/pdfa/pdfa_cmap.h"

#include <vector>

#include "pipeline/package/pdfa/pdfa_tokens.h"

namespace sohoa {

namespace {

constexpr std::size_t kOperandsMax = 100000;

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

void add_range(UnicodeMap& map, const std::string& first, const std::string& last,
               const std::vector<std::string>& texts, bool listed) {
  const unsigned from = code_of(first);
  const unsigned to = code_of(last);
  if (to < from || from >> 8 != to >> 8 || texts.empty()) return;
  for (unsigned code = from; code <= to; ++code) {
    if (listed && code - from >= texts.size()) return;
    std::u16string text = text_of(listed ? texts[code - from] : texts[0]);
    if (!listed && !text.empty()) text.back() = static_cast<char16_t>(text.back() + (code - from));
    map[code] = text;
  }
}

/// Tokens of the ranges between beginbfrange and endbfrange.
class RangeReader {
 public:
  explicit RangeReader(UnicodeMap& map) : map_(map) {}

  void string(const std::string& bytes) {
    if (ends_.size() < 2) return ends_.push_back(bytes);
    texts_.push_back(bytes);
    if (!listed_) finish();
  }
  void open_list() { listed_ = true; }
  void close_list() { finish(); }

 private:
  void finish() {
    if (ends_.size() == 2) add_range(map_, ends_[0], ends_[1], texts_, listed_);
    ends_.clear();
    texts_.clear();
    listed_ = false;
  }

  UnicodeMap& map_;
  std::vector<std::string> ends_;
  std::vector<std::string> texts_;
  bool listed_ = false;
};

}  // namespace

UnicodeMap unicode_map(const std::string& cmap) {
  UnicodeMap map;
  PdfaTokens tokens(cmap, "ToUnicode");
  std::vector<std::string> operands;
  RangeReader ranges(map);
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
