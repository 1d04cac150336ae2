#include "samples/script/press.h"

#include <algorithm>

#include "pipeline/base/error.h"
#include "samples/markup.h"

namespace sohoa {

namespace {

const Word* find_word(const std::string& name) {
  for (const auto words : {fact_words(), head_words(), text_words(), answer_words(), choice_words(),
                           table_words(), card_words()}) {
    for (const Word& word : words) {
      if (word.name == name) return &word;
    }
  }
  return nullptr;
}

void draw_line(Press& press, const ScriptLine& line) {
  const Word* word = find_word(line.word);
  if (word == nullptr) fail(line.place, "`" + line.word + "` is no word of papers");
  try {
    word->draw(press, line.rest);
  } catch (const Error& error) {
    throw Error(error.code(), line.place + ": " + error.subject(), error.reason(), error.remedy());
  }
}

/// How the script says that its answers are written.
Case filled_as_told(const Script& script, Case it) {
  for (const ScriptLine& line : script.lines) {
    if (line.word != "filled") continue;
    if (line.rest != "typed" && line.rest != "pen") fail(line.place, "is neither typed nor pen");
    it.by_hand = line.rest == "pen";
  }
  return it;
}

}  // namespace

Press::Press(Pad& sheets, const Case& about, Random& chance)
    : pad(sheets),
      it(about),
      random(chance),
      facts(about, chance),
      typist(sheets, {}),
      form(typist.sheet(), about.by_hand, chance) {}

Passage Press::passage(double size, Align align) const {
  Passage passage;
  passage.size_pt = size;
  passage.align = align;
  passage.family = family;
  passage.hand = form.passage().hand;
  return passage;
}

std::string Press::set(const std::string& text) {
  const Wording words = facts.fill(text);
  for (const auto& [name, value] : fields_in(words.typed)) note(name, value);
  return words.shown;
}

void Press::note(const std::string& field, const std::string& value) {
  const auto same = [&](const auto& known) { return known.first == field; };
  if (std::none_of(fields_.begin(), fields_.end(), same)) fields_.emplace_back(field, value);
}

void Press::say(const std::string& text, const Passage& passage) {
  if (width == typist.width() && left == typist.left()) {
    typist.paragraph(text, passage);
  } else {
    typist.set_y(set_text(sheet(), text, left, typist.y(), width, passage));
  }
}

Form& Press::form_at(double mm) {
  typist.need(mm);
  form.turn_to(sheet());
  form.move_to(left, typist.y(), width);
  return form;
}

void Press::add_fields() {
  for (const auto& [name, value] : fields_) {
    const auto shows = [&field = name](const auto& sheet) {
      for (const TruthLine& line : sheet->truth().lines) {
        for (const TruthWord& word : line.words) {
          if (word.field == field) return true;
        }
      }
      return false;
    };
    const auto found = std::find_if(pad.sheets().begin(), pad.sheets().end(), shows);
    add_field(found == pad.sheets().end() ? *pad.sheets().front() : **found, name, value);
  }
}

void draw_script(const Script& script, Pad& pad, const Case& it, Random& random) {
  const Case filled = filled_as_told(script, it);
  Press press(pad, filled, random);
  press.facts.set("kind", Wording{script.title, script.title});
  for (const ScriptLine& line : chosen(script.lines, random)) {
    if (line.word != "filled") draw_line(press, line);
  }
  press.add_fields();
}

}  // namespace sohoa
