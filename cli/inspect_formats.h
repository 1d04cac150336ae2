#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/palette.h"
#include "models/papers/kind.h"
#include "models/record/package.h"
#include "pipeline/base/json.h"

namespace sohoa {

/// A record to be shown, and the kinds that its papers name.
struct InspectedRecord {
  std::filesystem::path file;  // as the user named it
  Record record;
  std::vector<PaperKind> kinds;  // may lack some
};

/// Whether a field was taken without asking a person: no doubt, and not handwriting.
bool is_accepted(const Field& field);

/// Whether a field is not accepted, a page failed, or a finding is an error.
bool needs_a_person(const Dossier& dossier);

/// The table for people: lines, with an end of line after each. What the record holds is made
/// printable.
std::string inspect_text(const InspectedRecord& inspected, Language language,
                         const Palette& palette);

/// "sohoa.inspect/1": the same for programs.
Json json_of_inspect(const InspectedRecord& inspected);

}  // namespace sohoa
