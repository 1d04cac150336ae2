#include "pipeline/package/sign/incremental_update.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/base/hexadecimal.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr int kOffsetBytes = 5;

/// Runs of numbers without a gap, as both kinds of section list them: first number, how many.
template <class Map>
std::map<int, int> runs_of(const Map& offsets) {
  std::map<int, int> runs;
  for (const auto& [id, offset] : offsets) {
    if (!runs.empty() && runs.rbegin()->first + runs.rbegin()->second == id.getObj()) {
      ++runs.rbegin()->second;
    } else {
      runs[id.getObj()] = 1;
    }
  }
  return runs;
}

std::string big_endian(std::uint64_t value, int bytes) {
  std::string text;
  for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(value >> (8 * i) & 0xFF);
  return text;
}

std::string hexadecimal_string(const std::string& bytes) {
  return '<' + hexadecimal(as_bytes(bytes)) + '>';
}

std::string head_of(QPDFObjGen id) { return id.unparse(' ') + " obj\n"; }

std::string framed(QPDFObjGen id, const std::string& body) {
  return head_of(id) + body + "\nendobj\n";
}

std::string stream_body(const std::string& entries, const std::string& data) {
  return "<< " + entries + " /Length " + std::to_string(data.size()) + " >>\nstream\n" + data +
         "\nendstream";
}

/// A trailer's entry as it stands, with its key; nothing when there is none.
std::string entry(Handle trailer, const char* key) {
  if (!trailer.hasKey(key)) return "";
  return std::string(key) + ' ' + trailer.getKey(key).unparse() + ' ';
}

int largest_number(QPDF& pdf) {
  Handle size = pdf.getTrailer().getKey("/Size");
  const int stated = size.isInteger() ? size.getIntValueAsInt() - 1 : 0;
  return std::max(stated, static_cast<int>(pdf.getObjectCount()));
}

}  // namespace

IncrementalUpdate::IncrementalUpdate(PdfDocument& document) : document_(document) {
  previous_section_ = last_section_offset(document.bytes());
  if (previous_section_ < 0) {
    throw Error(ExitCode::kInput, document.name(), "its end does not say where its objects lie",
                "repair it with `qpdf IN OUT` and take the result");
  }
  has_tables_ = as_text(document.bytes().subspan(static_cast<std::size_t>(previous_section_)))
                    .starts_with("xref");
  next_number_ = largest_number(document.qpdf()) + 1;
}

QPDFObjGen IncrementalUpdate::new_id() { return QPDFObjGen(next_number_++, 0); }

void IncrementalUpdate::put(QPDFObjGen id, std::string body) { bodies_[id] = std::move(body); }

void IncrementalUpdate::put_stream(QPDFObjGen id, const std::string& entries,
                                   const std::string& data) {
  put(id, stream_body(entries, data));
}

IncrementalUpdate::File IncrementalUpdate::file() const {
  const ByteView before = document_.bytes();
  std::string appended;
  if (before.back() != '\n' && before.back() != '\r') appended = "\n";
  std::map<QPDFObjGen, std::size_t> offsets;
  for (const auto& [id, body] : bodies_) {
    offsets[id] = before.size() + appended.size();
    appended += framed(id, body);
  }
  const std::size_t section = before.size() + appended.size();
  const std::string entries = trailer_entries(appended);
  appended += has_tables_ ? table(offsets) + "trailer\n<< " + entries + ">>\n"
                          : stream(offsets, section, entries);
  appended += "startxref\n" + std::to_string(section) + "\n%%EOF\n";
  File file;
  file.bytes.reserve(before.size() + appended.size());
  file.bytes.assign(before.begin(), before.end());
  file.bytes.insert(file.bytes.end(), appended.begin(), appended.end());
  for (const auto& [id, offset] : offsets) file.offsets[id] = offset + head_of(id).size();
  return file;
}

std::string IncrementalUpdate::trailer_entries(const std::string& appended) const {
  Handle trailer = document_.qpdf().getTrailer();
  const int size = next_number_ + (has_tables_ ? 0 : 1);
  std::string entries = "/Size " + std::to_string(size) + ' ' + entry(trailer, "/Root") +
                        entry(trailer, "/Info") + "/Prev " + std::to_string(previous_section_);
  constexpr std::size_t kIdDigits = 32;  // 16 bytes
  const std::string changed = '<' + sha256_of(as_bytes(appended)).substr(0, kIdDigits) + '>';
  Handle id = trailer.getKey("/ID");
  const bool has_id = id.isArray() && id.getArrayNItems() == 2 && id.getArrayItem(0).isString();
  const std::string first =
      has_id ? hexadecimal_string(id.getArrayItem(0).getStringValue()) : changed;
  return entries + " /ID [" + first + ' ' + changed + "] ";
}

std::string IncrementalUpdate::table(const std::map<QPDFObjGen, std::size_t>& offsets) const {
  std::string text = "xref\n";
  auto next = offsets.begin();
  for (const auto& [first, count] : runs_of(offsets)) {
    text += std::to_string(first) + ' ' + std::to_string(count) + '\n';
    for (int i = 0; i < count; ++i, ++next) {
      char line[64];
      std::snprintf(line, sizeof line, "%010zu %05d n \n", next->second, next->first.getGen());
      text += line;
    }
  }
  return text;
}

std::string IncrementalUpdate::stream(std::map<QPDFObjGen, std::size_t> offsets,
                                      std::size_t own_offset, const std::string& entries) const {
  const QPDFObjGen own(next_number_, 0);
  offsets[own] = own_offset;
  std::string index;
  for (const auto& [first, count] : runs_of(offsets)) {
    index += std::to_string(first) + ' ' + std::to_string(count) + ' ';
  }
  std::string data;
  for (const auto& [id, offset] : offsets) {
    data +=
        '\1' + big_endian(offset, kOffsetBytes) + big_endian(static_cast<unsigned>(id.getGen()), 2);
  }
  return framed(own, stream_body("/Type /XRef /W [1 " + std::to_string(kOffsetBytes) +
                                     " 2] /Index [" + index + "] " + entries,
                                 data));
}

std::string reference_to(QPDFObjGen id) { return id.unparse(' ') + " R"; }

}  // namespace sohoa
