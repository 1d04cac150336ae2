#pragma once

#include "pipeline/base/bytes.h"

namespace sohoa::test {

/// Little-endian.
inline void put(Bytes& bytes, std::uint32_t value, int size) {
  for (int i = 0; i < size; ++i) bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

inline Bytes bmp(int width, int height, int bits, std::uint32_t compression, const Bytes& palette,
                 const Bytes& data, const Bytes& masks = {}) {
  Bytes file = {'B', 'M'};
  const auto offset = static_cast<std::uint32_t>(54 + palette.size() + masks.size());
  put(file, offset + static_cast<std::uint32_t>(data.size()), 4);
  put(file, 0, 4);
  put(file, offset, 4);
  put(file, 40, 4);
  put(file, static_cast<std::uint32_t>(width), 4);
  put(file, static_cast<std::uint32_t>(height), 4);
  put(file, 1, 2);
  put(file, static_cast<std::uint32_t>(bits), 2);
  put(file, compression, 4);
  put(file, static_cast<std::uint32_t>(data.size()), 4);
  put(file, 11811, 4);
  put(file, 11811, 4);
  put(file, static_cast<std::uint32_t>(palette.size() / 4), 4);
  put(file, 0, 4);
  file.insert(file.end(), masks.begin(), masks.end());
  file.insert(file.end(), palette.begin(), palette.end());
  file.insert(file.end(), data.begin(), data.end());
  return file;
}

}  // namespace sohoa::test
