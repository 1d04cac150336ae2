#pragma once

#include <filesystem>
#include <string>

namespace sohoa {

struct DrawSettings {
  std::string paper;
  std::filesystem::path folder;
  std::uint64_t seed = 7;
  std::string wear = "clean";
  double dpi = 0;  // 0: as the wear says
  std::string format = "jpeg";
};

/// Draws one paper: its pages in the format, and PAPER.json with the truth.
void draw_paper(const DrawSettings& settings);

}  // namespace sohoa
