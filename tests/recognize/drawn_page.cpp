#include "tests/recognize/drawn_page.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <memory>

#include "pipeline/recognize/line_engine.h"

namespace sohoa::test {

namespace {

constexpr double kDpi = 300;
constexpr double kPointsPerInch = 72;

constexpr int kLineMargin = 8;        // px, left and right of a line's text
constexpr int kLineBaseline = 27;     // px from its top
constexpr double kLineSizePt = 5.76;  // 24 px

struct Canvas {
  explicit Canvas(const Image& image)
      : surface(cairo_image_surface_create(CAIRO_FORMAT_A8, image.width, image.height)),
        context(cairo_create(surface)) {}
  ~Canvas() {
    cairo_destroy(context);
    cairo_surface_destroy(surface);
  }
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  cairo_surface_t* surface;
  cairo_t* context;
};

void blacken(Image& image, const Canvas& canvas) {
  cairo_surface_flush(canvas.surface);
  const unsigned char* ink = cairo_image_surface_get_data(canvas.surface);
  const int stride = cairo_image_surface_get_stride(canvas.surface);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      std::uint8_t& pixel = image.row(y)[x];
      pixel = std::min(pixel, static_cast<std::uint8_t>(255 - ink[y * stride + x]));
    }
  }
}

}  // namespace

CleanPage white_page(int width, int height) {
  CleanPage page;
  page.pixels.width = width;
  page.pixels.height = height;
  page.pixels.data.assign(static_cast<std::size_t>(width) * height, 255);
  page.dpi = kDpi;
  page.upright_width = width;
  page.upright_height = height;
  page.upright_dpi = {kDpi, kDpi};
  return page;
}

Drawn draw_text(CleanPage& page, const std::string& text, double x, double baseline,
                double size_pt) {
  const Canvas canvas(page.pixels);
  const std::unique_ptr<PangoLayout, decltype(&g_object_unref)> layout(
      pango_cairo_create_layout(canvas.context), &g_object_unref);
  PangoFontDescription* font = pango_font_description_from_string("Liberation Serif");
  pango_font_description_set_absolute_size(font, size_pt * kDpi / kPointsPerInch * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_text(layout.get(), text.c_str(), -1);
  PangoRectangle ink;
  pango_layout_get_pixel_extents(layout.get(), &ink, nullptr);
  const double above = pango_layout_get_baseline(layout.get()) / static_cast<double>(PANGO_SCALE);
  const double top = baseline - above;
  cairo_move_to(canvas.context, x, top);
  pango_cairo_show_layout(canvas.context, layout.get());
  blacken(page.pixels, canvas);
  return {{x + ink.x, top + ink.y, x + ink.x + ink.width, top + ink.y + ink.height}, baseline};
}

Image drawn_line(const std::string& text) {
  CleanPage wide = white_page(static_cast<int>(text.size()) * kLineHeight, kLineHeight);
  const Drawn drawn = draw_text(wide, text, kLineMargin, kLineBaseline, kLineSizePt);
  Image line = white_page(static_cast<int>(drawn.ink.right) + kLineMargin, kLineHeight).pixels;
  for (int y = 0; y < line.height; ++y) {
    std::copy_n(wide.pixels.row(y), line.stride(), line.row(y));
  }
  return line;
}

void draw_bar(CleanPage& page, const Box& bar) {
  const Canvas canvas(page.pixels);
  cairo_rectangle(canvas.context, bar.left, bar.top, bar.width(), bar.height());
  cairo_fill(canvas.context);
  blacken(page.pixels, canvas);
}

}  // namespace sohoa::test
