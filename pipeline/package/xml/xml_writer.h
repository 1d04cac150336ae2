#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// Writes one well-formed XML 1.0 document in UTF-8, an element a line, and hands it on in pieces.
/// Values become NFC, are escaped, and lose what XML forbids; names are the caller's and must be
/// names. Same calls, same bytes.
class XmlWriter {
 public:
  using Take = std::function<void(ByteView)>;

  explicit XmlWriter(Take take);

  XmlWriter& begin(std::string_view name);
  /// Of the element that has just begun.
  XmlWriter& attribute(std::string_view name, std::string_view value);
  /// The same where there is a value.
  XmlWriter& optional_attribute(std::string_view name, std::string_view value);
  XmlWriter& number(std::string_view name, std::uint64_t value);
  /// Of an element that holds nothing else.
  XmlWriter& text(std::string_view value);
  XmlWriter& end();
  /// An element that holds text only.
  XmlWriter& element(std::string_view name, std::string_view value);

  /// Ends what has begun and hands on the rest. Call once, last.
  void finish();

 private:
  void close_tag();
  void begin_line();
  void hand_on(std::size_t bytes_min);

  Take take_;
  std::string waiting_;
  std::vector<std::string> open_;
  bool in_tag_ = false;    // an element has begun that may yet have attributes
  bool has_text_ = false;  // the element that has begun last
};

}  // namespace sohoa
