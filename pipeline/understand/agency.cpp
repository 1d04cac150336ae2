#include "pipeline/understand/agency.h"

#include <algorithm>

#include "pipeline/base/text.h"
#include "pipeline/base/words.h"

namespace sohoa {

namespace {

constexpr double kAlike = 0.88;
constexpr std::size_t kShortLetters = 3;

std::vector<Letters> letters_of_all(const std::vector<std::string>& texts) {
  std::vector<Letters> all;
  for (const std::string& text : texts) all.push_back(letters_of(text));
  return all;
}

Letters letters_between(const std::vector<std::string>& words, std::size_t first,
                        std::size_t count) {
  Letters letters;
  for (std::size_t i = first; i < first + count; ++i) {
    const Letters more = letters_of(words[i]);
    letters.insert(letters.end(), more.begin(), more.end());
  }
  return letters;
}

bool ends_a_name(const std::string& word) { return word == "-" || word.ends_with(','); }

}  // namespace

AgencyReader::AgencyReader(const AgencyNames& names)
    : open_ended_(letters_of_all(names.open_ended)) {
  const auto add = [](std::vector<Phrase>& phrases, const std::string& text, bool abbreviated) {
    phrases.push_back({split_words(text), letters_of(text), abbreviated});
  };
  for (const AgencyName& name : names.names) {
    add(names_, name.name, false);
    for (const std::string& abbreviation : name.abbreviations) add(names_, abbreviation, true);
  }
  for (const std::string& head : names.heads) add(heads_, head, false);
  for (const std::string& place : names.places) add(places_, place, false);
}

IssuingAgency AgencyReader::read(const std::vector<std::string>& lines) const {
  IssuingAgency agency;
  // The last line that begins with an office begins the issuer.
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (begins_with_agency(lines[i]) && !is_open_ended(lines[i - 1])) agency.issuer_first_line = i;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string& name = i < agency.issuer_first_line ? agency.parent : agency.issuer;
    name += (name.empty() ? "" : " ") + lines[i];
  }
  const Spelling issuer = spell(split_words(agency.issuer));
  const Spelling parent = spell(split_words(agency.parent));
  agency.normalized = issuer.text;
  agency.parent_normalized = parent.text;
  agency.known = issuer.known;
  // "Sở Tư pháp" is that of its parent's province; "Trường Tiểu học Hòa Lĩnh" has a name.
  const bool of_parents_place = issuer.known && !issuer.place_at && parent.place_at;
  if (of_parents_place) agency.normalized += " " + parent.text.substr(*parent.place_at);
  return agency;
}

std::string AgencyReader::in_right_case(std::string_view capitals) const {
  return spell(split_words(capitals)).text;
}

bool AgencyReader::begins_with_agency(std::string_view text) const {
  const std::vector<std::string> words = split_words(text);
  const Letters letters = letters_of(text);
  if (phrase_at(words, 0) != nullptr) return true;
  // A name that goes on in the next line.
  return std::any_of(names_.begin(), names_.end(), [&](const Phrase& name) {
    if (name.letters.size() <= letters.size() || words.size() < 2) return false;
    return likeness(letters, std::span(name.letters).first(letters.size()), kAlike) > 0;
  });
}

/// The longest name, else the longest head, that the words from `at` on begin with; of equally long
/// ones the most like.
const AgencyReader::Phrase* AgencyReader::phrase_at(const std::vector<std::string>& words,
                                                    std::size_t at) const {
  for (const std::vector<Phrase>* phrases : {&names_, &heads_}) {
    const Phrase* best = nullptr;
    double best_likeness = 0;
    for (const Phrase& phrase : *phrases) {
      const std::size_t count = phrase.words.size();
      if (at + count > words.size() || (best != nullptr && best->words.size() > count)) continue;
      // Of "Sở" and "Số" only a mark is other.
      const double least = phrase.letters.size() <= kShortLetters ? 1 : kAlike;
      const double alike = likeness(letters_between(words, at, count), phrase.letters, least);
      if (alike <= 0 || alike < least) continue;
      const bool longer = best == nullptr || best->words.size() < count;
      if (!longer && alike <= best_likeness) continue;
      best = &phrase;
      best_likeness = alike;
    }
    if (best != nullptr) return best;
  }
  return nullptr;
}

AgencyReader::Spelling AgencyReader::spell(const std::vector<std::string>& words) const {
  // What the words before say of the next one's first letter.
  enum class After { kNothing, kHead, kName, kPlace };
  Spelling spelling;
  After after = After::kNothing;
  const auto put = [&](const std::string& word) {
    spelling.text += spelling.text.empty() ? capitalized(word) : " " + word;
  };
  for (std::size_t i = 0; i < words.size();) {
    const Phrase* phrase = phrase_at(words, i);
    // Places may be called like offices: Hội An.
    const bool of_a_place = after == After::kPlace && phrase != nullptr &&
                            phrase->words.size() == 1 && !phrase->abbreviated;
    if (phrase != nullptr && !of_a_place) {
      spelling.text += (spelling.text.empty() ? "" : " ") + joined(phrase->words, " ");
      after = is_head(phrase) ? After::kHead : After::kName;
      i += phrase->words.size();
    } else if (const std::size_t count = place_words_at(words, i); count > 0) {
      if (!spelling.place_at && !spelling.text.empty())
        spelling.place_at = spelling.text.size() + 1;
      for (std::size_t k = 0; k < count; ++k) put(case_folded(words[i + k]));
      after = After::kPlace;
      i += count;
    } else {
      // A proper name after the name of an office; after a mere head one capital, "Cục Hành chính".
      const bool proper = after != After::kNothing;
      put(proper ? capitalized(words[i]) : case_folded(words[i]));
      if (after != After::kPlace) spelling.known = false;
      if (after == After::kHead || ends_a_name(words[i])) after = After::kNothing;
      ++i;
    }
  }
  return spelling;
}

bool AgencyReader::is_head(const Phrase* phrase) const {
  return phrase >= heads_.data() && phrase < heads_.data() + heads_.size();
}

bool AgencyReader::is_open_ended(std::string_view line) const {
  const Letters letters = letters_of(line);
  return std::any_of(open_ended_.begin(), open_ended_.end(),
                     [&](const Letters& head) { return likeness(letters, head, kAlike) > 0; });
}

std::size_t AgencyReader::place_words_at(const std::vector<std::string>& words,
                                         std::size_t at) const {
  std::size_t most = 0;
  for (const Phrase& place : places_) {
    const std::size_t count = place.words.size();
    if (at + count > words.size() || count <= most) continue;
    if (letters_between(words, at, count) == place.letters) most = count;
  }
  return most;
}

}  // namespace sohoa
