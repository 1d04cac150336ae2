#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/record/finding.h"

namespace sohoa {

/// Collects what is wrong with a package. All of it is for a person (Severity::kError); a hostile
/// file cannot make the list grow without end.
class PackageFindings {
 public:
  void add(const std::string& code, const std::string& subject, const std::string& reason);
  void add_all(std::vector<Finding> findings);

  bool empty() const { return findings_.empty(); }
  std::vector<Finding> take() { return std::move(findings_); }

 private:
  std::vector<Finding> findings_;
};

}  // namespace sohoa
