#include "pipeline/package/sign/byte_range.h"

#include <array>
#include <cstdint>
#include <map>

namespace sohoa {

namespace {

constexpr int kNumbers = 4;

int digit_of(std::uint8_t c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Whether the bytes are `contents` as a hexadecimal string without anything in it or around it.
bool is_hexadecimal_of(ByteView gap, const std::string& contents) {
  if (gap.size() != 2 * contents.size() + 2 || gap.front() != '<' || gap.back() != '>')
    return false;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const int high = digit_of(gap[2 * i + 1]);
    const int low = digit_of(gap[2 * i + 2]);
    if (high < 0 || low < 0 || (high << 4 | low) != static_cast<unsigned char>(contents[i])) {
      return false;
    }
  }
  return true;
}

ByteRange none(const std::string& reason) {
  ByteRange range;
  range.wrong = reason;
  return range;
}

}  // namespace

ByteRange byte_range_of(QPDFObjectHandle signature, ByteView pdf) {
  QPDFObjectHandle array = signature.getKey("/ByteRange");
  if (!array.isArray() || array.getArrayNItems() != kNumbers) return none("has not four numbers");
  std::array<std::uint64_t, kNumbers> n{};
  for (int i = 0; i < kNumbers; ++i) {
    QPDFObjectHandle number = array.getArrayItem(i);
    if (!number.isInteger() || number.getIntValue() < 0) return none("has not four numbers");
    n[static_cast<std::size_t>(i)] = static_cast<std::uint64_t>(number.getIntValue());
  }
  const std::uint64_t size = pdf.size();
  if (n[0] != 0) return none("does not begin at the file's start");
  if (n[1] > size || n[2] < n[1] || n[2] > size || n[3] > size - n[2]) {
    return none("lies outside the file");
  }
  QPDFObjectHandle contents = signature.getKey("/Contents");
  if (!contents.isString() ||
      !is_hexadecimal_of(pdf.subspan(n[1], n[2] - n[1]), contents.getStringValue())) {
    return none("leaves out more than the signature");
  }
  return {"", pdf.first(n[1]), pdf.subspan(n[2], n[3]), n[2] + n[3]};
}

bool is_own_gap(const ByteRange& range, const SignatureField& field, PdfDocument& document) {
  QPDFObjectHandle holder = field.signature.isIndirect() ? field.signature : field.field;
  const std::map<QPDFObjGen, QPDFXRefEntry> table = document.qpdf().getXRefTable();
  const auto entry = table.find(holder.getObjGen());
  constexpr int kUncompressed = 1;
  // Offsets of what lies in an object stream count from that stream's start.
  return entry != table.end() && entry->second.getType() == kUncompressed &&
         QPDFObjectHandle(field.signature).getKey("/Contents").getParsedOffset() ==
             static_cast<qpdf_offset_t>(range.before.size());
}

}  // namespace sohoa
