// Titles, paragraphs and the room between them.

#include <cstdlib>

#include "samples/script/press.h"

namespace sohoa {

namespace {

constexpr double kBodyPt = 14;

/// title LINE [= what a clerk types]
void title(Press& press, const std::string& rest) {
  const auto parts = columns(rest, " = ");
  Passage line = press.passage(press.size_pt + 2, Align::kCentre);
  line.bold = true;
  line.after_mm = 1;
  press.say("<ten_giay_to>" + press.facts.shown(parts.front()) + "<>", line);
  press.note("ten_giay_to", press.facts.fill(parts.size() > 1 ? parts[1] : "{kind}").typed);
}

void subtitle(Press& press, const std::string& rest) {
  Passage line = press.passage(press.size_pt + 0.5, Align::kCentre);
  line.bold = true;
  line.after_mm = 1;
  press.say(press.set(rest), line);
}

void rule(Press& press, const std::string&) {
  const double middle = press.left + press.width / 2;
  const double y = press.typist.y() + 0.5;
  press.sheet().line({middle - 18, y}, {middle + 18, y}, 0.25);
  press.typist.gap(4);
}

/// The model's number above everything else.
void model(Press& press, const std::string& rest) {
  Passage line = press.passage(11, Align::kRight);
  line.italic = true;
  set_text(press.sheet(), press.set(rest), press.left, 10, press.width, line);
}

/// A paragraph of an office's text, its first line indented.
void paragraph(Press& press, const std::string& rest) {
  Passage body = press.passage(kBodyPt, Align::kJustify);
  body.first_line_mm = 12.7;
  body.after_mm = 2;
  press.say(press.set(rest), body);
}

void say(Press& press, const std::string& rest) {
  Passage words = press.passage(press.size_pt, Align::kJustify);
  words.line_factor = 1.25;
  words.after_mm = 0.6;
  press.say(press.set(rest), words);
}

void heading(Press& press, const std::string& rest) {
  Passage words = press.passage(press.size_pt, Align::kLeft);
  words.bold = true;
  words.line_factor = 1.3;
  press.typist.need(14);
  press.say(press.set(rest), words);
}

void centre(Press& press, const std::string& rest) {
  Passage words = press.passage(press.size_pt, Align::kCentre);
  words.after_mm = 1;
  press.say(press.set(rest), words);
}

void right(Press& press, const std::string& rest) {
  Passage words = press.passage(press.size_pt, Align::kRight);
  words.italic = true;
  words.after_mm = 1;
  press.say(press.set(rest), words);
}

void note(Press& press, const std::string& rest) {
  Passage words = press.passage(press.size_pt - 2, Align::kJustify);
  words.italic = true;
  press.say(press.set(rest), words);
}

void gap(Press& press, const std::string& rest) { press.typist.gap(std::atof(rest.c_str())); }

void page(Press& press, const std::string&) { press.typist.need(kA4HeightMm); }

/// side: a new sheet without a page's number, as certificates have
void side(Press& press, const std::string&) { press.typist.turn_over(); }

void size(Press& press, const std::string& rest) {
  press.size_pt = std::atof(rest.c_str());
  press.form.set_size(press.size_pt);
}

constexpr Word kWords[] = {{"title", title},     {"subtitle", subtitle}, {"rule", rule},
                           {"model", model},     {"p", paragraph},       {"say", say},
                           {"heading", heading}, {"centre", centre},     {"right", right},
                           {"note", note},       {"gap", gap},           {"page", page},
                           {"side", side},       {"size", size}};

}  // namespace

std::span<const Word> text_words() { return kWords; }

}  // namespace sohoa
