#include "tests/bench/bench_pages.h"

#include <algorithm>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/text.h"
#include "tests/bench/measure.h"

namespace sohoa::test {

namespace fs = std::filesystem;

namespace {

void draw(const std::string& samples, int pages, const fs::path& folder,
          const std::vector<std::string>& form) {
  std::vector<std::string> command = {samples, "bench", folder.string(), "--pages",
                                      std::to_string(pages)};
  command.insert(command.end(), form.begin(), form.end());
  run_measured(command, {});
}

std::vector<fs::path> images_in(const fs::path& folder) {
  std::vector<fs::path> images;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".jpg") images.push_back(entry.path());
  }
  std::sort(images.begin(), images.end(), [](const fs::path& a, const fs::path& b) {
    return natural_less(a.string(), b.string());
  });
  return images;
}

}  // namespace

BenchPages draw_bench_pages(const std::string& samples, int pages, const fs::path& folder) {
  draw(samples, pages, folder / "images", {});
  draw(samples, pages, folder / "pdf", {"--pdf"});
  BenchPages drawn{images_in(folder / "images"), folder / "pages.list", folder / "pdf/scan.pdf"};
  if (drawn.images.empty()) {
    throw Error(ExitCode::kInput, samples, "drew no page", "run it by hand to see why");
  }
  std::string list;
  for (const fs::path& image : drawn.images) list += image.string() + "\n";
  write_file(drawn.list, as_bytes(list));
  return drawn;
}

}  // namespace sohoa::test
