#include "pipeline/package/xml/xml_writer.h"

#include <cassert>
#include <utility>

#include "pipeline/base/text.h"

namespace sohoa {

namespace {

constexpr std::size_t kPieceBytes = 1 << 16;
constexpr std::size_t kIndent = 2;

std::string escaped(std::string_view value) { return xml_escaped(to_nfc(value)); }

// A reader makes spaces of them in an attribute unless they are written by number.
std::string escaped_attribute(std::string_view value) {
  std::string text;
  for (const char c : escaped(value)) {
    switch (c) {
      case '\t':
        text += "&#9;";
        break;
      case '\n':
        text += "&#10;";
        break;
      case '\r':
        text += "&#13;";
        break;
      default:
        text += c;
    }
  }
  return text;
}

}  // namespace

XmlWriter::XmlWriter(Take take) : take_(std::move(take)) {
  waiting_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
}

XmlWriter& XmlWriter::begin(std::string_view name) {
  close_tag();
  begin_line();
  waiting_ += '<';
  waiting_ += name;
  open_.emplace_back(name);
  in_tag_ = true;
  has_text_ = false;
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  assert(in_tag_);
  waiting_ += ' ';
  waiting_ += name;
  waiting_ += "=\"" + escaped_attribute(value) + '"';
  return *this;
}

XmlWriter& XmlWriter::optional_attribute(std::string_view name, std::string_view value) {
  return value.empty() ? *this : attribute(name, value);
}

XmlWriter& XmlWriter::number(std::string_view name, std::uint64_t value) {
  return attribute(name, std::to_string(value));
}

XmlWriter& XmlWriter::text(std::string_view value) {
  assert(in_tag_);
  close_tag();
  waiting_ += escaped(value);
  has_text_ = true;
  return *this;
}

XmlWriter& XmlWriter::end() {
  const std::string name = std::move(open_.back());
  open_.pop_back();
  if (in_tag_) {
    waiting_ += "/>";
    in_tag_ = false;
  } else {
    if (!has_text_) begin_line();
    waiting_ += "</" + name + '>';
  }
  has_text_ = false;
  hand_on(kPieceBytes);
  return *this;
}

XmlWriter& XmlWriter::element(std::string_view name, std::string_view value) {
  return begin(name).text(value).end();
}

void XmlWriter::finish() {
  while (!open_.empty()) end();
  waiting_ += '\n';
  hand_on(0);
}

void XmlWriter::close_tag() {
  if (in_tag_) waiting_ += '>';
  in_tag_ = false;
}

void XmlWriter::begin_line() {
  waiting_ += '\n';
  waiting_.append(kIndent * open_.size(), ' ');
}

void XmlWriter::hand_on(std::size_t bytes_min) {
  if (waiting_.size() < bytes_min) return;
  take_(as_bytes(waiting_));
  waiting_.clear();
}

}  // namespace sohoa
