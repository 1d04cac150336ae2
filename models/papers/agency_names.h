#pragma once

#include <string>
#include <vector>

namespace sohoa {

/// A kind of office by its name in right case, and how it is abbreviated.
struct AgencyName {
  std::string name;                        // "Ủy ban nhân dân"
  std::vector<std::string> abbreviations;  // "UBND"
};

/// How offices are called (agencies.json).
struct AgencyNames {
  std::vector<AgencyName> names;
  std::vector<std::string> heads;       // words that the name of an office begins with: "Sở"
  std::vector<std::string> open_ended;  // heads that the next line may belong to: "Văn phòng"
  std::vector<std::string> places;      // what stands before the name of a place: "xã"
};

/// Throws Error (kDependency), Error (kInput) as load_kinds().
AgencyNames load_agency_names();

}  // namespace sohoa
