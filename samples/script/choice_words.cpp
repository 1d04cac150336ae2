// Boxes to tick.

#include "samples/script/press.h"

namespace sohoa {

namespace {

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

constexpr Word kWords[] = {{"ticks", ticks}, {"choices", choices}, {"tick", tick}};

}  // namespace

std::span<const Word> choice_words() { return kWords; }

}  // namespace sohoa
