#pragma once

#include <string>

namespace sohoa {

/// What a PDF says of a file inside it (ISO 32000-1, 7.11.4).
struct PdfAttachment {
  std::string name;         // of the file: "0001.xml"
  std::string media_type;   // "application/xml"
  std::string description;  // for people
  std::string time;         // ISO 8601, of its last change; empty: left out
};

}  // namespace sohoa
