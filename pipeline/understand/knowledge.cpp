#include "pipeline/understand/knowledge.h"

namespace sohoa {

Knowledge load_knowledge() {
  return {load_kinds(), load_agency_names(), load_signer_words(), load_procedures()};
}

std::vector<std::string> type_abbreviations(const Knowledge& knowledge) {
  std::vector<std::string> abbreviations;
  for (const PaperKind& kind : knowledge.kinds) {
    if (!kind.abbreviation.empty()) abbreviations.push_back(kind.abbreviation);
  }
  return abbreviations;
}

}  // namespace sohoa
