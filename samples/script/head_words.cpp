// What stands at the head and at the foot of a paper of an office.

#include "samples/certification.h"
#include "samples/script/press.h"
#include "samples/seals.h"

namespace sohoa {

namespace {

std::vector<std::string> lines_of(Press& press, const std::string& rest) {
  std::vector<std::string> lines;
  for (const std::string& line : columns(rest, " / ")) lines.push_back(press.set(line));
  return lines;
}

void motto(Press& press, const std::string&) {
  press.typist.set_y(draw_motto(press.sheet(), press.left, press.typist.y() - 2, press.width) + 3);
}

/// parent LINE [| name]
void parent(Press& press, const std::string& rest) {
  const auto parts = columns(rest);
  press.head.parent = press.facts.shown(parts.front());
  press.head.parent_name = press.facts.fill(parts.back()).typed;
}

/// issuer LINE / LINE | name
void issuer(Press& press, const std::string& rest) {
  const auto parts = columns(rest);
  press.head.issuer.clear();
  for (const std::string& line : columns(parts.front(), " / ")) {
    press.head.issuer.push_back(press.facts.shown(line));
  }
  press.head.issuer_name = press.facts.fill(parts.back()).typed;
}

/// number_line NUMBER | SYMBOL [| hand or print]
void number(Press& press, const std::string& rest) {
  const auto parts = columns(rest);
  if (parts.size() < 2) fail("number_line " + rest, "wants NUMBER | SYMBOL");
  press.head.number = press.facts.shown(parts[0]);
  press.head.symbol = press.facts.shown(parts[1]);
  press.head.number_by_hand = parts.size() > 2 ? parts[2] == "hand" : press.random.chance(0.5);
}

void subject(Press& press, const std::string& rest) {
  press.head.subject.clear();
  std::string whole;
  for (const std::string& line : columns(rest, " / ")) {
    press.head.subject.push_back(press.facts.shown(line));
    whole += (whole.empty() ? "" : " ") + press.head.subject.back();
  }
  press.note("trich_yeu", whole);
}

/// dated DATE: the place and date of the head
void dated(Press& press, const std::string& rest) {
  press.head.seat = press.it.place.seat;
  press.head.date = press.facts.date(rest);
}

void letterhead(Press& press, const std::string&) {
  press.head.day_by_hand = press.head.number_by_hand;
  press.typist.set_y(draw_letterhead(press.sheet(), press.head, press.typist.y()));
}

/// stamp WORDS | FIELD, on the left below the head
void stamp(Press& press, const std::string& rest) {
  const auto parts = columns(rest);
  const std::string words = press.facts.shown(parts.front());
  press_word_stamp(press.sheet(), {54, press.typist.y() + 2}, words, press.random.between(-2, 2));
  if (parts.size() > 1) {
    for (TruthWord& word : press.sheet().truth().lines.back().words) word.field = parts[1];
    press.note(parts[1], words);
  }
  press.typist.gap(9);
}

void receivers(Press& press, const std::string& rest) {
  press.closing.receivers = lines_of(press, rest);
}

void authority(Press& press, const std::string& rest) {
  press.closing.authority = lines_of(press, rest);
}

void signer(Press& press, const std::string& rest) { press.closing.name = press.facts.shown(rest); }

void seal(Press& press, const std::string& rest) {
  press.closing.seal_rim = press.facts.shown(rest);
  press.closing.seal_heart = "MẪU";
}

/// dated_below DATE: the place and date stand above the authority
void dated_below(Press& press, const std::string& rest) {
  const Date date = press.facts.date(rest);
  press.closing.place_and_date = press.it.place.seat + ", " + spelled(date);
  press.note("ngay_ban_hanh", iso(date));
}

void close(Press& press, const std::string&) {
  press.typist.gap(3);
  press.typist.need(kClosingHeightMm);
  press.typist.set_y(draw_closing(press.sheet(), press.closing, press.typist.y()) + 4);
  press.closing = {};
}

void certification(Press& press, const std::string& rest) {
  const Certified what = rest == "contract" ? Certified::kContract : Certified::kSignature;
  write_certification(press.typist, press.it, press.random, what);
}

constexpr Word kWords[] = {{"motto", motto},
                           {"parent", parent},
                           {"issuer", issuer},
                           {"number_line", number},
                           {"subject", subject},
                           {"dated", dated},
                           {"letterhead", letterhead},
                           {"stamp", stamp},
                           {"receivers", receivers},
                           {"authority", authority},
                           {"signer", signer},
                           {"seal", seal},
                           {"dated_below", dated_below},
                           {"closing", close},
                           {"certification", certification}};

}  // namespace

std::span<const Word> head_words() { return kWords; }

}  // namespace sohoa
