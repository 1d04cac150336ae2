#pragma once

#include <string>
#include <vector>

#include "models/record/dossier.h"
#include "tests/quality/dossiers/dossier_score.h"

namespace sohoa::test {

// Small truths and records, written by hand.

inline TruthPaper true_paper(const std::string& kind, std::vector<int> pages,
                             std::vector<TruthValue> values = {}) {
  return {kind, true, std::move(pages), std::move(values)};
}

inline TruthPaper unknown_paper(const std::string& kind, std::vector<int> pages) {
  return {kind, false, std::move(pages), {}};
}

inline Paper read_paper(const std::string& kind, std::vector<int> pages,
                        std::vector<Field> fields = {}) {
  Paper paper;
  paper.kind = kind;
  paper.pages = std::move(pages);
  paper.fields = std::move(fields);
  return paper;
}

inline Field sure_field(const std::string& name, const std::string& value,
                        double confidence = 0.99) {
  Field field;
  field.name = name;
  field.value = value;
  field.confidence = confidence;
  return field;
}

inline Field doubted_field(const std::string& name, const std::string& value, FieldDoubt doubt) {
  Field field = sure_field(name, value, 0.4);
  field.doubt = doubt;
  return field;
}

inline PageAccount page_aside(int sequence, SetAside why) {
  PageAccount page;
  page.sequence = sequence;
  page.set_aside = why;
  return page;
}

}  // namespace sohoa::test
