#include "pipeline/package/conform/conform.h"

#include <map>
#include <set>

#include "pipeline/package/conform/read_record.h"
#include "pipeline/package/conform/rules.h"

namespace sohoa {

namespace {

std::map<std::string, RuleCheck> all_checks() {
  std::map<std::string, RuleCheck> checks;
  for (const auto& group : {file_checks(), image_checks(), page_checks(), text_checks(),
                            name_checks(), identifier_checks(), signature_checks()}) {
    for (const CheckOfRule& entry : group) checks[entry.rule] = entry.check;
  }
  return checks;
}

/// What the package's own checks found; each fault falls under a rule of its code. The first about
/// a file is its cause: that record.json tells of another file then follows.
void add_faults(const CheckedRecord& record, const Profile& profile,
                std::vector<Breach>& breaches) {
  std::set<std::string> said;
  for (const Finding& fault : record.faults) {
    const ProfileRule* rule = profile.rule_of(fault.code);
    if (rule == nullptr || !said.insert(fault.subject).second) continue;
    BreachList(*rule, breaches).add_finding(fault, {{"detail", fault.reason}});
  }
}

}  // namespace

std::vector<Breach> check_conformance(const std::filesystem::path& path, const Profile& profile,
                                      const CheckSettings& settings) {
  static const std::map<std::string, RuleCheck> checks = all_checks();
  CheckedRecord record = read_record_for_check(path, {settings.trust, settings.now});
  if (record.record && record.record->dossier.declared) {
    record.declared = *record.record->dossier.declared;
  }
  if (settings.declared) record.declared = *settings.declared;
  std::vector<Breach> breaches;
  add_faults(record, profile, breaches);
  for (const ProfileRule& rule : profile.rules) {
    const auto check = checks.find(rule.rule.id);
    if (check == checks.end()) continue;
    BreachList list(rule, breaches);
    check->second(record, list);
  }
  return breaches;
}

}  // namespace sohoa
