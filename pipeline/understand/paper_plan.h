#pragma once

#include <set>
#include <string>
#include <vector>

#include "models/record/dossier.h"

namespace sohoa {

/// What a file of the job holds, before any page is read.
struct FileOutline {
  std::string name;  // as the user gave it
  int page_count = 1;
  bool single_image = false;  // one page by nature: a JPEG, a PNG
};

/// A run of pages that belong together as the user gave them.
struct PaperPlan {
  std::string title;  // of the file or folder, as a person wrote it
  std::vector<PageSource> pages;
};

/// One file that can hold pages (PDF, TIFF) is one run. Single images that follow one another in
/// the same folder are the pages of one, named after the folder.
std::vector<PaperPlan> plan_papers(const std::vector<FileOutline>& files);

/// Gives papers names fit for files, each once in a dossier.
class PaperNames {
 public:
  /// "quyet-dinh", then "quyet-dinh-2".
  std::string next(const std::string& title);

 private:
  std::set<std::string> taken_;
};

/// What the files are called together, as a person would: the name of a single file, the folder
/// that all of several lie in; "ho-so" when there is no name (standard input). Never that of the
/// output: the same inputs make the same record wherever it is put.
std::string dossier_name(const std::vector<std::string>& files);

/// A name fit for a file: marks taken off, lower case, everything but ASCII letters and digits a
/// hyphen, at most 60 characters; "giay-to" when nothing is left.
std::string file_stem(const std::string& name);

}  // namespace sohoa
