#include "models/papers/papers_folder.h"

#include <cstdlib>

namespace sohoa {

std::filesystem::path papers_folder() {
  const char* chosen = std::getenv("SOHOA_PAPERS");
  return chosen != nullptr && *chosen != '\0' ? chosen : SOHOA_PAPERS_FOLDER;
}

}  // namespace sohoa
