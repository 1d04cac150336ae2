#pragma once

#include <set>
#include <string>

#include "models/record/dossier.h"
#include "pipeline/package/package.h"
#include "pipeline/run/job.h"
#include "pipeline/run/page_work.h"

namespace sohoa {

/// Gathers the pages, in order, into the papers of one dossier and into its package.
class DossierBuilder {
 public:
  DossierBuilder(const Job& job, const std::string& name, PackageBuilder& package);

  void add(ReadPage&& page);

  /// Indices into Job::inputs. A page that failed may have no image of its own to keep.
  const std::set<int>& failed_inputs() const { return failed_inputs_; }

  /// Call once.
  Dossier finish();

 private:
  Paper& paper_of(const ReadPage& page);

  const Job& job_;
  PackageBuilder& package_;
  Dossier dossier_;
  std::set<int> failed_inputs_;
  int open_paper_ = -1;
};

}  // namespace sohoa
