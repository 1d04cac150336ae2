#pragma once

#include <initializer_list>
#include <vector>

#include "pipeline/base/bytes.h"

namespace sohoa {

// The few forms of X.690's distinguished encoding that a signature is made of.

enum class DerTag : std::uint8_t {
  kInteger = 0x02,
  kOctets = 0x04,
  kNull = 0x05,
  kObjectId = 0x06,
  kSequence = 0x30,
  kSet = 0x31,
  kContext0 = 0xA0,
  kContext1 = 0xA1,
  kContext4 = 0xA4
};

Bytes der(DerTag tag, ByteView content);
/// Parts one after another, under one tag.
Bytes der(DerTag tag, std::initializer_list<ByteView> parts);
/// SET OF: the parts in the order of their bytes.
Bytes der_set(DerTag tag, std::vector<Bytes> parts);
/// A dotted object identifier.
Bytes der_object_id(std::initializer_list<unsigned> arcs);
Bytes der_small_integer(std::uint8_t value);  // below 128

}  // namespace sohoa
