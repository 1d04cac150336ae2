#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/record/finding.h"

namespace sohoa {

enum class Language { kEnglish, kVietnamese };

/// The same thing said in both languages.
struct Wording {
  std::string vi, en;

  const std::string& in(Language language) const {
    return language == Language::kVietnamese ? vi : en;
  }
};

enum class ParameterKind { kNumber, kText, kTexts, kPatterns };

/// One requirement that a record can break. Its findings have the code `id`, or one that begins
/// with `id` and a dot.
struct Rule {
  std::string id;      // "image.resolution"
  std::string source;  // the article that asks for it
  Wording title;       // what must hold
  Wording reason;      // what a finding says; {name} stands for a value of the case at hand
  Wording remedy;
  std::map<std::string, ParameterKind> parameters;  // what a profile must set
};

/// A rule as a profile applies it.
struct ProfileRule {
  Rule rule;
  Severity severity = Severity::kError;
  std::map<std::string, double> numbers;
  std::map<std::string, std::vector<std::string>> texts;  // texts and patterns (ECMAScript)

  double number(const std::string& parameter) const { return numbers.at(parameter); }
  const std::vector<std::string>& list(const std::string& parameter) const {
    return texts.at(parameter);
  }
  const std::string& text(const std::string& parameter) const { return texts.at(parameter).at(0); }
};

/// The rules of one act, as of one day: the law moves, so they are data (models/papers/profiles).
struct Profile {
  std::string id;  // "archive-2025"
  Wording title;
  std::string basis;       // acts
  std::string valid_from;  // ISO 8601 day
  std::string valid_to;    // empty: still in force
  std::vector<ProfileRule> rules;

  /// The finest rule that a finding's code falls under; null when the profile has none.
  const ProfileRule* rule_of(const std::string& code) const;
};

}  // namespace sohoa
