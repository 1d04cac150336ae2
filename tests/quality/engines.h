#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/base/json.h"
#include "tests/quality/manifest.h"

namespace sohoa::test {

struct Reading {
  std::string text;
  Json page;  // sohoa.page/1; null when the program tells no boxes
};

/// Draws the page as it is shown, at the resolution of the manifest, into stem.png; `options` are
/// pdftoppm's. Throws Error when it fails.
void draw_page(const ScoredPage& page, const std::filesystem::path& stem,
               const std::vector<std::string>& options);

/// A program that reads the text of a page, as its users run it. Throws Error when it fails.
struct Engine {
  std::string name;
  std::function<Reading(const ScoredPage&)> read;
};

/// `sohoa convert` on the page's PDF, with more options.
Engine sohoa_engine(const std::string& name, const std::filesystem::path& program,
                    const std::string& language, const std::vector<std::string>& options);

/// `tesseract` on the page as it is shown, drawn at the scanner's own resolution; `options` come
/// after its own.
Engine tesseract_engine(const std::string& name, const std::string& language,
                        const std::vector<std::string>& options);

}  // namespace sohoa::test
