#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/recognize/languages.h"
#include "pipeline/recognize/lstm/byte_reader.h"
#include "pipeline/recognize/lstm/charset.h"
#include "pipeline/recognize/lstm/network.h"
#include "pipeline/recognize/lstm/traineddata.h"
#include "pipeline/recognize/lstm/word_list.h"
#include "tests/recognize/model_writer.h"

namespace sohoa {
namespace {

using test::WordEdge;
using test::written_charset;
using test::written_recoder;
using test::written_words;

constexpr int kLabels = 4;
constexpr int kNullLabel = 3;

Bytes head_of(const std::vector<std::int64_t>& offsets) {
  test::ByteWriter writer;
  writer.put<std::uint32_t>(static_cast<std::uint32_t>(offsets.size()));
  for (const std::int64_t offset : offsets) writer.put<std::int64_t>(offset);
  return writer.bytes();
}

Charset charset_of(const Bytes& characters, const Bytes& recoder) {
  return parse_charset(TrainedData(test::written_model(
                           {{ModelPart::kCharset, characters}, {ModelPart::kRecoder, recoder}})),
                       kLabels, kNullLabel);
}

TEST(TrainedData, HandsOutItsParts) {
  const TrainedData model(
      test::written_model({{ModelPart::kWords, {1, 2}}, {ModelPart::kRecoder, {3, 4, 5}}}));
  EXPECT_EQ(model.part(ModelPart::kWords).size(), 2U);
  EXPECT_EQ(model.part(ModelPart::kRecoder).front(), 3);
  EXPECT_TRUE(model.part(ModelPart::kNetwork).empty());
}

TEST(TrainedData, WhatIsNoContainerIsRefused) {
  EXPECT_THROW(TrainedData({}), UnusableModel);
  EXPECT_THROW(TrainedData({0, 0, 0, 24}), UnusableModel);
  EXPECT_THROW(TrainedData({0, 0, 0, 0}), UnusableModel);
  Bytes cut = head_of(std::vector<std::int64_t>(24, -1));
  cut.pop_back();
  EXPECT_THROW(TrainedData{cut}, UnusableModel);
}

TEST(TrainedData, PartsBehindTheEndAreRefused) {
  EXPECT_THROW(TrainedData(head_of({1000})), UnusableModel);
}

TEST(TrainedData, PartsOutOfOrderAreRefused) {
  std::vector<std::int64_t> offsets(24, -1);
  offsets[static_cast<std::size_t>(ModelPart::kNetwork)] = 100;
  offsets[static_cast<std::size_t>(ModelPart::kWords)] = 50;
  const TrainedData model(head_of(offsets));
  EXPECT_THROW(model.part(ModelPart::kNetwork), UnusableModel);
}

TEST(Charset, LabelsStandForTheirCharacters) {
  const Charset charset = charset_of(written_charset({"NULL", "Joined", "ữ", "b"}),
                                     written_recoder({{0}, {kNullLabel}, {2}, {1}}));
  EXPECT_EQ(charset.texts, (std::vector<std::string>{" ", "b", "ữ", ""}));
  EXPECT_EQ(charset.characters, (std::vector<int>{kSpaceCharacter, 3, 2, -1}));
}

TEST(Charset, CharactersOfSeveralLabelsAreRefused) {
  EXPECT_THROW(charset_of(written_charset({"NULL", "水"}), written_recoder({{0}, {1, 2}})),
               UnusableModel);
}

TEST(Charset, DamagedOnesAreRefused) {
  const Bytes recoder = written_recoder({{0}, {1}});
  EXPECT_THROW(charset_of({}, recoder), UnusableModel);
  EXPECT_THROW(charset_of(written_charset({"NULL"}), recoder), UnusableModel);
  EXPECT_THROW(charset_of(written_charset({"NULL", ""}), recoder), UnusableModel);
  EXPECT_THROW(charset_of(written_charset({"NULL", "\xFF"}), recoder), UnusableModel);
  for (const std::int32_t label : {-1, kLabels}) {
    EXPECT_THROW(charset_of(written_charset({"NULL", "a"}), written_recoder({{0}, {label}})),
                 UnusableModel);
  }
  for (std::size_t size = 0; size < recoder.size(); ++size) {
    const Bytes cut(recoder.begin(), recoder.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_THROW(charset_of(written_charset({"NULL", "a"}), cut), UnusableModel) << size;
  }
}

// The words 1-2, 1-2-3 and 4.
const std::vector<WordEdge> kWords = {
    {1, 2, false, false}, {4, 0, true}, {2, 3, true}, {3, 0, true}};

TEST(WordList, FindsWordsByTheirLetters) {
  const WordList words(written_words(4, kWords));
  for (const std::vector<int>& word : {std::vector<int>{1, 2}, {1, 2, 3}, {4}}) {
    EXPECT_TRUE(words.contains(word)) << word.size();
  }
}

TEST(WordList, LacksWhatIsNoWord) {
  const WordList words(written_words(4, kWords));
  for (const std::vector<int>& word :
       {std::vector<int>{}, {1}, {2}, {4, 4}, {1, 2, 3, 1}, {-1}, {1, 1 << 20}}) {
    EXPECT_FALSE(words.contains(word)) << word.size();
  }
  EXPECT_FALSE(WordList().contains(std::vector<int>{1}));
}

TEST(WordList, EdgesBackwardAreNotFollowed) {
  const WordList words(written_words(4, {{1, 0, true, true, true}}));
  EXPECT_FALSE(words.contains(std::vector<int>{1}));
}

TEST(WordList, EdgesInCirclesComeToAnEnd) {
  const WordList words(written_words(4, {{4, 0, true, false}, {1, 1, false, false}}));
  const std::vector<int> word(10'000, 1);
  EXPECT_FALSE(words.contains(word));
  const WordList astray(written_words(4, {{1, 1'000'000, false}}));
  EXPECT_FALSE(astray.contains(std::vector<int>{1, 1}));
}

TEST(WordList, DamagedOnesAreRefused) {
  const Bytes whole = written_words(4, kWords);
  for (std::size_t size = 1; size < whole.size(); ++size) {
    EXPECT_THROW(WordList(ByteView(whole).first(size)), UnusableModel) << size;
  }
  EXPECT_THROW(WordList(written_words(4, {})), UnusableModel);
  EXPECT_THROW(WordList(written_words(0, kWords)), UnusableModel);
  EXPECT_TRUE(WordList(ByteView()).empty());
}

TEST(WordList, TheVietnameseModelHasVietnameseWords) {
  const TrainedData model = read_traineddata(model_file("vie", {}));
  const LineNetwork network = parse_network(model.part(ModelPart::kNetwork));
  const Charset charset = parse_charset(model, network.output.rows, network.null_label);
  const WordList words(model.part(ModelPart::kWords));
  const auto contains = [&](const std::vector<std::string>& letters) {
    std::vector<int> characters;
    for (const std::string& letter : letters) {
      const auto at = std::find(charset.texts.begin(), charset.texts.end(), letter);
      if (at == charset.texts.end()) return false;
      characters.push_back(charset.characters[at - charset.texts.begin()]);
    }
    return words.contains(characters);
  };
  EXPECT_TRUE(contains({"n", "g", "ư", "ờ", "i"}));
  EXPECT_TRUE(contains({"t", "r", "ư", "ờ", "n", "g"}));
  EXPECT_FALSE(contains({"n", "g", "ư", "ờ", "ờ"}));
}

}  // namespace
}  // namespace sohoa
