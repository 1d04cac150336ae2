#include "pipeline/package/sign/der.h"

#include <algorithm>

namespace sohoa {

namespace {

void append(Bytes& bytes, ByteView more) { bytes.insert(bytes.end(), more.begin(), more.end()); }

Bytes joined(auto&& parts) {
  Bytes bytes;
  for (const auto& part : parts) append(bytes, part);
  return bytes;
}

}  // namespace

Bytes der(DerTag tag, ByteView content) {
  Bytes bytes{static_cast<std::uint8_t>(tag)};
  Bytes length;
  for (std::size_t rest = content.size(); rest > 0; rest >>= 8) {
    length.insert(length.begin(), static_cast<std::uint8_t>(rest));
  }
  if (content.size() < 0x80) {
    bytes.push_back(static_cast<std::uint8_t>(content.size()));
  } else {
    bytes.push_back(static_cast<std::uint8_t>(0x80 | length.size()));
    append(bytes, length);
  }
  append(bytes, content);
  return bytes;
}

Bytes der(DerTag tag, std::initializer_list<ByteView> parts) { return der(tag, joined(parts)); }

Bytes der_set(DerTag tag, std::vector<Bytes> parts) {
  std::sort(parts.begin(), parts.end(),
            [](const Bytes& a, const Bytes& b) { return as_text(a) < as_text(b); });
  return der(tag, joined(parts));
}

Bytes der_object_id(std::initializer_list<unsigned> arcs) {
  Bytes content;
  const auto* arc = arcs.begin();
  const unsigned first = *arc * 40 + *(arc + 1);
  const auto add = [&](unsigned value) {
    Bytes digits{static_cast<std::uint8_t>(value & 0x7F)};
    while ((value >>= 7) > 0) {
      digits.insert(digits.begin(), static_cast<std::uint8_t>(0x80 | (value & 0x7F)));
    }
    append(content, digits);
  };
  add(first);
  for (arc += 2; arc != arcs.end(); ++arc) add(*arc);
  return der(DerTag::kObjectId, content);
}

Bytes der_small_integer(std::uint8_t value) { return der(DerTag::kInteger, ByteView(&value, 1)); }

}  // namespace sohoa
