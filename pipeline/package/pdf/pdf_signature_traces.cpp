#include "pipeline/package/pdf/pdf_signature_traces.h"

#include <cstdio>
#include <string>

namespace sohoa {

namespace {

constexpr long long kPieceBytes = 1 << 20;
constexpr long long kRangeBytesMax = 256;  // of the key and its four numbers
constexpr std::size_t kTracesMax = 10'000;
constexpr char kKey[] = "/ByteRange";

/// The gap of `/ByteRange [0 a b c]`; -1 when it is none of this file.
long long gap_of(const PdfBytes& pdf, const std::string& text) {
  long long first = -1, before = 0, behind = 0, rest = 0;
  if (std::sscanf(text.c_str(), "/ByteRange%*[ \r\n\t[]%lld %lld %lld %lld", &first, &before,
                  &behind, &rest) != 4) {
    return -1;
  }
  const long long size = pdf.size();
  const bool fits = first == 0 && before > 0 && behind > before + 1 && behind <= size &&
                    rest >= 0 && rest <= size - behind;
  return fits && pdf.at(before, 1) == "<" && pdf.at(behind - 1, 1) == ">" ? before : -1;
}

}  // namespace

std::vector<long long> signature_traces(const PdfBytes& pdf) {
  std::vector<long long> traces;
  for (long long at = 0; at < pdf.size(); at += kPieceBytes) {
    // A key may begin in one piece and end in the next.
    const std::string piece = pdf.at(at, kPieceBytes + kRangeBytesMax);
    for (std::size_t found = piece.find(kKey);
         found != std::string::npos && static_cast<long long>(found) < kPieceBytes;
         found = piece.find(kKey, found + 1)) {
      const long long gap = gap_of(pdf, piece.substr(found, kRangeBytesMax));
      if (gap >= 0) traces.push_back(gap);
      if (traces.size() >= kTracesMax) return traces;
    }
  }
  return traces;
}

}  // namespace sohoa
