#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "models/record/dossier.h"
#include "pipeline/package/package.h"
#include "pipeline/run/job.h"
#include "pipeline/run/page_work.h"
#include "pipeline/understand/paper_fields.h"
#include "pipeline/understand/paper_finder.h"

namespace sohoa {

/// Gathers the pages, in order, into the papers of one dossier and into its package. A page is
/// held back: the next may be the same sheet without the note that hides what it is.
class DossierBuilder {
 public:
  /// The job must have its knowledge, and outlive this.
  DossierBuilder(const Job& job, const Settings& settings, const std::string& name,
                 PackageBuilder& package);

  void add(ReadPage&& page);

  /// Indices into Job::inputs. A page that failed may have no image of its own to keep.
  const std::set<int>& failed_inputs() const { return failed_inputs_; }

  /// Call once.
  Dossier finish();

 private:
  struct JudgedPage {
    ReadPage page;
    PageJudgement verdict;
  };
  /// The paper whose pages are coming in.
  struct OpenPaper {
    const PaperKind* kind = nullptr;
    FirstPage first;
    std::vector<PageView> pages;  // as far as its fields are looked for on them
  };

  void judge(ReadPage& page, PageJudgement& verdict);
  void let_see_below_note(const JudgedPage& below);
  void place_held();
  void place(JudgedPage&& judged);
  void begin_paper(const JudgedPage& judged);
  void end_paper();
  void keep_view(PageView&& view, Sameness sameness);

  const Job& job_;
  PackageBuilder& package_;
  PaperFinder finder_;
  PaperFields fields_;
  PaperNames names_;
  Dossier dossier_;
  std::set<int> failed_inputs_;
  std::vector<JudgedPage> held_;  // a page, and what was set aside after it
  std::optional<OpenPaper> open_;
  int plan_ = -1;  // index into Job::papers, of the last page that stands in a paper
};

}  // namespace sohoa
