#pragma once

#include <zlib.h>

#include "pipeline/acquire/ccitt.h"
#include "tests/acquire/files.h"

namespace sohoa::test {

inline Bytes zlib(const Bytes& data) {
  Bytes packed(::compressBound(data.size()));
  uLongf size = packed.size();
  ::compress(packed.data(), &size, data.data(), data.size());
  packed.resize(size);
  return packed;
}

inline Bytes hexadecimal(const Bytes& data) {
  const char* digits = "0123456789ABCDEF";
  Bytes text;
  for (const std::uint8_t byte : data) {
    text.push_back(static_cast<std::uint8_t>(digits[byte >> 4]));
    text.push_back(static_cast<std::uint8_t>(digits[byte & 15]));
  }
  text.push_back('>');
  return text;
}

inline MasterImage fax(const Image& image) {
  MasterImage form;
  form.width = image.width;
  form.height = image.height;
  form.bits_per_component = 1;
  return store_g4(form, packed_bits(image));
}

/// A JBIG2 embedded stream (ITU-T T.88): a page and one generic region, coded by MMR.
inline Bytes jbig2(const Image& image) {
  Bytes stream;
  const auto put = [&stream](std::uint32_t value, int size) {
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
      stream.push_back(static_cast<std::uint8_t>(value >> shift));
    }
  };
  const auto segment = [&put](std::uint32_t number, std::uint32_t type, std::size_t size) {
    put(number, 4);
    put(type, 1);
    put(0, 1);
    put(1, 1);
    put(static_cast<std::uint32_t>(size), 4);
  };
  const auto width = static_cast<std::uint32_t>(image.width);
  const auto height = static_cast<std::uint32_t>(image.height);
  segment(0, 48, 19);
  put(width, 4);
  put(height, 4);
  put(0, 4);
  put(0, 4);
  put(0, 1);
  put(0, 2);
  const Bytes data = fax(image).bytes;
  segment(1, 38, 18 + data.size());
  put(width, 4);
  put(height, 4);
  put(0, 4);
  put(0, 4);
  put(0, 1);
  put(1, 1);  // MMR
  stream.insert(stream.end(), data.begin(), data.end());
  return stream;
}

}  // namespace sohoa::test
