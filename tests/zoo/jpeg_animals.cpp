#include "pipeline/acquire/orientation.h"
#include "pipeline/package/pdf/pdf_icc.h"
#include "tests/acquire/files.h"
#include "tests/acquire/jpeg_files.h"
#include "tests/zoo/animals.h"

namespace sohoa::test {

namespace {

constexpr int kWidth = 96, kHeight = 64;

Image colour() { return picture(3, kWidth, kHeight); }

Animal jpeg(const std::string& name, const JpegOptions& options) {
  return {name + ".jpg", write_jpeg(colour(), options), colour()};
}

/// Inks of a picture, and its colour where (1 - ink)(1 - black) is what is left.
struct Inks {
  Bytes cmyk;
  Image seen = picture(3, kWidth, kHeight);

  Inks() {
    constexpr int kBlack = 40;
    for (std::size_t i = 0; i < seen.data.size(); ++i) {
      const int left = seen.data[i];
      cmyk.push_back(static_cast<std::uint8_t>(255 - left));
      seen.data[i] = static_cast<std::uint8_t>(left * (255 - kBlack) / 255);
      if (i % 3 == 2) cmyk.push_back(kBlack);
    }
  }
};

Bytes inverted(Bytes bytes) {
  for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(255 - byte);
  return bytes;
}

Animal inked(const std::string& name, J_COLOR_SPACE stored, bool adobe) {
  const Inks inks;
  JpegOptions options;
  options.stored = stored;
  options.adobe = adobe;
  return {name + ".jpg",
          write_jpeg(adobe ? inverted(inks.cmyk) : inks.cmyk, kWidth, kHeight, 4, options),
          inks.seen};
}

void add_coded(Animals& animals) {
  animals.push_back(
      {"jpeg-grey.jpg", write_jpeg(picture(1, kWidth, kHeight)), picture(1, kWidth, kHeight)});
  animals.push_back(jpeg("jpeg-baseline", {}));
  JpegOptions options;
  options.progressive = true;
  animals.push_back(jpeg("jpeg-progressive", options));
  options = {};
  options.arithmetic = true;
  animals.push_back(jpeg("jpeg-arithmetic", options));
  options = {};
  options.stored = JCS_RGB;
  animals.push_back(jpeg("jpeg-rgb", options));
  options = {};
  options.restart_rows = 1;
  animals.push_back(jpeg("jpeg-restart-markers", options));
  for (const auto& [across, down] : {std::pair(2, 2), {2, 1}, {1, 2}, {4, 1}}) {
    options = {};
    options.luma_across = across;
    options.luma_down = down;
    animals.push_back(
        jpeg("jpeg-luma-" + std::to_string(across) + "x" + std::to_string(down), options));
  }
  animals.push_back(inked("jpeg-cmyk-adobe", JCS_CMYK, true));
  animals.push_back(inked("jpeg-cmyk-plain", JCS_CMYK, false));
  animals.push_back(inked("jpeg-ycck", JCS_YCCK, true));
}

void add_turned(Animals& animals) {
  for (int orientation = 2; orientation <= 8; ++orientation) {
    JpegOptions options;
    options.exif = exif_block(orientation);
    Animal animal = jpeg("jpeg-exif-" + std::to_string(orientation), options);
    animal.picture = oriented(colour(), orientation);
    animals.push_back(animal);
  }
}

void add_profiled(Animals& animals) {
  JpegOptions options;
  options.icc_profile = srgb_profile();
  animals.push_back(jpeg("jpeg-icc-version-4", options));
  options.icc_profile = srgb_profile(IccVersion::k2);
  animals.push_back(jpeg("jpeg-icc-version-2", options));
  options.icc_profile = plain_cmyk_profile();
  animals.push_back(jpeg("jpeg-icc-of-cmyk", options));
  options.icc_profile = cut_short(srgb_profile(), 0.5);
  animals.push_back(jpeg("jpeg-icc-cut", options));
  options.icc_profile = Bytes(5000, 7);
  animals.push_back(jpeg("jpeg-icc-nonsense", options));
}

/// After SOI: markers of applications, 64 KiB each.
Bytes with_applications(Bytes file, int count) {
  Bytes markers;
  for (int i = 0; i < count; ++i) {
    markers.insert(markers.end(), {0xFF, static_cast<std::uint8_t>(0xE3 + i % 8), 0xFF, 0xFF});
    markers.insert(markers.end(), 0xFFFF - 2, 0x55);
  }
  file.insert(file.begin() + 2, markers.begin(), markers.end());
  return file;
}

/// The frame header's precision, changed.
Bytes of_precision(Bytes file, int bits) {
  for (std::size_t i = 0; i + 4 < file.size(); ++i) {
    if (file[i] == 0xFF && file[i + 1] == 0xC0) {
      file[i + 4] = static_cast<std::uint8_t>(bits);
      break;
    }
  }
  return file;
}

void add_strange(Animals& animals) {
  animals.push_back(
      {"jpeg-huge-applications.jpg", with_applications(write_jpeg(colour()), 40), colour()});
  Bytes trailing = write_jpeg(colour());
  trailing.insert(trailing.end(), 3000, 0xA5);
  animals.push_back({"jpeg-trailing-garbage.jpg", trailing, colour()});
  animals.push_back(
      {"jpeg-12-bits.jpg", of_precision(write_jpeg(colour()), 12), {}, "cannot be decoded"});
  animals.push_back({"jpeg-cut.jpg", cut_short(write_jpeg(colour()), 0.5), {}, "ends early"});
  for (const auto& [width, height] : {std::pair(1, 200), {200, 1}, {10, 10}, {1, 1}}) {
    const Image image = picture(3, width, height);
    JpegOptions options;
    options.dpi_x = options.dpi_y = 100;
    animals.push_back({"jpeg-" + std::to_string(width) + "-by-" + std::to_string(height) + ".jpg",
                       write_jpeg(image, options), image});
    animals.back().mean_max = 15;
  }
}

void add_resolutions(Animals& animals) {
  for (const auto& [x, y] : {std::pair(204, 98), {1200, 1200}, {50, 50}, {0, 0}}) {
    JpegOptions options;
    options.dpi_x = x;
    options.dpi_y = y;
    animals.push_back(jpeg("jpeg-dpi-" + std::to_string(x) + "-by-" + std::to_string(y), options));
  }
}

}  // namespace

Animals jpeg_animals() {
  Animals animals;
  add_coded(animals);
  add_turned(animals);
  add_profiled(animals);
  add_strange(animals);
  add_resolutions(animals);
  return animals;
}

}  // namespace sohoa::test
