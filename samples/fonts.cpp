#include "samples/fonts.h"

#include <pango/pangocairo.h>

#include <string>

#include "pipeline/base/error.h"
#include "samples/letters.h"

namespace sohoa {

namespace {

/// How many of the marked letters the face that Pango finds can draw itself.
int letters_drawn(const char* description) {
  PangoFontMap* map = pango_cairo_font_map_get_default();
  PangoContext* context = pango_font_map_create_context(map);
  PangoFontDescription* wanted = pango_font_description_from_string(description);
  PangoFont* font = pango_context_load_font(context, wanted);
  int drawn = 0;
  if (font != nullptr) {
    PangoFontDescription* found = pango_font_describe(font);
    const bool same = pango_font_description_get_family(found) != nullptr &&
                      std::string(pango_font_description_get_family(found)) ==
                          pango_font_description_get_family(wanted);
    for (const char32_t letter : marked_letters()) {
      if (same && pango_font_has_char(font, letter)) ++drawn;
    }
    pango_font_description_free(found);
    g_object_unref(font);
  }
  pango_font_description_free(wanted);
  g_object_unref(context);
  return drawn;
}

}  // namespace

void require_font(const std::string& family) {
  const int wanted = static_cast<int>(marked_letters().size());
  for (const char* style : {" 12", " Bold 12", " Italic 12", " Bold Italic 12"}) {
    const int drawn = letters_drawn(std::string(family).append(style).c_str());
    if (drawn == wanted) continue;
    throw Error(ExitCode::kDependency, std::string("font ") + family + style,
                "draws " + std::to_string(drawn) + " of the " + std::to_string(wanted) +
                    " letters with Vietnamese marks",
                "run ./dev setup; version 1 of the Liberation fonts must go");
  }
}

void require_fonts() {
  for (const char* family : {"Liberation Serif", "Liberation Sans"}) require_font(family);
}

}  // namespace sohoa
