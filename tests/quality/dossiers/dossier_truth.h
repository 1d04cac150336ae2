#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "models/record/dossier.h"
#include "pipeline/base/json.h"

namespace sohoa::test {

struct TruthValue {
  std::string name;
  std::string value;
  bool by_hand = false;  // some of its words are handwriting
};

struct TruthPaper {
  std::string kind;
  bool known = true;       // false: no catalogue of kinds has it, "unknown" is the right answer
  std::vector<int> pages;  // from 1 over the dossier, as sequences of a record
  std::vector<TruthValue> values;
};

/// What there is to know of a drawn dossier.
struct DossierTruth {
  std::string name;
  std::vector<TruthPaper> papers;
  std::map<int, SetAside> aside;  // pages that stand in no paper, with the reason
  std::set<int> notes = {};       // captures of a page with its note on it: may stand anywhere
};

/// Of `sohoa.samples.truth/1`. A field that several pages of a paper tell with the same value is
/// one value. A page that stands in no paper is what its `role` says: separator, duplicate or
/// with-note; without one it is blank. Throws Error (kInput) naming what is missing.
DossierTruth dossier_truth_from(const Json& json, const std::string& name);

/// The same of a file.
DossierTruth read_dossier_truth(const std::filesystem::path& file);

/// The record without pages of which the truth says that they may stand anywhere, and without
/// papers that have no other.
Dossier without_notes(Dossier read, const DossierTruth& truth);

}  // namespace sohoa::test
