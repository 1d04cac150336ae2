#include "pipeline/package/sign/block_font_file.h"

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

// Version 1, which lacks most letters of Vietnamese, has the second name on older systems.
constexpr const char* kFontFiles[] = {
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"};

}  // namespace

std::filesystem::path block_font_file() {
  for (const char* file : kFontFiles) {
    if (std::filesystem::exists(file)) return file;
  }
  throw Error(ExitCode::kDependency, "Liberation Serif",
              "the font of visible signatures is not installed",
              "sudo apt-get install fonts-liberation2, or sign with --invisible");
}

}  // namespace sohoa
