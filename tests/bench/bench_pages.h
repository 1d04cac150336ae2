#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace sohoa::test {

/// The pages that all read, in the forms that they take.
struct BenchPages {
  std::vector<std::filesystem::path> images;
  std::filesystem::path list;  // their names, one a line, as tesseract takes several pages
  std::filesystem::path pdf;   // the same images, as ocrmypdf takes them
};

/// Has the generator `samples` draw so many pages in `folder`. Throws Error when it does not.
BenchPages draw_bench_pages(const std::string& samples, int pages,
                            const std::filesystem::path& folder);

}  // namespace sohoa::test
