#include "tests/recognize/model_writer.h"

#include "tests/recognize/network_writer.h"

namespace sohoa::test {

namespace {

constexpr std::uint32_t kParts = 24;
constexpr std::int16_t kWordListMagic = 42;

}  // namespace

Bytes written_model(const std::map<ModelPart, Bytes>& parts) {
  ByteWriter head, body;
  head.put<std::uint32_t>(kParts);
  const std::size_t start = sizeof kParts + kParts * sizeof(std::int64_t);
  for (std::uint32_t i = 0; i < kParts; ++i) {
    const auto part = parts.find(static_cast<ModelPart>(i));
    if (part == parts.end()) {
      head.put<std::int64_t>(-1);
    } else {
      head.put<std::int64_t>(static_cast<std::int64_t>(start + body.bytes().size()));
      body.put_bytes(part->second);
    }
  }
  head.put_bytes(body.bytes());
  return head.bytes();
}

Bytes written_charset(const std::vector<std::string>& characters) {
  std::string text = std::to_string(characters.size()) + "\n";
  for (const std::string& character : characters) text += character + " 0 Common 0\n";
  ByteWriter writer;
  writer.put_bytes(as_bytes(text));
  return writer.bytes();
}

Bytes written_recoder(const std::vector<std::vector<std::int32_t>>& labels) {
  ByteWriter writer;
  writer.put<std::uint32_t>(static_cast<std::uint32_t>(labels.size()));
  for (const std::vector<std::int32_t>& of_character : labels) {
    writer.put<std::int8_t>(1);
    writer.put<std::int32_t>(static_cast<std::int32_t>(of_character.size()));
    for (const std::int32_t label : of_character) writer.put<std::int32_t>(label);
  }
  return writer.bytes();
}

Bytes written_words(std::int32_t characters, const std::vector<WordEdge>& edges) {
  int letter_bits = 0;
  while ((1 << letter_bits) < characters + 1) ++letter_bits;
  ByteWriter writer;
  writer.put<std::int16_t>(kWordListMagic);
  writer.put<std::int32_t>(characters);
  writer.put<std::int32_t>(static_cast<std::int32_t>(edges.size()));
  for (const WordEdge& edge : edges) {
    const std::uint64_t flags =
        (edge.last_of_node ? 1U : 0U) | (edge.backward ? 2U : 0U) | (edge.ends_word ? 4U : 0U);
    writer.put<std::uint64_t>(edge.letter | flags << letter_bits | edge.next << (letter_bits + 3));
  }
  return writer.bytes();
}

Bytes small_model() {
  return written_model({{ModelPart::kNetwork, written_network({})},
                        {ModelPart::kWords, written_words(4, {{2, 1}, {3, 0, true}})},
                        {ModelPart::kCharset, written_charset({"NULL", "Joined", "a", "b"})},
                        {ModelPart::kRecoder, written_recoder({{0}, {3}, {1}, {2}})}});
}

}  // namespace sohoa::test
