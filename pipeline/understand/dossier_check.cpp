#include "pipeline/understand/dossier_check.h"

#include <algorithm>
#include <map>
#include <optional>

#include "pipeline/understand/letters.h"

namespace sohoa {

namespace {

constexpr char kProcedureField[] = "ma_thu_tuc";
constexpr char kSecrecyField[] = "do_mat";
constexpr char kCertifiedCopy[] = "ban-sao-chung-thuc";
constexpr double kSameNameMin = 0.85;  // below it two names are of two persons

const Field* field_named(const Paper& paper, const std::string& name) {
  const auto found = std::find_if(paper.fields.begin(), paper.fields.end(), [&](const Field& one) {
    return !name.empty() && one.name == name && !one.normalized.empty();
  });
  return found == paper.fields.end() ? nullptr : &*found;
}

/// Where a person's name stands.
struct NameSeen {
  std::string name;
  const Paper* paper = nullptr;
};

void check_names(const Knowledge& knowledge, Dossier& dossier) {
  std::map<std::string, NameSeen> by_number;
  for (const Paper& paper : dossier.papers) {
    const PaperKind* kind = kind_of(knowledge.kinds, paper.kind);
    if (kind == nullptr) continue;
    for (const KindPerson& person : kind->persons) {
      const Field* name = field_named(paper, person.name);
      const Field* number = field_named(paper, person.number);
      const bool sure = name != nullptr && number != nullptr && !name->by_hand && !number->by_hand;
      if (!sure) continue;
      const auto [seen, first] =
          by_number.emplace(number->normalized, NameSeen{name->normalized, &paper});
      if (first || letters_of(seen->second.name) == letters_of(name->normalized)) continue;
      const bool alike =
          likeness(letters_of(seen->second.name), letters_of(name->normalized), kSameNameMin) > 0;
      dossier.findings.push_back(
          {alike ? "dossier.name-spelling" : "dossier.name-other", Severity::kWarning, paper.name,
           alike ? "a name is spelt otherwise than in " + seen->second.paper->name
                 : "a personal number has another name in " + seen->second.paper->name,
           "compare both papers", name->box});
    }
  }
}

std::string procedure_code(const Dossier& dossier) {
  if (dossier.declared && !dossier.declared->procedure_code.empty()) {
    return dossier.declared->procedure_code;
  }
  for (const Paper& paper : dossier.papers) {
    const Field* code = field_named(paper, kProcedureField);
    if (code != nullptr && code->doubt == FieldDoubt::kNone) return code->normalized;
  }
  return {};
}

int count_of(const Dossier& dossier, const Component& component) {
  return static_cast<int>(
      std::count_if(dossier.papers.begin(), dossier.papers.end(), [&](const Paper& paper) {
        const std::vector<std::string>& kinds = component.kinds;
        return std::find(kinds.begin(), kinds.end(), paper.kind) != kinds.end();
      }));
}

void check_components(const Knowledge& knowledge, Dossier& dossier) {
  const Procedure* procedure = procedure_of(knowledge.procedures, procedure_code(dossier));
  if (procedure == nullptr) return;
  // A paper of no known kind may be what is missed: then nobody can tell.
  const bool all_known = std::all_of(dossier.papers.begin(), dossier.papers.end(),
                                     [](const Paper& paper) { return !paper.kind.empty(); });
  for (const Component& component : procedure->components) {
    if (!component.required || count_of(dossier, component) >= component.count_min) continue;
    dossier.findings.push_back(
        {"dossier.component-missing", all_known ? Severity::kError : Severity::kWarning,
         dossier.name,
         component.title.vi + " is not among its papers, " + procedure->id + " asks for it",
         all_known ? "ask for the paper" : "look whether a paper of unknown kind is it",
         std::nullopt});
  }
}

void check_exclusions(const Knowledge& knowledge, Dossier& dossier) {
  for (Paper& paper : dossier.papers) {
    const PaperKind* kind = kind_of(knowledge.kinds, paper.kind);
    if (field_named(paper, kSecrecyField) != nullptr) {
      paper.findings.push_back({"paper.secret", Severity::kError, paper.name,
                                "it bears a mark of secrecy; such papers must not be digitized",
                                "take it out of the dossier, delete this record", std::nullopt});
    }
    if (paper.kind == kCertifiedCopy) {
      paper.findings.push_back({"paper.certified-copy", Severity::kWarning, paper.name,
                                "certified paper copies need not be digitized",
                                "ask for the original, or the electronic certified copy",
                                std::nullopt});
    }
    if (kind != nullptr && kind->shown_only) {
      paper.findings.push_back({"paper.shown-only", Severity::kWarning, paper.name,
                                "a paper of this kind is shown, not handed in",
                                "leave it out unless the procedure asks for it", std::nullopt});
    }
  }
}

}  // namespace

void check_dossier(const Knowledge& knowledge, Dossier& dossier) {
  check_names(knowledge, dossier);
  check_components(knowledge, dossier);
  check_exclusions(knowledge, dossier);
}

}  // namespace sohoa
