#include <algorithm>
#include <array>
#include <cstdlib>

#include "pipeline/package/conform/rules.h"

namespace sohoa {

namespace {

constexpr char kAccessCopy[] = "Access copy:";  // as the PDF writer describes one

void check_encryption(const CheckedRecord& record, BreachList& breaches) {
  for (const CheckedPaper& paper : record.papers) {
    if (paper.facts.encrypted) breaches.add(paper.name);
  }
}

std::array<int, 2> numbers_of(const std::string& version) {
  const std::size_t dot = version.find('.');
  const int minor = dot == std::string::npos ? 0 : std::atoi(version.c_str() + dot + 1);
  return {std::atoi(version.c_str()), minor};
}

void check_version(const CheckedRecord& record, BreachList& breaches) {
  const std::string& least = breaches.rule().text("version_min");
  for (const CheckedPaper& paper : record.papers) {
    const std::string& version = paper.facts.version;
    if (paper.facts.encrypted || numbers_of(version) >= numbers_of(least)) continue;
    breaches.add(paper.name, {{"version", version}, {"version_min", least}});
  }
}

void check_claim(const CheckedRecord& record, BreachList& breaches) {
  for (const CheckedPaper& paper : record.papers) {
    if (!paper.facts.encrypted && paper.facts.pdfa_part == 0) breaches.add(paper.name);
  }
}

/// Of files that claim to be PDF/A; an encrypted one has its own rule.
void check_pdfa(const CheckedRecord& record, BreachList& breaches) {
  constexpr std::size_t kPrefix = sizeof "pdfa." - 1;
  for (const CheckedPaper& paper : record.papers) {
    if (paper.facts.encrypted || paper.facts.pdfa_part == 0) continue;
    for (const Finding& finding : paper.lint) {
      breaches.add_finding(finding,
                           {{"clause", finding.code.substr(kPrefix)}, {"detail", finding.reason}});
    }
  }
}

void check_access_copy(const CheckedRecord& record, BreachList& breaches) {
  for (const CheckedPaper& paper : record.papers) {
    if (paper.facts.description.find(kAccessCopy) != std::string::npos) breaches.add(paper.name);
  }
}

}  // namespace

std::vector<CheckOfRule> file_checks() {
  return {{"file.encrypted", check_encryption},
          {"file.pdf-version", check_version},
          {"file.pdfa-missing", check_claim},
          {"pdfa", check_pdfa},
          {"file.access-copy", check_access_copy}};
}

}  // namespace sohoa
