#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "pipeline/acquire/acquire.h"
#include "pipeline/acquire/decode.h"
#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/base/temporary_folder.h"

namespace sohoa::test {

/// A picture without symmetry: every corner differs, rows and columns too.
inline Image picture(int channels, int width = 48, int height = 32) {
  Image image;
  image.width = width;
  image.height = height;
  image.channels = channels;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const int left = x * 255 / std::max(1, width - 1);
      const int down = y * 255 / std::max(1, height - 1);
      const int values[3] = {left, down, (left + 2 * down) / 3};
      for (int k = 0; k < channels; ++k) {
        image.data.push_back(static_cast<std::uint8_t>(channels == 1 ? values[2] : values[k]));
      }
    }
  }
  return image;
}

/// Black letters L on white, as 0 and 255.
inline Image bilevel_picture(int width = 67, int height = 45) {
  Image image;
  image.width = width;
  image.height = height;
  image.data.assign(static_cast<std::size_t>(width) * height, 255);
  for (int y = 5; y < height - 5; ++y) {
    for (int x = 5; x < width - 5; ++x) {
      if (x < 12 || y > height - 12) image.row(y)[x] = 0;
    }
  }
  return image;
}

/// Packed, 1 where the pixel is white.
inline Bytes packed_bits(const Image& image) {
  const std::size_t stride = (static_cast<std::size_t>(image.width) + 7) / 8;
  Bytes bits(stride * image.height, 0);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      if (image.row(y)[x] != 0) bits[y * stride + x / 8] |= static_cast<std::uint8_t>(128 >> x % 8);
    }
  }
  return bits;
}

/// Largest difference of a channel; 999 when the sizes differ.
inline int difference(const Image& a, const Image& b) {
  if (a.width != b.width || a.height != b.height || a.channels != b.channels) return 999;
  int most = 0;
  for (std::size_t i = 0; i < a.data.size(); ++i) {
    most = std::max(most, std::abs(a.data[i] - b.data[i]));
  }
  return most;
}

class Folder {
 public:
  std::filesystem::path write(const std::string& name, ByteView bytes) const {
    const std::filesystem::path path = folder_.path() / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
    return path;
  }
  const std::filesystem::path& path() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

inline AcquireSettings settings_with_dpi() {
  AcquireSettings settings;
  settings.image_dpi = 300;
  return settings;
}

inline ScannedPage load(ByteView bytes, const AcquireSettings& settings = settings_with_dpi(),
                        int number = 1) {
  const Folder folder;
  const InputFile input = open_input(folder.write("scan", bytes), "scan", settings);
  return PageLoader(settings).load(input, number);
}

/// The message of the Error that loading gives; empty when it gives none. Anything but an Error
/// (kInput) fails the test.
inline std::string failure(ByteView bytes, const AcquireSettings& settings = settings_with_dpi()) {
  try {
    load(bytes, settings);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kInput) << error.what();
    return error.what();
  }
  return {};
}

/// What a PDF viewer would show of the master.
inline Image decoded_master(const ScannedPage& page) {
  return decode_master({"master", 250}, page.master, 20);
}

inline Bytes cut_short(const Bytes& bytes, double share) {
  return Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() * share));
}

}  // namespace sohoa::test
