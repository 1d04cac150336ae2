#include "samples/portrait.h"

namespace sohoa {

void draw_portrait(Sheet& sheet, const Box& box) {
  sheet.fill(box, {0.84, 0.89, 0.95});
  cairo_t* cairo = sheet.cairo();
  const double middle = box.centre().x;
  cairo_save(cairo);
  cairo_rectangle(cairo, box.left, box.top, box.width(), box.height());
  cairo_clip(cairo);
  cairo_set_source_rgb(cairo, 0.45, 0.48, 0.55);
  cairo_arc(cairo, middle, box.bottom + 2, box.width() * 0.46, 0, 6.2832);
  cairo_fill(cairo);
  cairo_set_source_rgb(cairo, 0.80, 0.68, 0.60);
  cairo_arc(cairo, middle, box.top + box.height() * 0.42, box.width() * 0.24, 0, 6.2832);
  cairo_fill(cairo);
  cairo_restore(cairo);
  sheet.truth().marks.push_back({TruthMarkKind::kPhoto, box, {}});
}

}  // namespace sohoa
