#include "pipeline/package/overlay/overlay_pictures.h"

#include <string>

#include "pipeline/base/error.h"
#include "pipeline/base/process.h"

namespace sohoa {

namespace {

constexpr ProcessLimits kPageLimits{
    .seconds_max = 60, .memory_bytes_max = 3ULL << 30, .output_bytes_max = 256ULL << 20};

}  // namespace

void draw_overlay_pictures(const std::filesystem::path& pdf, int page_count,
                           const std::function<void(ByteView png)>& take) {
  const std::string file = std::filesystem::absolute(pdf).string();
  for (int page = 1; page <= page_count; ++page) {
    const std::string number = std::to_string(page);
    const ProcessResult result =
        run_process({"pdftoppm", "-png", "-singlefile", "-r", std::to_string(kOverlayDpi), "-f",
                     number, "-l", number, file},
                    kPageLimits);
    if (result.exit_code != 0 || result.timed_out || result.output_too_large ||
        result.output.empty()) {
      throw Error(ExitCode::kInput, "page " + number + " of the overlay", "it cannot be drawn",
                  "ask for a PDF: --overlay out.pdf");
    }
    take(as_bytes(result.output));
  }
}

}  // namespace sohoa
