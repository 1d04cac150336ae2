#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/record/finding.h"
#include "models/record/image.h"
#include "pipeline/base/error.h"

namespace sohoa {

/// Whose data is decoded, for messages, and how large it may be.
struct DecodeTask {
  std::string subject;       // "scans/0007.tif page 2"
  double mpixels_max = 250;  // width × height, in millions
};

/// An image as its file holds it.
struct SourceImage {
  MasterImage master;
  Image pixels;         // as stored, before `orientation`
  Resolution dpi;       // of the stored pixels; 0 where the file does not say
  int orientation = 1;  // EXIF tag 274: what turns the stored pixels into the shown ones
  std::vector<Finding> findings;
};

/// Longest side of an image, px.
inline constexpr std::uint64_t kSideMax = 1'000'000;

/// Throws Error (kInput) for an empty image, or one above `mpixels_max`: asked before any buffer of
/// that size is made.
void check_size(const DecodeTask& task, std::uint64_t width, std::uint64_t height);

Error ends_early(const DecodeTask& task);
Error damaged(const DecodeTask& task, const std::string& what);

/// For damage that leaves the page readable.
Finding damage_finding(const DecodeTask& task, const std::string& what);

/// Bytes of one packed row of samples.
std::size_t packed_stride(const MasterImage& form);

/// An empty image of the size, or Error (kInput) when there is no memory for it.
Image make_image(const DecodeTask& task, int width, int height, int channels);

}  // namespace sohoa
