#include "pipeline/package/pdf/glyphless_font.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "pipeline/package/pdf/pdf_number.h"
#include "pipeline/package/pdf/pdf_times_widths.h"

namespace sohoa {

namespace {

constexpr std::size_t kCharactersMax = 65534;
constexpr std::size_t kCharactersPerBlockMax = 100;
constexpr int kUnitsPerEm = 1000;
constexpr int kAscent = 891, kDescent = -216;  // of Times

bool can_be_text(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool surrogate = c >= 0xD800 && c < 0xE000;
  const bool non_character = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  return !control && !surrogate && !non_character && c != 0xFEFF && c <= 0x10FFFF;
}

/// Big-endian bytes.
class Table {
 public:
  Table& u16(int value) {
    bytes_.push_back(static_cast<std::uint8_t>(value >> 8));
    bytes_.push_back(static_cast<std::uint8_t>(value));
    return *this;
  }
  Table& u32(std::uint32_t value) {
    return u16(static_cast<int>(value >> 16)).u16(static_cast<int>(value & 0xFFFF));
  }
  Table& zeros(int count) {
    bytes_.insert(bytes_.end(), static_cast<std::size_t>(count), 0);
    return *this;
  }
  const Bytes& bytes() const { return bytes_; }

 private:
  Bytes bytes_;
};

using NamedTable = std::pair<std::string_view, Bytes>;

Bytes head_table() {
  return Table()
      .u32(0x00010000)
      .u32(0x00010000)
      .u32(0)  // checksum of the whole, filled in last
      .u32(0x5F0F3CF5)
      .u16(0)
      .u16(kUnitsPerEm)
      .zeros(16)  // dates: none
      .u16(0)
      .u16(kDescent)
      .u16(kUnitsPerEm)
      .u16(kAscent)
      .u16(0)
      .u16(8)
      .u16(2)
      .u16(0)  // short loca
      .u16(0)
      .bytes();
}

Bytes hhea_table(int glyph_count) {
  return Table()
      .u32(0x00010000)
      .u16(kAscent)
      .u16(kDescent)
      .u16(0)
      .u16(kUnitsPerEm)
      .zeros(6)
      .u16(1)
      .zeros(14)
      .u16(glyph_count)
      .bytes();
}

Bytes maxp_table(int glyph_count) {
  return Table().u32(0x00010000).u16(glyph_count).zeros(8).u16(2).zeros(16).bytes();
}

// A format 4 table with its closing segment only: codes are glyph numbers (CIDToGIDMap Identity).
Bytes cmap_table() {
  return Table()
      .u16(0)
      .u16(1)
      .u16(3)
      .u16(1)
      .u32(12)
      .u16(4)
      .u16(24)
      .u16(0)
      .u16(2)
      .u16(2)
      .u16(0)
      .u16(0)
      .u16(0xFFFF)
      .u16(0)
      .u16(0xFFFF)
      .u16(1)
      .u16(0)
      .bytes();
}

std::uint32_t checksum(const Bytes& bytes) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    sum += static_cast<std::uint32_t>(bytes[i]) << (8 * (3 - i % 4));
  }
  return sum;
}

Bytes font_file(const std::vector<NamedTable>& tables) {
  constexpr int kDirectoryEntrySize = 16;
  constexpr std::uint32_t kWholeFileSum = 0xB1B0AFBA;
  Table directory;
  directory.u32(0x00010000).u16(static_cast<int>(tables.size())).u16(128).u16(3).u16(0);
  Bytes body;
  std::size_t head_at = 0;
  const std::size_t body_at = 12 + kDirectoryEntrySize * tables.size();
  for (const auto& [name, bytes] : tables) {
    const std::size_t at = body_at + body.size();
    if (name == "head") head_at = at;
    for (int i = 0; i < 4; i += 2) {
      directory.u16(static_cast<unsigned char>(name[i]) << 8 |
                    static_cast<unsigned char>(name[i + 1]));
    }
    directory.u32(checksum(bytes)).u32(static_cast<std::uint32_t>(at));
    directory.u32(static_cast<std::uint32_t>(bytes.size()));
    body.insert(body.end(), bytes.begin(), bytes.end());
    body.resize((body.size() + 3) / 4 * 4);
  }
  Bytes file = directory.bytes();
  file.insert(file.end(), body.begin(), body.end());
  const Bytes adjustment = Table().u32(kWholeFileSum - checksum(file)).bytes();
  std::copy(adjustment.begin(), adjustment.end(), file.begin() + head_at + 8);
  return file;
}

std::string utf16_hex(char32_t character) {
  if (character < 0x10000) return pdf_hex(character);
  const char32_t offset = character - 0x10000;
  return pdf_hex(0xD800 + (offset >> 10)) + pdf_hex(0xDC00 + (offset & 0x3FF));
}

}  // namespace

int GlyphlessFont::code_for(char32_t character) {
  if (!can_be_text(character)) return 0;
  const auto known = codes_.find(character);
  if (known != codes_.end()) return known->second;
  if (characters_.size() >= kCharactersMax) return 0;
  characters_.push_back(character);
  const int code = static_cast<int>(characters_.size());
  codes_.emplace(character, code);
  return code;
}

int GlyphlessFont::width_of(char32_t character) const { return times_width(character); }

std::vector<int> GlyphlessFont::widths() const {
  std::vector<int> widths;
  for (const char32_t character : characters_) widths.push_back(times_width(character));
  return widths;
}

Bytes GlyphlessFont::program() const {
  const int glyph_count = static_cast<int>(characters_.size()) + 1;
  Table metrics;
  metrics.u16(kUnitsPerEm / 2).u16(0);
  for (const int width : widths()) metrics.u16(width).u16(0);
  return font_file({{"cmap", cmap_table()},
                    {"glyf", Bytes(1, 0)},
                    {"head", head_table()},
                    {"hhea", hhea_table(glyph_count)},
                    {"hmtx", metrics.bytes()},
                    {"loca", Bytes(2 * (static_cast<std::size_t>(glyph_count) + 1), 0)},
                    {"maxp", maxp_table(glyph_count)},
                    {"post", Table().u32(0x00030000).zeros(28).bytes()}});
}

std::string GlyphlessFont::to_unicode() const {
  std::string cmap =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  for (std::size_t first = 0; first < characters_.size(); first += kCharactersPerBlockMax) {
    const std::size_t count = std::min(kCharactersPerBlockMax, characters_.size() - first);
    cmap += std::to_string(count) + " beginbfchar\n";
    for (std::size_t i = first; i < first + count; ++i) {
      cmap +=
          '<' + pdf_hex(static_cast<unsigned>(i + 1)) + "> <" + utf16_hex(characters_[i]) + ">\n";
    }
    cmap += "endbfchar\n";
  }
  return cmap + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

}  // namespace sohoa
