#pragma once

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

/// A run of pages that make one paper.
struct PaperPlan {
  std::string name;   // stem for file names, unique in the dossier
  std::string title;  // of the file or folder, as a person wrote it
  std::vector<PageSource> pages;
};

/// One file that can hold pages (PDF, TIFF) is one paper. Single images that follow one another in
/// the same folder are the pages of one paper, named after the folder.
std::vector<PaperPlan> plan_papers(const std::vector<FileOutline>& files);

/// What the files are called together, as a person would: the name of a single file, the folder
/// that all of several lie in; "ho-so" when there is no name (standard input). Never that of the
/// output: the same inputs make the same record wherever it is put.
std::string dossier_name(const std::vector<std::string>& files);

/// A name fit for a file: marks taken off, lower case, everything but ASCII letters and digits a
/// hyphen, at most 60 characters; "giay-to" when nothing is left.
std::string file_stem(const std::string& name);

}  // namespace sohoa
