#include "pipeline/package/workbook_reader.h"

#include <charconv>
#include <map>

#include "pipeline/base/error.h"
#include "pipeline/base/text.h"
#include "pipeline/package/xml/xml_reader.h"

namespace sohoa {

namespace {

constexpr char kSheet[] = "xl/worksheets/sheet1.xml";
constexpr char kStrings[] = "xl/sharedStrings.xml";
constexpr std::uint64_t kXmlBytesMax = 256ULL << 20;
constexpr std::size_t kCellBytesMax = 1 << 17;
constexpr std::size_t kStringsMax = 4'000'000;
constexpr std::size_t kStringBytesMax = 128 << 20;  // of all of them
constexpr std::size_t kCellsMax = 16'000'000;
constexpr std::size_t kRowsMax = 1 << 20;           // as Excel
constexpr std::size_t kColumnBytesMax = 128 << 20;  // of the texts below the head

Error bad_workbook(const std::string& reason) {
  return Error(ExitCode::kInput, kSheet, reason, "get the package again from its maker");
}

const ZipEntry* entry_of(const ZipReader& xlsx, const std::string& name) {
  for (const ZipEntry& entry : xlsx.entries()) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

void read(const ZipReader& xlsx, const ZipEntry& entry, XmlEvents events) {
  if (entry.bytes > kXmlBytesMax) throw bad_workbook("is too large");
  XmlReader reader(entry.name, std::move(events));
  xlsx.read(entry, [&](ByteView piece) { reader.add(piece); });
  reader.finish();
}

/// The texts of an XML's elements of one name, each with what is written inside it by <t> or <v>.
class TextCollector {
 public:
  using Take = std::function<void(const XmlStart&, const std::string&)>;

  TextCollector(std::string element, Take take)
      : element_(std::move(element)), take_(std::move(take)) {}

  XmlEvents events() {
    return {[this](const XmlStart& element) { begin(element); },
            [this](std::string_view piece) { text(piece); }, [this] { end(); }};
  }

 private:
  void begin(const XmlStart& element) {
    path_.push_back(element.name);
    if (element.name != element_) return;
    current_ = element;
    text_.clear();
  }

  void text(std::string_view piece) {
    if (path_.empty() || (path_.back() != "t" && path_.back() != "v")) return;
    if (text_.size() + piece.size() <= kCellBytesMax) text_ += piece;
  }

  void end() {
    if (path_.back() == element_) take_(current_, text_);
    path_.pop_back();
  }

  std::string element_;
  Take take_;
  std::vector<std::string> path_;
  XmlStart current_;
  std::string text_;
};

/// In NFC: many cells may refer to one.
std::vector<std::string> shared_strings(const ZipReader& xlsx) {
  std::vector<std::string> strings;
  const ZipEntry* entry = entry_of(xlsx, kStrings);
  if (entry == nullptr) return strings;
  std::size_t bytes = 0;
  TextCollector collector("si", [&](const XmlStart&, const std::string& text) {
    bytes += text.size();
    if (strings.size() == kStringsMax || bytes > kStringBytesMax) {
      throw bad_workbook("shares more texts than a table has");
    }
    strings.push_back(to_nfc(text));
  });
  read(xlsx, *entry, collector.events());
  return strings;
}

const std::string& shared_string(const std::string& index_text,
                                 const std::vector<std::string>& strings) {
  std::size_t index = 0;
  const auto end = std::from_chars(index_text.data(), index_text.data() + index_text.size(), index);
  if (end.ec != std::errc() || index >= strings.size()) {
    throw bad_workbook("refers to a text that is not there");
  }
  return strings[index];
}

/// Takes in the cells of a sheet: the head that names the column, and what stands below it.
class ColumnCollector {
 public:
  ColumnCollector(const std::vector<std::string>& strings, const std::string& head)
      : strings_(strings), head_(head) {}

  void take(const XmlStart& cell, const std::string& text) {
    if (++cells_ > kCellsMax) throw bad_workbook("has more cells than a table has");
    const std::string place = cell.value_of("r");  // "B7"
    const std::size_t digits = std::min(place.find_first_of("0123456789"), place.size());
    const std::string column = place.substr(0, digits);
    const bool in_head = place.substr(digits) == "1";
    if (in_head ? !column_.empty() : column_.empty() || column != column_) return;
    const bool shared = cell.value_of("t") == "s";
    const std::string own = shared ? std::string() : to_nfc(text);
    const std::string& value = shared ? shared_string(text, strings_) : own;
    if (!in_head) return keep(value);
    if (value == head_) column_ = column;
  }

  bool found() const { return !column_.empty(); }
  std::vector<std::string> result() { return std::move(texts_); }

 private:
  void keep(const std::string& value) {
    if (value.empty()) return;
    bytes_ += value.size();
    if (texts_.size() == kRowsMax || bytes_ > kColumnBytesMax) {
      throw bad_workbook("names more files than a table does");
    }
    texts_.push_back(value);
  }

  const std::vector<std::string>& strings_;
  const std::string& head_;
  std::string column_;  // "B"
  std::vector<std::string> texts_;
  std::size_t cells_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace

std::vector<std::string> column_of_workbook(const ZipReader& xlsx, const std::string& head) {
  const ZipEntry* entry = entry_of(xlsx, kSheet);
  if (entry == nullptr) throw bad_workbook("is not in the workbook");
  const std::vector<std::string> strings = shared_strings(xlsx);
  ColumnCollector column(strings, head);
  TextCollector cells(
      "c", [&](const XmlStart& cell, const std::string& text) { column.take(cell, text); });
  read(xlsx, *entry, cells.events());
  if (!column.found()) throw bad_workbook("has no column that names the files");
  return column.result();
}

}  // namespace sohoa
