#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

#include "pipeline/base/bytes.h"

namespace sohoa {

struct StreamData {
  Bytes bytes;
  bool whole = false;  // false: damaged, larger than the limit, or of a filter that images have
};

/// Decoded data of a stream, as far as they can be had, up to `bytes_max`.
StreamData stream_data(QPDFObjectHandle stream, std::size_t bytes_max);

/// Numbers of an array; empty when it is none.
std::vector<double> numbers_of(QPDFObjectHandle array);

}  // namespace sohoa
