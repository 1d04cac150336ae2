#pragma once

#include <string>

namespace sohoa {

/// What a document says of itself.
struct DocumentMetadata {
  std::string title;
  std::string description;
  std::string language;
  std::string producer;
  std::string time;         // ISO 8601; empty: none
  int part = 2;             // of PDF/A
  std::string conformance;  // its "U" or "B"; empty: no claim
};

/// The XMP packet (ISO 16684-1) of a PDF, with properties of standard schemas only.
std::string xmp_packet(const DocumentMetadata& metadata);

/// Whether the time is one XMP takes: YYYY-MM-DDThh:mm:ss with Z or an offset.
bool is_xmp_time(const std::string& time);

/// The same time as PDF writes it, D:YYYYMMDDhhmmss+hh'mm'.
std::string pdf_time(const std::string& xmp_time);

}  // namespace sohoa
