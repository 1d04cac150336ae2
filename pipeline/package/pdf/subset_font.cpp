#include "pipeline/package/pdf/subset_font.h"

#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/base/text.h"
#include "pipeline/package/pdf/pdf_number.h"
#include "pipeline/package/pdf/subset_font_file.h"

namespace sohoa {

namespace {

constexpr std::size_t kCodesMax = 100;  // of a bfchar block

template <auto destroy>
struct Destroy {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using Font = std::unique_ptr<hb_font_t, Destroy<hb_font_destroy>>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;

Face whole_face() {
  const std::filesystem::path file = subset_font_file();
  const Blob blob(hb_blob_create_from_file_or_fail(file.c_str()));
  if (blob) return Face(hb_face_create(blob.get(), 0));
  throw Error(ExitCode::kDependency, file.string(), "cannot be read",
              "install fonts-liberation2 again");
}

Face subset_of(const Face& face, const std::u32string& characters) {
  const SubsetInput input(hb_subset_input_create_or_fail());
  for (const char32_t c : characters) hb_set_add(hb_subset_input_unicode_set(input.get()), c);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* table : {"GSUB", "GPOS", "GDEF", "kern"}) {
    hb_set_add(dropped, hb_tag_from_string(table, -1));
  }
  Face subset(hb_subset_or_fail(face.get(), input.get()));
  if (!subset) {
    throw Error(ExitCode::kDependency, "Liberation Serif", "the font cannot be cut down",
                "install fonts-liberation2 again");
  }
  return subset;
}

std::string utf16_hex(char32_t c) {
  if (c < 0x10000) return pdf_hex(c);
  return pdf_hex(0xD800 + ((c - 0x10000) >> 10)) + pdf_hex(0xDC00 + (c & 0x3FF));
}

}  // namespace

SubsetFont::SubsetFont(const std::u32string& characters) {
  const Face subset = subset_of(whole_face(), characters);
  const Font font(hb_font_create(subset.get()));
  const double units = hb_face_get_upem(subset.get());
  for (const char32_t c : characters) {
    hb_codepoint_t glyph = 0;
    if (hb_font_get_nominal_glyph(font.get(), c, &glyph) == 0 || glyph == 0) {
      throw Error(ExitCode::kUsage, to_utf8({&c, 1}), "the font of drawn text lacks it",
                  "write the text without it");
    }
    glyphs_[c] = {glyph, 1000.0 * hb_font_get_glyph_h_advance(font.get(), glyph) / units};
  }
  const Blob blob(hb_face_reference_blob(subset.get()));
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  program_.assign(data, size);
  glyph_count_ = hb_face_get_glyph_count(subset.get());
}

double SubsetFont::width_of(std::u32string_view text) const {
  double width = 0;
  for (const char32_t c : text) width += glyphs_.at(c).width;
  return width;
}

std::string SubsetFont::codes_of(std::u32string_view text) const {
  std::string codes = "<";
  for (const char32_t c : text) codes += pdf_hex(glyphs_.at(c).code);
  return codes + '>';
}

std::string SubsetFont::name() const {
  std::string tag = sha256_of(as_bytes(program_)).substr(0, 6);
  for (char& c : tag) c = static_cast<char>(c <= '9' ? c - '0' + 'A' : c - 'a' + 'K');
  return '/' + tag + "+LiberationSerif";
}

std::string SubsetFont::widths() const {
  constexpr int kDecimals = 3;
  std::map<unsigned, double> by_code;
  for (const auto& [c, glyph] : glyphs_) by_code[glyph.code] = glyph.width;
  std::string list;
  for (const auto& [code, width] : by_code) {
    list += std::to_string(code) + " [" + pdf_number(width, kDecimals) + "] ";
  }
  return list;
}

std::string SubsetFont::to_unicode() const {
  std::map<unsigned, char32_t> by_code;
  for (const auto& [c, glyph] : glyphs_) by_code[glyph.code] = c;
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  std::size_t left = by_code.size(), open = 0;
  for (const auto& [code, c] : by_code) {
    if (open == 0) {
      open = std::min(left, kCodesMax);
      map += std::to_string(open) + " beginbfchar\n";
    }
    map += '<' + pdf_hex(code) + "> <" + utf16_hex(c) + ">\n";
    --left;
    if (--open == 0) map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

}  // namespace sohoa
