#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/bytes.h"

namespace sohoa {

struct XmlStartAttribute {
  std::string space;  // the namespace's URI
  std::string name;
  std::string value;
};

/// An element as it begins.
struct XmlStart {
  std::string space;  // the namespace's URI
  std::string name;
  std::vector<XmlStartAttribute> attributes;

  /// Empty when there is none. `space` is empty for an attribute without a prefix.
  std::string value_of(std::string_view attribute, std::string_view space = {}) const;
};

struct XmlEvents {
  std::function<void(const XmlStart&)> begin;
  std::function<void(std::string_view)> text;  // a piece of it
  std::function<void()> end;
};

/// Reads XML that may be hostile (by libxml2), in pieces: no network, no files, no entities of its
/// own and no DOCTYPE at all, and libxml2's limits on depth and lengths. Every fault is an Error
/// (kInput) that names the document; exceptions of the events pass through.
class XmlReader {
 public:
  XmlReader(std::string name, XmlEvents events);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  void add(ByteView bytes);
  /// Call once, last: throws when the document does not end here.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sohoa
