#include "tests/quality/dossiers/dossier_truth.h"

#include <algorithm>
#include <set>

#include "models/record/json_names.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"

namespace sohoa::test {

namespace {

constexpr char kSchema[] = "sohoa.samples.truth/1";
constexpr char kNoteRole[] = "with-note";

/// Names of the fields of a page that a pen wrote into.
std::set<std::string> fields_by_hand(const Json& page) {
  std::set<std::string> names;
  for (const Json& line : page.at("lines")) {
    for (const Json& word : line.at("words")) {
      if (word.contains("field") && word.at("ink") == "hand") names.insert(word.at("field"));
    }
  }
  return names;
}

void add_values(const Json& page, std::vector<TruthValue>& values) {
  const std::set<std::string> by_hand = fields_by_hand(page);
  for (const Json& field : page.at("fields")) {
    TruthValue value{field.at("name"), field.at("value"), false};
    value.by_hand = by_hand.count(value.name) > 0;
    const auto same = std::find_if(values.begin(), values.end(), [&](const TruthValue& other) {
      return other.name == value.name && other.value == value.value;
    });
    if (same == values.end()) {
      values.push_back(std::move(value));
    } else {
      same->by_hand = same->by_hand || value.by_hand;
    }
  }
}

SetAside reason_of(const std::string& role) {
  for (const auto& [reason, name] : kSetAsideNames) {
    if (role == name) return reason;
  }
  return SetAside::kBlank;
}

DossierTruth truth_of(const Json& json) {
  std::map<int, const Json*> pages;
  for (const Json& page : json.at("pages")) pages[page.at("number").get<int>()] = &page;
  DossierTruth truth;
  std::set<int> in_papers;
  for (const Json& entry : json.at("papers")) {
    TruthPaper paper{entry.at("kind"), entry.value("known", true), entry.at("pages"), {}};
    for (const int page : paper.pages) {
      in_papers.insert(page);
      add_values(*pages.at(page), paper.values);
    }
    if (!paper.pages.empty()) truth.papers.push_back(std::move(paper));
  }
  for (const auto& [number, page] : pages) {
    if (in_papers.count(number) > 0) continue;
    const std::string role = page->value("role", "");
    if (role == kNoteRole) {
      truth.notes.insert(number);
    } else {
      truth.aside[number] = reason_of(role);
    }
  }
  return truth;
}

}  // namespace

DossierTruth dossier_truth_from(const Json& json, const std::string& name) {
  try {
    if (json.at("schema") != kSchema) {
      throw Error(ExitCode::kInput, name, std::string("the truth is no ") + kSchema, "");
    }
    DossierTruth truth = truth_of(json);
    truth.name = name;
    return truth;
  } catch (const Error&) {
    throw;
  } catch (const std::exception& failure) {
    throw Error(ExitCode::kInput, name, std::string("the truth: ") + failure.what(),
                "draw it again");
  }
}

DossierTruth read_dossier_truth(const std::filesystem::path& file) {
  const Bytes bytes = read_file(file);
  const Json json = Json::parse(as_text(bytes), nullptr, false);
  if (json.is_discarded()) throw Error(ExitCode::kInput, file.string(), "is no JSON", "");
  return dossier_truth_from(json, file.stem().string());
}

Dossier without_notes(Dossier read, const DossierTruth& truth) {
  for (Paper& paper : read.papers) {
    std::erase_if(paper.pages, [&](int page) { return truth.notes.count(page) > 0; });
  }
  std::erase_if(read.papers, [](const Paper& paper) { return paper.pages.empty(); });
  return read;
}

}  // namespace sohoa::test
