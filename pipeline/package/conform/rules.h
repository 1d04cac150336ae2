#pragma once

#include <string>
#include <vector>

#include "pipeline/package/conform/breach.h"
#include "pipeline/package/conform/subject.h"

namespace sohoa {

/// The breaches of one rule, as its check finds them.
class BreachList {
 public:
  BreachList(const ProfileRule& rule, std::vector<Breach>& breaches)
      : rule_(rule), breaches_(breaches) {}

  using Values = std::vector<std::pair<std::string, std::string>>;

  void add(const std::string& subject, Values values = {}, std::vector<int> pages = {}) {
    breaches_.push_back({&rule_, rule_.rule.id, subject, std::move(values), std::move(pages)});
  }
  /// Nothing when there are no such pages.
  void add_pages(const std::string& subject, const std::vector<int>& pages, Values values = {}) {
    if (!pages.empty()) add(subject, std::move(values), pages);
  }
  /// As another check has found it: its code and reason stand.
  void add_finding(const Finding& finding, Values values) {
    breaches_.push_back({&rule_, finding.code, finding.subject, std::move(values), {}});
  }

  const ProfileRule& rule() const { return rule_; }

 private:
  const ProfileRule& rule_;
  std::vector<Breach>& breaches_;
};

/// What checks one rule; its parameters are in `breaches.rule()`.
using RuleCheck = void (*)(const CheckedRecord& record, BreachList& breaches);

struct CheckOfRule {
  const char* rule;
  RuleCheck check;
};

// The checks, by what they look at.
std::vector<CheckOfRule> file_checks();
std::vector<CheckOfRule> image_checks();
std::vector<CheckOfRule> page_checks();
std::vector<CheckOfRule> text_checks();
std::vector<CheckOfRule> name_checks();
std::vector<CheckOfRule> identifier_checks();
std::vector<CheckOfRule> signature_checks();

}  // namespace sohoa
