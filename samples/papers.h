#pragma once

#include <functional>
#include <span>
#include <string>

#include "samples/sheet.h"
#include "samples/world.h"

namespace sohoa {

/// One kind of paper that a commune's one-stop office meets.
struct PaperKind {
  std::string name;   // stem of its files: "quyet-dinh"
  std::string title;  // as an office calls it
  std::function<void(Pad& pad, const Case& it, Random& random)> draw;
  bool known = true;  // false: no JSON of models/papers/kinds describes it
};

/// The papers drawn in C++ (papers/), then those that text files describe (papers/forms and
/// papers/unseen, see samples/README.md), by name. Throws Error (kInput) for a file that cannot be
/// read.
std::span<const PaperKind> paper_kinds();

/// Throws Error (kUsage) for a name that is none.
const PaperKind& paper_kind(const std::string& name);

// One file each in papers/.
void draw_decision(Pad& pad, const Case& it, Random& random);
void draw_letter(Pad& pad, const Case& it, Random& random);
void draw_submission(Pad& pad, const Case& it, Random& random);
void draw_birth_declaration(Pad& pad, const Case& it, Random& random);
void draw_birth_notice(Pad& pad, const Case& it, Random& random);
void draw_birth_certificate(Pad& pad, const Case& it, Random& random);
void draw_marriage_declaration(Pad& pad, const Case& it, Random& random);
void draw_marital_status(Pad& pad, const Case& it, Random& random);
void draw_residence_declaration(Pad& pad, const Case& it, Random& random);
void draw_land_certificate(Pad& pad, const Case& it, Random& random);
void draw_land_change(Pad& pad, const Case& it, Random& random);
void draw_gift_contract(Pad& pad, const Case& it, Random& random);
void draw_authorization(Pad& pad, const Case& it, Random& random);
void draw_business_registration(Pad& pad, const Case& it, Random& random);
void draw_receipt(Pad& pad, const Case& it, Random& random);
void draw_identity_card(Pad& pad, const Case& it, Random& random);

}  // namespace sohoa
