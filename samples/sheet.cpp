#include "samples/sheet.h"

#include <pango/pangocairo.h>

#include <cmath>

#include "pipeline/base/text.h"
#include "samples/stacked_tones.h"

namespace sohoa {

namespace {

PangoFontDescription* describe(const Face& face) {
  PangoFontDescription* font = pango_font_description_new();
  const char* family = "Liberation Serif";
  if (face.family == Family::kSans) family = "Liberation Sans";
  if (face.family == Family::kMono) family = "Liberation Mono";
  pango_font_description_set_family(font, face.font.empty() ? family : face.font.c_str());
  pango_font_description_set_absolute_size(font, face.size_pt * PANGO_SCALE);
  if (face.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  if (face.italic) pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
  return font;
}

PangoLayout* lay_out(PangoContext* context, const std::string& text, const Face& face) {
  PangoLayout* layout = pango_layout_new(context);
  PangoFontDescription* font = describe(face);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  if (face.spacing_pt != 0) {
    PangoAttrList* attributes = pango_attr_list_new();
    const double spacing = face.spacing_pt * PANGO_SCALE;
    pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(static_cast<int>(spacing)));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
  }
  return layout;
}

constexpr double kToneGap = 0.004;    // mm a point of size, between a hat and its tone
constexpr double kItalicLean = 0.12;  // of a letter's height

/// How far the middle of a tone stands from that of its hat, in its widths: grave and acute begin
/// over the hat's tip.
double aside_of(char32_t tone) {
  if (tone == 0x300) return -0.35;
  return tone == 0x301 ? 0.35 : 0;
}

void set_colour(cairo_t* cairo, Colour colour) {
  cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

}  // namespace

Sheet::Sheet(double width_mm, double height_mm, std::uint64_t seed)
    : width_mm_(width_mm), height_mm_(height_mm), random_(seed, "sheet") {
  const cairo_rectangle_t extents{0, 0, width_mm, height_mm};
  surface_ = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_ = cairo_create(surface_);
  cairo_set_operator(cairo_, CAIRO_OPERATOR_MULTIPLY);
  pango_ = pango_cairo_create_context(cairo_);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(pango_, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(pango_, FALSE);
}

Sheet::~Sheet() {
  g_object_unref(pango_);
  cairo_destroy(cairo_);
  cairo_surface_destroy(surface_);
}

double Sheet::advance(const std::string& text, const Face& face) {
  PangoLayout* layout = lay_out(pango_, text, face);
  PangoRectangle logical;
  pango_layout_get_extents(layout, nullptr, &logical);
  g_object_unref(layout);
  return logical.width * kMmPerPoint / PANGO_SCALE;
}

Box Sheet::print(const std::string& text, Point baseline, const Face& face) {
  return face.stacked ? print_stacked(text, baseline, face) : print_plain(text, baseline, face);
}

Box Sheet::print_stacked(const std::string& text, Point baseline, const Face& face) {
  const UnstackedText parts = unstacked(text);
  Box all = print_plain(parts.text, baseline, face);
  PangoLayout* layout = lay_out(pango_, parts.text, face);
  for (const StackedTone& tone : parts.tones) {
    PangoRectangle place;
    pango_layout_index_to_pos(layout, static_cast<int>(tone.letter), &place);
    const double x = baseline.x + place.x * kMmPerPoint / PANGO_SCALE;
    const Box letter = ink_of(parts.text.substr(tone.letter, tone.letter_bytes), face);
    const std::string mark = " " + to_utf8({&tone.tone, 1});
    const Box ink = ink_of(mark, face);
    const double lean = face.italic ? kItalicLean * letter.height() : 0;
    const double top = x + letter.centre().x + lean + aside_of(tone.tone) * ink.width();
    const Point at{top - ink.centre().x,
                   baseline.y + letter.top - kToneGap * face.size_pt - ink.bottom};
    all = bounds(all, print_plain(mark, at, face));
  }
  g_object_unref(layout);
  return all;
}

Box Sheet::ink_of(const std::string& text, const Face& face) {
  PangoLayout* layout = lay_out(pango_, text, face);
  PangoRectangle ink;
  pango_layout_get_extents(layout, &ink, nullptr);
  const int baseline = pango_layout_get_baseline(layout);
  g_object_unref(layout);
  const double unit = kMmPerPoint / PANGO_SCALE;
  return {ink.x * unit, (ink.y - baseline) * unit, (ink.x + ink.width) * unit,
          (ink.y + ink.height - baseline) * unit};
}

Box Sheet::print_plain(const std::string& text, Point baseline, const Face& face) {
  PangoLayout* layout = lay_out(pango_, text, face);
  PangoRectangle ink;
  pango_layout_get_extents(layout, &ink, nullptr);
  const double unit = kMmPerPoint / PANGO_SCALE;
  const double top = baseline.y - pango_layout_get_baseline(layout) * unit;
  cairo_save(cairo_);
  cairo_translate(cairo_, baseline.x, top);
  cairo_scale(cairo_, kMmPerPoint, kMmPerPoint);
  set_colour(cairo_, face.colour);
  cairo_move_to(cairo_, 0, 0);
  pango_cairo_show_layout(cairo_, layout);
  cairo_restore(cairo_);
  g_object_unref(layout);
  return {baseline.x + ink.x * unit, top + ink.y * unit, baseline.x + (ink.x + ink.width) * unit,
          top + (ink.y + ink.height) * unit};
}

void Sheet::line(Point from, Point to, double width_mm, Colour colour) {
  set_colour(cairo_, colour);
  cairo_set_line_width(cairo_, width_mm);
  cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_BUTT);
  cairo_move_to(cairo_, from.x, from.y);
  cairo_line_to(cairo_, to.x, to.y);
  cairo_stroke(cairo_);
}

void Sheet::dotted(Point from, Point to, Colour colour) {
  constexpr double kPitchMm = 1.15;
  set_colour(cairo_, colour);
  cairo_new_path(cairo_);
  for (double x = std::ceil(from.x / kPitchMm) * kPitchMm; x < to.x; x += kPitchMm) {
    cairo_arc(cairo_, x, from.y, 0.18, 0, 2 * M_PI);
    cairo_fill(cairo_);
  }
}

void Sheet::frame(const Box& box, double width_mm, Colour colour) {
  set_colour(cairo_, colour);
  cairo_set_line_width(cairo_, width_mm);
  cairo_rectangle(cairo_, box.left, box.top, box.width(), box.height());
  cairo_stroke(cairo_);
}

void Sheet::fill(const Box& box, Colour colour) {
  set_colour(cairo_, colour);
  cairo_rectangle(cairo_, box.left, box.top, box.width(), box.height());
  cairo_fill(cairo_);
}

Box Sheet::stroke(const std::vector<Point>& path, double width_mm, Colour colour) {
  Box around;
  cairo_new_path(cairo_);  // printing leaves a current point
  set_colour(cairo_, colour);
  cairo_set_line_width(cairo_, width_mm);
  cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
  for (const Point& point : path) {
    cairo_line_to(cairo_, point.x, point.y);
    const double half = width_mm / 2;
    around = bounds(around, {point.x - half, point.y - half, point.x + half, point.y + half});
  }
  cairo_stroke(cairo_);
  return around;
}

void Sheet::replay(cairo_t* target) const {
  cairo_save(target);
  cairo_set_source_surface(target, surface_, 0, 0);
  cairo_set_operator(target, CAIRO_OPERATOR_OVER);
  cairo_paint(target);
  cairo_restore(target);
}

Sheet& Pad::next(double width_mm, double height_mm) {
  const std::string label = "page " + std::to_string(sheets_.size() + 1);
  sheets_.push_back(std::make_unique<Sheet>(width_mm, height_mm, seed_of(seed_, label)));
  return *sheets_.back();
}

}  // namespace sohoa
