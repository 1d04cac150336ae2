// Cards, certificates and passports: things at given places.

#include <sstream>

#include "samples/land_plan.h"
#include "samples/mrz.h"
#include "samples/portrait.h"
#include "samples/qr.h"
#include "samples/script/press.h"
#include "samples/seals.h"
#include "samples/security.h"

namespace sohoa {

namespace {

/// As many numbers (mm) as there are at the start of the text.
std::vector<double> numbers_of(const std::string& rest, std::size_t count) {
  std::vector<double> numbers;
  std::istringstream words(rest);
  for (double number = 0; numbers.size() < count && words >> number;) numbers.push_back(number);
  if (numbers.size() < count) fail(rest, "wants " + std::to_string(count) + " numbers");
  return numbers;
}

Box box_of(const std::string& rest) {
  const auto mm = numbers_of(rest, 4);
  return {mm[0], mm[1], mm[0] + mm[2], mm[1] + mm[3]};
}

/// at LEFT TOP WIDTH: the column that what follows is set in
void at(Press& press, const std::string& rest) {
  const auto mm = numbers_of(rest, 3);
  press.left = mm[0];
  press.typist.set_y(mm[1]);
  press.width = mm[2];
}

/// column LEFT WIDTH: another column from here on
void column(Press& press, const std::string& rest) {
  const auto mm = numbers_of(rest, 2);
  press.left = mm[0];
  press.width = mm[1];
}

/// face serif|sans|mono
void face(Press& press, const std::string& rest) {
  press.family = rest == "sans" ? Family::kSans : rest == "mono" ? Family::kMono : Family::kSerif;
  press.form.set_family(press.family);
}

/// ground LEFT TOP WIDTH HEIGHT: a certificate's frame and tint
void ground(Press& press, const std::string& rest) {
  const std::pair<Colour, Colour> tints[] = {{{0.97, 0.86, 0.84}, {0.86, 0.45, 0.42}},
                                             {{0.98, 0.92, 0.80}, {0.78, 0.58, 0.24}},
                                             {{0.86, 0.93, 0.97}, {0.36, 0.55, 0.74}}};
  const auto& [tint, frame] = press.random.pick(tints);
  draw_guilloche(press.sheet(), box_of(rest), tint, frame);
}

/// card LEFT TOP WIDTH HEIGHT: a tinted card
void card(Press& press, const std::string& rest) {
  press.sheet().fill(box_of(rest), {0.92, 0.95, 0.97});
  press.sheet().frame(box_of(rest), 0.3, {0.5, 0.55, 0.6});
}

/// plan LEFT GAP WIDTH HEIGHT: the case's plot, GAP below what is there
void plan(Press& press, const std::string& rest) {
  const auto mm = numbers_of(rest, 4);
  const double top = press.typist.y() + mm[1];
  draw_plan(press.sheet(), press.it.parcel, {mm[0], top, mm[0] + mm[2], top + mm[3]});
  press.typist.set_y(top + mm[3] + 3);
}

void frame(Press& press, const std::string& rest) { press.sheet().frame(box_of(rest), 0.3); }

void photo(Press& press, const std::string& rest) { draw_portrait(press.sheet(), box_of(rest)); }

/// qr LEFT TOP SIZE TEXT
void qr(Press& press, const std::string& rest) {
  const auto mm = numbers_of(rest, 3);
  std::istringstream words(rest);
  std::string text;
  for (int i = 0; i < 3; ++i) words >> text;
  std::getline(words >> std::ws, text);
  draw_qr(press.sheet(), {mm[0], mm[1]}, mm[2], press.facts.shown(text));
}

/// passport_zone PERSON | NUMBER | DATE: two lines across the foot of a data page
void passport_lines(Press& press, const std::string& rest) {
  const auto parts = columns(rest);
  if (parts.size() < 3) fail("passport_zone " + rest, "wants PERSON | NUMBER | DATE");
  const Face mono{10.5, Family::kMono, false, false, kToner};
  double baseline = press.typist.y() + 4;
  for (const std::string& line : passport_zone(
           press.facts.person(parts[0]), press.facts.shown(parts[1]), press.facts.date(parts[2]))) {
    const Box box = press.sheet().print(line, {press.left, baseline}, mono);
    press.sheet().truth().lines.push_back({{{line, box, WordInk::kPrint, "mrz"}}});
    baseline += 6;
  }
  press.typist.set_y(baseline);
}

/// word_stamp LEFT TOP WORDS: a rubber stamp across what is there
void word_stamp(Press& press, const std::string& rest) {
  const auto mm = numbers_of(rest, 2);
  std::istringstream words(rest);
  std::string text;
  for (int i = 0; i < 2; ++i) words >> text;
  std::getline(words >> std::ws, text);
  press_word_stamp(press.sheet(), {mm[0], mm[1]}, press.facts.shown(text),
                   press.random.between(-4, 4));
}

constexpr Word kWords[] = {{"at", at},
                           {"column", column},
                           {"face", face},
                           {"ground", ground},
                           {"card", card},
                           {"plan", plan},
                           {"frame", frame},
                           {"photo", photo},
                           {"qr", qr},
                           {"passport_zone", passport_lines},
                           {"word_stamp", word_stamp}};

}  // namespace

std::span<const Word> card_words() { return kWords; }

}  // namespace sohoa
