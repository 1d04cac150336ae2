#include "tests/quality/dossiers/dossier_errors.h"

#include <cstdio>

#include "models/record/json_names.h"

namespace sohoa::test {

namespace {

std::string cut_lines(const ReadDossier& dossier, const std::string& lead) {
  std::string text;
  for (const WrongCut& cut : wrong_cuts(dossier.truth, dossier.read)) {
    text += lead + "page " + std::to_string(cut.page) +
            (cut.missed ? ": a paper begins here, and the record has no cut\n"
                        : ": the record has a cut, and no paper begins here\n");
  }
  return text;
}

std::string kind_lines(const ReadDossier& dossier, const std::string& lead) {
  std::string text;
  for (const TruthPaper& paper : dossier.truth.papers) {
    const std::string called = kind_called(paper_read_of(paper, dossier.read));
    if (called == kind_wanted(paper)) continue;
    text += lead + "page " + std::to_string(paper.pages.front()) + ": " + paper.kind +
            (paper.known ? "" : " (unknown)") + " called " + called + "\n";
  }
  return text;
}

std::string aside_lines(const ReadDossier& dossier, const std::string& lead) {
  std::string text;
  for (const int page : content_set_aside(dossier.truth, dossier.read)) {
    text += lead + "page " + std::to_string(page) + ": belongs to a paper, and was SET ASIDE\n";
  }
  for (const int page : aside_kept(dossier.truth, dossier.read)) {
    const SetAside reason = dossier.truth.aside.at(page);
    text += lead + "page " + std::to_string(page) + ": " +
            std::string(name_in(kSetAsideNames, reason)) + ", and was not set aside\n";
  }
  return text;
}

/// ", confidence 0.93, low-confidence, by hand"
std::string judgement(const Field& field) {
  char confidence[32];
  std::snprintf(confidence, sizeof confidence, ", confidence %.2f, ", field.confidence);
  return confidence + std::string(name_in(kFieldDoubtNames, field.doubt)) +
         (field.by_hand ? ", by hand" : "");
}

std::string field_lines(const ReadDossier& dossier, const std::string& lead) {
  std::string text;
  for (const FieldOutcome& outcome : field_outcomes(dossier.truth, dossier.read)) {
    if (outcome.exact) continue;
    text += lead + (outcome.paper_kind.empty() ? "no paper" : outcome.paper_kind) + " " +
            outcome.name + " [" + std::string(name_in(kFieldGroupNames, outcome.group)) + "]: ";
    text += outcome.truth ? "'" + outcome.truth->value + "'" : "not in truth,";
    text += outcome.found() ? " read as '" + said_by(*outcome.read) + "'" : " missed";
    text += (outcome.read ? judgement(*outcome.read) : "") + "\n";
  }
  return text;
}

}  // namespace

std::string errors_of(const ReadDossier& dossier) {
  const std::string lead = dossier.truth.name + ": ";
  if (dossier.failed) return lead + "FAILED\n";
  return cut_lines(dossier, lead) + kind_lines(dossier, lead) + aside_lines(dossier, lead) +
         field_lines(dossier, lead);
}

}  // namespace sohoa::test
