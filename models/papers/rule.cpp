#include "models/papers/rule.h"

namespace sohoa {

namespace {

bool falls_under(const std::string& code, const std::string& rule) {
  return code == rule || (code.starts_with(rule) && code[rule.size()] == '.');
}

}  // namespace

const ProfileRule* Profile::rule_of(const std::string& code) const {
  const ProfileRule* finest = nullptr;
  for (const ProfileRule& candidate : rules) {
    if (!falls_under(code, candidate.rule.id)) continue;
    if (finest == nullptr || candidate.rule.id.size() > finest->rule.id.size()) {
      finest = &candidate;
    }
  }
  return finest;
}

}  // namespace sohoa
