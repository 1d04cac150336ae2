#pragma once

#include <string>
#include <vector>

#include "samples/typist.h"
#include "samples/world.h"

namespace sohoa {

/// One answer of a form. The field's value is `value`, or the answer's words when that is empty; an
/// answer without a field is only printed.
struct FormItem {
  std::string label;
  std::string answer;
  std::string field = {};
  std::string value = {};
};

/// Who gets how much of a line that several items share.
enum class Share { kEqual, kNatural };

/// Fills a printed form down a column: labels in print, answers typed or by pen.
class Form {
 public:
  Form(Sheet& sheet, bool by_hand, Random& random, double size_pt = 13);

  void move_to(double left, double top, double width);
  void gap(double mm) { y_ += mm; }
  double y() const { return y_; }

  /// Goes on at the same place of another sheet.
  void turn_to(Sheet& sheet) { sheet_ = &sheet; }
  Sheet& sheet() { return *sheet_; }
  void set_family(Family family) { passage_.family = family; }
  void set_size(double size_pt) { passage_.size_pt = size_pt; }

  /// A label and its answer on a dotted line; `field` names the field that the answer is, `value`
  /// what a clerk types for it where that is not the answer.
  void line(const std::string& label, const std::string& answer, const std::string& field = {},
            const std::string& value = {});
  /// Items side by side on one line.
  void row(const std::vector<FormItem>& items, Share share = Share::kEqual);
  /// A label and the digits of a number, each in its own frame.
  void boxed(const std::string& label, const std::string& digits, const std::string& field);
  /// Printed text across the column.
  void say(const std::string& text, Align align = Align::kJustify);
  /// A box to tick, then its words.
  void tick(bool ticked, const std::string& words);
  /// Place and date (ngay_ban_hanh), "Người yêu cầu", signature and name on the right.
  void sign_off(const std::string& lead, const std::string& seat, const Date& date,
                const std::string& who, const std::string& name);
  /// The same in a column of its own.
  void sign_below(const std::string& who, const std::string& name, double left, double width);

  /// An answer as markup in the form's way of filling.
  std::string filled(const std::string& answer) const;
  Passage passage() const { return passage_; }

 private:
  void add(const FormItem& item);
  std::string marked(const FormItem& item) const;

  Sheet* sheet_;
  bool by_hand_;
  Passage passage_;
  double left_ = 30;
  double y_ = 20;
  double width_ = 162;
};

/// An empty or ticked box of `size_mm` whose top left corner is given; goes into the marks.
void draw_tick_box(Sheet& sheet, Point corner, double size_mm, bool ticked);

}  // namespace sohoa
