#include <algorithm>
#include <regex>

#include "pipeline/base/text.h"
#include "pipeline/package/conform/rules.h"

namespace sohoa {

namespace {

using Signatures = std::vector<PdfSignatureFacts>;

/// What verification found of the signatures that are there. Whether a root is trusted is asked
/// only where roots were named: only then is it an error.
void check_verdicts(const CheckedRecord& record, BreachList& breaches) {
  const std::string& code = breaches.rule().rule.id;
  for (const CheckedPaper& paper : record.papers) {
    for (const Signature& signature : paper.signatures.signatures) {
      for (const Finding& finding : signature.findings) {
        if (finding.code != code) continue;
        if (code == "signature.untrusted" && finding.severity != Severity::kError) continue;
        breaches.add(paper.name, {{"field", signature.field}, {"detail", finding.reason}});
      }
    }
    for (const Finding& finding : paper.signatures.findings) {
      if (finding.code == code) breaches.add(paper.name, {{"detail", finding.reason}});
    }
  }
}

void check_missing(const CheckedRecord& record, BreachList& breaches) {
  for (const CheckedPaper& paper : record.papers) {
    if (!paper.facts.encrypted && paper.facts.signatures.empty()) breaches.add(paper.name);
  }
}

bool is_shown_at_top(const PdfSignatureFacts& signature, double height_share_max) {
  return signature.page == 1 && !signature.place.empty() &&
         signature.place.centre().y <= height_share_max;
}

/// Of signed papers: none of the signatures stands where `in_corner` says.
template <typename InCorner>
void check_corner(const CheckedRecord& record, BreachList& breaches, InCorner in_corner) {
  const double most = breaches.rule().number("height_share_max");
  for (const CheckedPaper& paper : record.papers) {
    const Signatures& signatures = paper.facts.signatures;
    const bool met = std::any_of(signatures.begin(), signatures.end(), [&](const auto& signature) {
      return is_shown_at_top(signature, most) && in_corner(signature);
    });
    if (!signatures.empty() && !met) breaches.add(paper.name);
  }
}

void check_left_corner(const CheckedRecord& record, BreachList& breaches) {
  check_corner(record, breaches,
               [](const PdfSignatureFacts& signature) { return signature.place.centre().x < 0.5; });
}

void check_right_corner(const CheckedRecord& record, BreachList& breaches) {
  check_corner(record, breaches, [](const PdfSignatureFacts& signature) {
    return signature.place.centre().x >= 0.5;
  });
}

void check_seal_image(const CheckedRecord& record, BreachList& breaches) {
  for (const CheckedPaper& paper : record.papers) {
    for (const PdfSignatureFacts& signature : paper.facts.signatures) {
      if (signature.has_image) breaches.add(paper.name, {{"field", signature.field}});
    }
  }
}

/// dd/mm/yyyy, or as ISO 8601 has it.
void check_block_time(const CheckedRecord& record, BreachList& breaches) {
  const std::regex day("\\d{2}/\\d{2}/\\d{4}|\\d{4}-\\d{2}-\\d{2}");
  for (const CheckedPaper& paper : record.papers) {
    for (const PdfSignatureFacts& signature : paper.facts.signatures) {
      if (signature.place.empty() || std::regex_search(signature.text, day)) continue;
      breaches.add(paper.name, {{"field", signature.field}});
    }
  }
}

void check_copy_mark(const CheckedRecord& record, BreachList& breaches) {
  const std::vector<std::string>& marks = breaches.rule().list("marks");
  for (const CheckedPaper& paper : record.papers) {
    const Signatures& signatures = paper.facts.signatures;
    const bool marked = std::any_of(signatures.begin(), signatures.end(), [&](const auto& one) {
      const std::string text = case_folded(one.text);
      return std::any_of(marks.begin(), marks.end(), [&](const std::string& mark) {
        return text.find(case_folded(mark)) != std::string::npos;
      });
    });
    if (!signatures.empty() && !marked) breaches.add(paper.name);
  }
}

}  // namespace

std::vector<CheckOfRule> signature_checks() {
  std::vector<CheckOfRule> checks = {
      {"signature.officer-missing", check_missing}, {"signature.officer-corner", check_left_corner},
      {"signature.agency-missing", check_missing},  {"signature.agency-corner", check_right_corner},
      {"signature.seal-image", check_seal_image},   {"signature.block-time", check_block_time},
      {"signature.copy-mark", check_copy_mark}};
  for (const char* verdict : {"signature.broken", "signature.changed-since", "signature.byte-range",
                              "signature.kind", "signature.padding", "signature.weak-digest",
                              "signature.certificate-not-named", "signature.certificate-expired",
                              "signature.key-usage", "signature.untrusted", "signature.time-stamp",
                              "signature.too-many", "signature.file-damaged", "signature.hidden"}) {
    checks.push_back({verdict, check_verdicts});
  }
  return checks;
}

}  // namespace sohoa
