#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/papers/rule.h"

namespace sohoa {

/// A rule that something breaks. Said in either language by message_of().
struct Breach {
  const ProfileRule* rule = nullptr;  // of the profile, which must live longer
  std::string code;                   // the rule's id, or a finer one below it
  std::string subject;
  std::vector<std::pair<std::string, std::string>> values;  // for {name} in the rule's reason
  std::vector<int> pages;  // that it is about; in the reason as {pages}; empty: not of pages
};

/// The breach as a finding, in that language: `subject: reason; remedy`.
Finding finding_of(const Breach& breach, Language language);

/// `pages 1-3, 7` or `trang 1-3, 7`.
std::string list_of_pages(const std::vector<int>& pages, Language language);

}  // namespace sohoa
