#include "pipeline/recognize/unread_ink.h"

#include <algorithm>
#include <cmath>

namespace sohoa {

namespace {

constexpr std::size_t kLettersMin = 5;
constexpr double kAlikeShareMin = 0.7;
constexpr double kHeightMin = 0.6;  // in parts of the page's letter height
constexpr double kHeightMax = 1.8;
constexpr double kOffLineMax = 0.3;
constexpr std::size_t kFindingsMax = 20;  // a page of noise needs no more

bool looks_like_text(const Ink& ink, const Strip& strip, double letter_height) {
  if (strip.letters.size() < kLettersMin) return false;
  const auto alike = std::count_if(strip.letters.begin(), strip.letters.end(), [&](int letter) {
    const Box& box = ink.marks[letter].box;
    const double off = box.bottom - strip.baseline_at(box.centre().x);
    return box.height() >= kHeightMin * letter_height &&
           box.height() <= kHeightMax * letter_height && box.width() <= 2 * box.height() &&
           std::abs(off) <= kOffLineMax * letter_height;
  });
  return static_cast<double>(alike) >= kAlikeShareMin * static_cast<double>(strip.letters.size());
}

}  // namespace

std::vector<Finding> find_unread_ink(const Ink& ink, const std::vector<StripReading>& readings,
                                     double letter_height) {
  std::vector<Finding> findings;
  for (const StripReading& reading : readings) {
    if (reading.read || !looks_like_text(ink, reading.strip, letter_height)) continue;
    if (findings.size() == kFindingsMax) break;
    Finding finding;
    finding.code = kUnreadInkCode;
    finding.severity = Severity::kWarning;
    finding.reason = "ink that looks like text could not be read";
    finding.remedy = "compare the page with its text";
    finding.where = reading.strip.box;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace sohoa
