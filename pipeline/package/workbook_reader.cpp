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

std::vector<std::string> shared_strings(const ZipReader& xlsx) {
  std::vector<std::string> strings;
  const ZipEntry* entry = entry_of(xlsx, kStrings);
  if (entry == nullptr) return strings;
  TextCollector collector(
      "si", [&](const XmlStart&, const std::string& text) { strings.push_back(text); });
  read(xlsx, *entry, collector.events());
  return strings;
}

std::string text_of_cell(const XmlStart& cell, const std::string& text,
                         const std::vector<std::string>& strings) {
  if (cell.value_of("t") != "s") return text;
  std::size_t index = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), index);
  if (end.ec != std::errc() || index >= strings.size()) {
    throw bad_workbook("refers to a text that is not there");
  }
  return strings[index];
}

}  // namespace

std::vector<std::string> column_of_workbook(const ZipReader& xlsx, const std::string& head) {
  const ZipEntry* entry = entry_of(xlsx, kSheet);
  if (entry == nullptr) throw bad_workbook("is not in the workbook");
  const std::vector<std::string> strings = shared_strings(xlsx);
  std::string column;  // "B"
  std::vector<std::string> texts;
  TextCollector collector("c", [&](const XmlStart& cell, const std::string& text) {
    const std::string place = cell.value_of("r");  // "B7"
    const std::size_t digits = std::min(place.find_first_of("0123456789"), place.size());
    const std::string value = to_nfc(text_of_cell(cell, text, strings));
    if (place.substr(digits) == "1") {
      if (column.empty() && value == head) column = place.substr(0, digits);
    } else if (!column.empty() && place.substr(0, digits) == column && !value.empty()) {
      texts.push_back(value);
    }
  });
  read(xlsx, *entry, collector.events());
  if (column.empty()) throw bad_workbook("has no column that names the files");
  return texts;
}

}  // namespace sohoa
