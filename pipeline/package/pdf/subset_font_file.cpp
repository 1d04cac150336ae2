#include "pipeline/package/pdf/subset_font_file.h"

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

// Version 1, which lacks most letters of Vietnamese, has the second name on older systems.
constexpr const char* kFontFiles[] = {
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"};

}  // namespace

std::filesystem::path subset_font_file() {
  for (const char* file : kFontFiles) {
    if (std::filesystem::exists(file)) return file;
  }
  throw Error(ExitCode::kDependency, "Liberation Serif", "the font of drawn text is not installed",
              "sudo apt-get install fonts-liberation2 (sign can do without: --invisible)");
}

}  // namespace sohoa
