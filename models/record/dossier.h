#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/record/code.h"
#include "models/record/declaration.h"
#include "models/record/field.h"
#include "models/record/finding.h"
#include "models/record/mark.h"
#include "models/record/page.h"

namespace sohoa {

enum class SetAside { kBlank, kSeparator, kDuplicate, kFailed };

/// One page of the job and what became of it. Every page that goes in has exactly one.
struct PageAccount {
  int sequence = 0;  // from 1, over the whole job
  PageSource source;
  std::optional<SetAside> set_aside;  // with `set_aside_reason`; otherwise it stands in a paper
  std::string set_aside_reason;
  std::string master_sha256;  // of the image stream; empty when the page could not be decoded
  bool master_original = false;
  Rendition shown = Rendition::kMaster;  // what stands in the PDF
  std::string shown_sha256;              // of its image streams in drawing order; empty for kMaster
  PageSize size;
  Resolution dpi;
  int quarter_turns = 0;
  PageQuality quality;
  int word_count = 0;
  double mean_confidence = 0;  // 0 … 1, over words
  std::vector<Code> codes;     // upright px
  std::vector<Mark> marks;
  std::vector<Finding> findings;
};

/// One document ("giấy tờ"): a run of pages.
struct Paper {
  int number = 1;              // from 1 in the dossier
  std::string name;            // stem of its files, "to-khai"
  std::string title;           // as a person would call it
  std::string kind;            // id of a PaperKind; empty: none that is known
  double kind_confidence = 0;  // 0 … 1
  std::string cut;             // why it begins with its first page
  std::vector<int> pages;      // sequences, in order
  std::vector<Field> fields;
  std::vector<Finding> findings;
};

struct Dossier {
  std::string name;
  std::vector<Paper> papers;
  std::vector<PageAccount> pages;
  std::vector<Finding> findings;
  std::optional<Declaration> declared;
};

}  // namespace sohoa
