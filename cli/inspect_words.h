#pragma once

#include <string>

#include "models/papers/rule.h"
#include "models/record/dossier.h"

namespace sohoa {

/// What the table of `sohoa inspect` says in one language.
struct InspectWords {
  const char* code;
  const char* in;
  const char* out;
  const char* aside;
  const char* papers;
  const char* page;
  const char* pages;
  const char* unknown;
  const char* cut;
  const char* no_fields;
  const char* by_hand;
  const char* findings;
};

const InspectWords& inspect_words(Language language);

std::string words_of(FieldMethod method, Language language);
std::string words_of(FieldDoubt doubt, Language language);  // empty for kNone
std::string words_of(SetAside why, Language language);

}  // namespace sohoa
