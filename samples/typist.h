#pragma once

#include <string>
#include <vector>

#include "samples/handwriting.h"
#include "samples/sheet.h"

namespace sohoa {

enum class Align { kLeft, kCentre, kRight, kJustify };

/// How a paragraph is set.
struct Passage {
  double size_pt = 13;
  Align align = Align::kLeft;
  Family family = Family::kSerif;
  bool bold = false;
  bool italic = false;
  double first_line_mm = 0;  // indent of the first line
  double line_factor = 1.2;  // baseline to baseline, in sizes
  double after_mm = 0;       // gap below the paragraph
  bool dotted = false;       // a dotted rule from the text's end to the right edge, as forms have
  Colour colour = kToner;
  Hand hand;
};

// Text is written with light markup: *bold*, _italic_, ~by hand~, and <name>words<> for words that
// show the field `name`. White space parts words; markup may start and end between words only.

/// Sets `text` in a column from `top` (mm); every line goes into the sheet's truth. Returns the y
/// below the last line.
double set_text(Sheet& sheet, const std::string& text, double left, double top, double width,
                const Passage& passage);

/// How wide the text is on one line.
double text_width(Sheet& sheet, const std::string& text, const Passage& passage);

/// How high `set_text` would be.
double text_height(Sheet& sheet, const std::string& text, double width, const Passage& passage);

/// A form's line: printed label, then the value on dots up to the right edge; what does not fit
/// goes to further dotted lines. Returns the y below.
double set_form_line(Sheet& sheet, const std::string& label, const std::string& value, double left,
                     double top, double width, const Passage& passage);

/// Sets paragraphs down the pages of a pad, as a clerk's word processor does: margins of decree 30,
/// page number in the top margin from page 2.
class Typist {
 public:
  struct Margins {
    double left = 30, right = 18, top = 20, bottom = 20;
  };

  Typist(Pad& pad, Margins margins);

  void paragraph(const std::string& text, const Passage& passage);
  void gap(double mm) { y_ += mm; }
  /// A new page unless `mm` are free on this one.
  void need(double mm);
  /// A new page that has no number.
  void turn_over();

  Sheet& sheet() { return *sheet_; }
  double y() const { return y_; }
  void set_y(double mm) { y_ = mm; }
  double left() const { return margins_.left; }
  double width() const { return sheet_->width() - margins_.left - margins_.right; }

 private:
  void new_page();

  Pad& pad_;
  Margins margins_;
  Sheet* sheet_ = nullptr;
  double y_ = 0;
};

}  // namespace sohoa
