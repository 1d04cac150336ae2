#pragma once

#include <string>
#include <vector>

#include "samples/closing.h"  // the foot that goes with a head
#include "samples/sheet.h"
#include "samples/typist.h"
#include "samples/world.h"

namespace sohoa {

/// Cells 1–4 and 5b of decree 30/2020, annex I.
struct Letterhead {
  std::string parent;                // upright, may be empty
  std::string parent_name;           // as a clerk types it; empty: no field
  std::vector<std::string> issuer;   // bold, one printed line each
  std::string issuer_name;           // as a clerk types it
  std::string number;                // empty: no number line
  std::string symbol;                // "QĐ-UBND"
  std::vector<std::string> subject;  // of an official letter, "V/v …"
  std::string seat;                  // empty: no place and date
  Date date;
  bool day_by_hand = true;
  bool number_by_hand = true;
};

/// The head of a commune's people's committee.
Letterhead committee_head(const Case& it, const std::string& number, const std::string& symbol);

/// Draws the head; left column, then right, into the truth. Returns the y below.
double draw_letterhead(Sheet& sheet, const Letterhead& head, double top);

/// The state's name and motto alone, centred, as forms have them. Returns the y below.
double draw_motto(Sheet& sheet, double left, double top, double width, double size_pt = 13);

/// "ỦY BAN NHÂN DÂN XÃ …" for a seal's rim.
std::string committee_rim(const Place& place);

/// A field of the paper, with the box of the words that are tagged with its name.
void add_field(Sheet& sheet, const std::string& name, const std::string& value);

}  // namespace sohoa
