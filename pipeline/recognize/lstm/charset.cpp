#include "pipeline/recognize/lstm/charset.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "pipeline/base/text.h"
#include "pipeline/recognize/lstm/byte_reader.h"

namespace sohoa {

namespace {

constexpr std::size_t kCharactersMax = 1 << 16;

std::string_view take_row(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view row = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return row;
}

std::string_view first_word(std::string_view row) { return row.substr(0, row.find(' ')); }

/// Texts by number: the first row has their count, each of the others begins with one.
std::vector<std::string> parse_unicharset(ByteView part) {
  std::string_view text = as_text(part);
  const std::string_view head = first_word(take_row(text));
  std::size_t count = 0;
  const auto [end, failed] = std::from_chars(head.data(), head.data() + head.size(), count);
  if (failed != std::errc() || end != head.data() + head.size() || count > kCharactersMax) {
    throw UnusableModel("its character set cannot be read");
  }
  std::vector<std::string> characters;
  while (characters.size() < count) {
    if (text.empty()) throw UnusableModel("its character set ends early");
    const std::string_view word = first_word(take_row(text));
    if (word.empty() || !is_utf8(word)) throw UnusableModel("its character set is damaged");
    characters.emplace_back(word == "NULL" ? " " : word);
  }
  return characters;
}

/// The label of each character.
std::vector<int> parse_recoder(ByteView part, std::size_t character_count) {
  ByteReader reader(part);
  const auto count = reader.take<std::uint32_t>();
  if (count != character_count) {
    throw UnusableModel("its recoder and its character set differ in size");
  }
  std::vector<int> labels;
  for (std::uint32_t i = 0; i < count; ++i) {
    reader.take<std::int8_t>();  // self-normalized
    const auto length = reader.take<std::int32_t>();
    if (length != 1)
      throw UnusableModel("its characters take several labels, which only Tesseract reads");
    labels.push_back(reader.take<std::int32_t>());
  }
  return labels;
}

}  // namespace

Charset parse_charset(const TrainedData& model, int label_count, int null_label) {
  const std::vector<std::string> characters = parse_unicharset(model.part(ModelPart::kCharset));
  const std::vector<int> labels = parse_recoder(model.part(ModelPart::kRecoder), characters.size());
  Charset charset;
  charset.texts.resize(static_cast<std::size_t>(label_count));
  charset.characters.assign(static_cast<std::size_t>(label_count), -1);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (labels[i] < 0 || labels[i] >= label_count) {
      throw UnusableModel("a character has a label that its network lacks");
    }
    if (labels[i] == null_label) continue;
    charset.texts[static_cast<std::size_t>(labels[i])] = characters[i];
    charset.characters[static_cast<std::size_t>(labels[i])] = static_cast<int>(i);
  }
  return charset;
}

std::string text_of(const Charset& charset, std::span<const int> labels) {
  std::string text;
  for (const int label : labels) text += charset.texts[static_cast<std::size_t>(label)];
  return text;
}

}  // namespace sohoa
