#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "samples/form.h"
#include "samples/letterhead.h"
#include "samples/script/facts.h"
#include "samples/script/script.h"
#include "samples/typist.h"

namespace sohoa {

/// A paper while the words of its script draw it, from the top of its first page down.
class Press {
 public:
  Press(Pad& sheets, const Case& about, Random& chance);

  Sheet& sheet() { return typist.sheet(); }
  Passage passage(double size_pt, Align align) const;
  /// The markup with its placeholders filled in; what it tags becomes fields of the paper.
  std::string set(const std::string& text);
  void note(const std::string& field, const std::string& value);
  /// Sets a paragraph down the pages.
  void say(const std::string& text, const Passage& passage);
  /// The form, at the place that the page has come to and with `mm` free below.
  Form& form_at(double mm);
  /// Goes on below the form.
  void below_form() { typist.set_y(form.y()); }
  /// Puts the fields on the sheets that show them.
  void add_fields();

  Pad& pad;
  const Case& it;
  Random& random;
  Facts facts;
  Typist typist;
  Form form;
  double size_pt = 13;
  Family family = Family::kSerif;
  Letterhead head;
  Closing closing;
  std::vector<double> table_mm;  // widths of the table's columns
  double left = 30;              // of the column that is being set
  double width = 162;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// What a script's word does with the rest of its line.
struct Word {
  const char* name;
  void (*draw)(Press& press, const std::string& rest);
};

std::span<const Word> fact_words();    // let, date, number, person
std::span<const Word> head_words();    // letterhead, motto, stamps, closing, certification
std::span<const Word> text_words();    // titles, paragraphs, gaps, pages
std::span<const Word> answer_words();  // labels, signatures
std::span<const Word> choice_words();  // boxes to tick
std::span<const Word> table_words();   // ruled tables
std::span<const Word> card_words();    // grounds, portraits, codes, machine readable zones

/// Draws a paper. `it.by_hand` says how its forms are filled unless the script does. Throws Error
/// (kInput) for a line that cannot be drawn.
void draw_script(const Script& script, Pad& pad, const Case& it, Random& random);

}  // namespace sohoa
