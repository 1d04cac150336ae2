#include "pipeline/acquire/source_image.h"

#include <cmath>
#include <new>

namespace sohoa {

void check_size(const DecodeTask& task, std::uint64_t width, std::uint64_t height) {
  if (width == 0 || height == 0) throw damaged(task, "the image has no pixels");
  const std::string size = std::to_string(width) + " × " + std::to_string(height);
  if (width > kSideMax || height > kSideMax) {
    throw damaged(task, "an image of " + size + " pixels is no scan");
  }
  const double mpixels = static_cast<double>(width) * static_cast<double>(height) / 1e6;
  if (mpixels > task.mpixels_max) {
    throw Error(ExitCode::kInput, task.subject,
                "the image has " + size + " pixels, more than the limit of " +
                    std::to_string(std::lround(task.mpixels_max)) + " million",
                "if it is to be trusted, pass --max-image-mpixels " +
                    std::to_string(std::lround(std::ceil(mpixels))));
  }
}

Error ends_early(const DecodeTask& task) {
  return Error(ExitCode::kInput, task.subject, "image data ends early", "scan the page again");
}

Error damaged(const DecodeTask& task, const std::string& what) {
  return Error(ExitCode::kInput, task.subject, what, "scan the page again");
}

Finding damage_finding(const DecodeTask& task, const std::string& what) {
  return {"page.image-damaged",
          Severity::kWarning,
          task.subject,
          "image data is damaged in places (" + what + ")",
          "compare the page with its paper",
          {}};
}

std::size_t packed_stride(const MasterImage& form) {
  const std::size_t bits = static_cast<std::size_t>(form.width) *
                           component_count(form.color_space) * form.bits_per_component;
  return (bits + 7) / 8;
}

Image make_image(const DecodeTask& task, int width, int height, int channels) {
  Image image;
  image.width = width;
  image.height = height;
  image.channels = channels;
  try {
    image.data.resize(image.stride() * height);
  } catch (const std::bad_alloc&) {
    throw Error(ExitCode::kInput, task.subject, "there is no memory for its pixels",
                "scan the page at a lower resolution");
  }
  return image;
}

}  // namespace sohoa
