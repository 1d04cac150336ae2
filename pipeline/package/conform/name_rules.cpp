#include <algorithm>
#include <filesystem>
#include <set>

#include "pipeline/base/text.h"
#include "pipeline/package/conform/patterns.h"
#include "pipeline/package/conform/rules.h"

namespace sohoa {

namespace {

constexpr int kOrdinalMax = 9'999'999;  // seven digits

std::string file_name(const CheckedPaper& paper) {
  return std::filesystem::path(paper.name).filename().string();
}

/// Names that Windows, macOS and Linux all take.
bool is_portable(const std::string& name, std::size_t bytes_max) {
  constexpr std::string_view kForbidden = "<>:\"/\\|?*";
  const bool plain = std::all_of(name.begin(), name.end(), [&](char c) {
    return static_cast<unsigned char>(c) >= 0x20 && kForbidden.find(c) == kForbidden.npos;
  });
  const bool open_end = name.ends_with(' ') || name.ends_with('.') || name.starts_with(' ');
  return plain && !open_end && is_utf8(name) && is_nfc(name) && name.size() <= bytes_max;
}

void check_portable(const CheckedRecord& record, BreachList& breaches) {
  const auto most = static_cast<std::size_t>(breaches.rule().number("bytes_max"));
  for (const CheckedPaper& paper : record.papers) {
    if (is_portable(file_name(paper), most)) continue;
    breaches.add(paper.name, {{"bytes_max", std::to_string(most)}});
  }
}

void check_pattern(const CheckedRecord& record, BreachList& breaches) {
  const Patterns patterns(breaches.rule().list("patterns"));
  for (const CheckedPaper& paper : record.papers) {
    if (!patterns.meets_one(file_name(paper))) breaches.add(paper.name);
  }
}

/// The number before the suffix: `H49.61.2026.160.2.pdf` → 2; 0 when there is none.
int ordinal_of(const std::string& name) {
  const std::size_t suffix = name.rfind('.');
  const std::size_t dot = suffix == std::string::npos ? suffix : name.rfind('.', suffix - 1);
  if (suffix == 0 || dot == std::string::npos) return 0;
  const std::string digits = name.substr(dot + 1, suffix - dot - 1);
  const bool number =
      !digits.empty() && digits.size() <= 7 &&
      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  return number ? std::min(std::stoi(digits), kOrdinalMax) : 0;
}

/// Of a record with more than one document: a single PDF may be any of its file's.
void check_ordinals(const CheckedRecord& record, BreachList& breaches) {
  std::set<int> ordinals;
  for (const CheckedPaper& paper : record.papers) ordinals.insert(ordinal_of(file_name(paper)));
  ordinals.erase(0);
  if (ordinals.size() < 2) return;
  int expected = 1;
  for (const int ordinal : ordinals) {
    if (ordinal != expected) break;
    ++expected;
  }
  if (expected > *ordinals.rbegin()) return;
  breaches.add(record.name, {{"missing", std::to_string(expected)}});
}

}  // namespace

std::vector<CheckOfRule> name_checks() {
  return {{"name.portable", check_portable},
          {"name.pattern", check_pattern},
          {"name.ordinal", check_ordinals}};
}

}  // namespace sohoa
