// What is filled in: labels with dots, boxes, tables, signatures.

#include <cstdlib>
#include <sstream>

#include "samples/script/press.h"
#include "samples/table.h"

namespace sohoa {

namespace {

constexpr double kSignatureMm = 34;

/// LABEL | ANSWER [| FIELD]; the fields go to the paper, the items carry them as tags.
FormItem item_of(Press& press, const std::string& text) {
  const auto parts = columns(text);
  FormItem item;
  item.label = press.set(parts[0]);
  if (parts.size() < 2) return item;
  const std::string answer = parts.size() > 2 ? "<" + parts[2] + ">" + parts[1] + "<>" : parts[1];
  item.answer = press.set(answer);
  return item;
}

/// : LABEL | ANSWER | FIELD || LABEL | ANSWER | FIELD …
void label(Press& press, const std::string& rest) {
  std::vector<FormItem> items;
  for (const std::string& text : columns(rest, "||")) items.push_back(item_of(press, text));
  const Passage passage = press.form.passage();
  double needed = 0;
  for (const FormItem& item : items) {
    needed += text_width(press.sheet(), item.label + " " + press.form.filled(item.answer), passage);
  }
  if (items.size() > 1 && needed + 4 * static_cast<double>(items.size()) <= press.width) {
    press.form_at(passage.size_pt * 0.6).row(items, Share::kNatural);
    press.below_form();
    return;
  }
  for (const FormItem& item : items) {
    const std::string whole = item.label + " " + press.form.filled(item.answer);
    press.form_at(text_height(press.sheet(), whole, press.width, passage))
        .line(item.label, item.answer);
    press.below_form();
  }
}

/// boxed LABEL | DIGITS [| FIELD]
void boxed(Press& press, const std::string& rest) {
  const auto parts = columns(rest);
  if (parts.size() < 2) fail("boxed " + rest, "wants LABEL | DIGITS");
  const std::string digits = press.facts.shown(parts[1]);
  press.form_at(10).boxed(press.facts.shown(parts[0]), digits, parts.size() > 2 ? parts[2] : "");
  press.below_form();
}

std::size_t chosen_option(Press& press, const std::vector<std::string>& options,
                          const std::string& choice) {
  const int last = static_cast<int>(options.size()) - 1;
  if (choice == "?") return static_cast<std::size_t>(press.random.whole(0, last));
  const std::string wanted = press.facts.shown(choice);
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (options[i] == wanted) return i;
  }
  return options.size();
}

struct Options {
  std::string label;
  std::vector<std::string> words;
  std::size_t ticked = 0;
};

/// LABEL | OPTION / OPTION | CHOICE [| FIELD]; the ticked one is tagged.
Options options_of(Press& press, const std::string& rest) {
  const auto parts = columns(rest);
  if (parts.size() < 3) fail(rest, "wants LABEL | OPTION / OPTION | CHOICE");
  Options options;
  options.label = press.facts.shown(parts[0]);
  for (const std::string& option : columns(parts[1], " / ")) {
    options.words.push_back(press.facts.shown(option));
  }
  options.ticked = chosen_option(press, options.words, parts[2]);
  if (parts.size() < 4 || options.ticked == options.words.size()) return options;
  std::string& words = options.words[options.ticked];
  words = press.set("<" + parts[3] + ">" + words + "<>");
  return options;
}

/// ticks LABEL | OPTION / OPTION | CHOICE [| FIELD]: boxes along the label's line
void ticks(Press& press, const std::string& rest) {
  constexpr double kBoxMm = 3.8;
  const Options options = options_of(press, rest);
  Sheet& sheet = press.form_at(8).sheet();
  const Passage passage = press.form.passage();
  const double y = press.typist.y();
  const std::size_t first = sheet.truth().lines.size();
  const double below = set_text(sheet, options.label, press.left, y, press.width, passage);
  double x = press.left + text_width(sheet, options.label, passage) + 5;
  for (std::size_t i = 0; i < options.words.size(); ++i) {
    draw_tick_box(sheet, {x, y + 1}, kBoxMm, i == options.ticked);
    x += kBoxMm + 1.8;
    const double width = text_width(sheet, options.words[i], passage);
    set_text(sheet, options.words[i], x, y, width + 2, passage);
    x += width + 7;
  }
  auto& lines = sheet.truth().lines;
  for (std::size_t i = first + 1; i < lines.size(); ++i) {
    for (TruthWord& word : lines[i].words) lines[first].words.push_back(std::move(word));
  }
  lines.resize(first + 1);
  press.typist.set_y(below);
}

/// choices LABEL | OPTION / OPTION | CHOICE [| FIELD]: boxes below the label
void choices(Press& press, const std::string& rest) {
  const Options options = options_of(press, rest);
  if (!options.label.empty()) {
    press.form_at(14).say(options.label);
    press.below_form();
  }
  for (std::size_t i = 0; i < options.words.size(); ++i) {
    press.form_at(8).tick(i == options.ticked, options.words[i]);
    press.below_form();
  }
}

/// tick x WORDS, tick - WORDS, tick ? WORDS
void tick(Press& press, const std::string& rest) {
  const bool ticked = rest[0] == 'x' || (rest[0] == '?' && press.random.chance(0.5));
  press.form_at(8).tick(ticked, press.set(rest.substr(2)));
  press.below_form();
}

/// table WIDTH WIDTH …, of the rows that follow
void table(Press& press, const std::string& rest) {
  press.table_mm.clear();
  std::istringstream widths(rest);
  for (double width = 0; widths >> width;) press.table_mm.push_back(width);
  press.typist.gap(1);
}

void draw_cells(Press& press, const std::vector<std::string>& cells, Align align) {
  if (cells.size() != press.table_mm.size()) fail("row " + cells[0], "has not the table's columns");
  Passage passage = press.form.passage();
  passage.size_pt = press.size_pt - 1;
  passage.line_factor = press.it.by_hand ? 1.4 : 1.2;
  press.typist.need(16);
  press.typist.set_y(
      draw_row(press.sheet(), press.left, press.typist.y(), press.table_mm, cells, passage, align));
}

/// row CELL | CELL …; a cell that begins with = is an answer
void row(Press& press, const std::string& rest) {
  std::vector<std::string> cells;
  for (const std::string& cell : columns(rest)) {
    const bool answer = !cell.empty() && cell[0] == '=';
    const std::string text = press.set(answer ? cell.substr(1) : cell);
    cells.push_back(answer && !text.empty() ? press.form.filled(text) : text);
  }
  draw_cells(press, cells, Align::kLeft);
}

void heads(Press& press, const std::string& rest) {
  std::vector<std::string> cells;
  for (const std::string& cell : columns(rest)) cells.push_back("*" + press.set(cell) + "*");
  draw_cells(press, cells, Align::kCentre);
}

/// sign LEAD | WHO | NAME: place, date and signature on the right
void sign(Press& press, const std::string& rest) {
  const auto parts = columns(rest);
  if (parts.size() < 3) fail("sign " + rest, "wants LEAD | WHO | NAME");
  const std::string lead = parts[0].empty() ? "" : parts[0] + " ";
  Form& form = press.form_at(kSignatureMm + 8);
  form.sign_off(lead, press.it.place.seat, press.it.received, press.facts.shown(parts[1]),
                press.set("<nguoi_ky>" + parts[2] + "<>"));
  press.below_form();
  press.typist.gap(kSignatureMm);
}

/// signs WHO | NAME || WHO | NAME …: signatures side by side
void signs(Press& press, const std::string& rest) {
  const auto parties = columns(rest, "||");
  const double step = press.width / static_cast<double>(parties.size());
  Form& form = press.form_at(kSignatureMm);
  for (std::size_t i = 0; i < parties.size(); ++i) {
    const auto parts = columns(parties[i]);
    form.sign_below(press.facts.shown(parts[0]), press.set(parts.back()),
                    press.left + static_cast<double>(i) * step, step - 3);
  }
  press.typist.gap(kSignatureMm);
}

constexpr Word kWords[] = {{":", label},   {"boxed", boxed}, {"ticks", ticks}, {"choices", choices},
                           {"tick", tick}, {"table", table}, {"row", row},     {"heads", heads},
                           {"sign", sign}, {"signs", signs}};

}  // namespace

std::span<const Word> answer_words() { return kWords; }

}  // namespace sohoa
