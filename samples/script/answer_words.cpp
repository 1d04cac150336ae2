// What is filled in: labels with dots, signatures.

#include "samples/script/press.h"

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

constexpr Word kWords[] = {{":", label}, {"boxed", boxed}, {"sign", sign}, {"signs", signs}};

}  // namespace

std::span<const Word> answer_words() { return kWords; }

}  // namespace sohoa
