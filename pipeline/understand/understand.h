#pragma once

#include <string>
#include <vector>

#include "models/record/dossier.h"

namespace sohoa {

/// A run of pages that one file, or one folder of single-page images, holds.
struct PaperPlan {
  std::string name;   // stem for file names: ASCII letters, digits and '-'
  std::string title;  // the file's or folder's own name
  int page_count = 0;
};

/// The name of a file or folder made fit for file names: marks taken off, lower case, everything
/// else a hyphen, at most 60 characters; "giay-to" when nothing is left.
std::string file_stem(const std::string& name);

}  // namespace sohoa
