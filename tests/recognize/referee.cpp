#include "tests/recognize/referee.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/base/text.h"
#include "pipeline/recognize/languages.h"
#include "pipeline/recognize/lstm/byte_reader.h"
#include "pipeline/recognize/lstm/decode.h"
#include "pipeline/recognize/reader.h"

namespace sohoa::test {

namespace {

constexpr double kNamedProbability = 0.01;  // libtesseract tells of labels likelier than that

// What is loaded as dictionary, by the numbers of tessdatamanager.h: lstm-punc, -system, -number.
constexpr std::array<std::size_t, 3> kDictionaryParts = {18, 19, 20};
constexpr std::size_t kFirstOffset = 4, kOffsetSize = 8;  // bytes of the container's head

/// The model with its dictionaries declared missing; no variable of libtesseract's reaches them.
void write_without_dictionaries(const TrainedData& model, const std::filesystem::path& path) {
  Bytes bytes(model.bytes().begin(), model.bytes().end());
  if (bytes[0] <= kDictionaryParts.back()) {
    throw UnusableModel("it has too few parts to be without dictionaries");
  }
  for (const std::size_t part : kDictionaryParts) {
    std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(kFirstOffset + kOffsetSize * part),
                kOffsetSize, std::uint8_t{0xFF});
  }
  write_file(path, bytes);
}

void start(tesseract::TessBaseAPI& api, const std::string& language,
           const std::filesystem::path& folder) {
  const int failed = api.Init(folder.empty() ? nullptr : folder.c_str(), language.c_str(),
                              tesseract::OEM_LSTM_ONLY);
  if (failed != 0) throw model_missing(language, folder);
  api.SetVariable("tessedit_do_invert", "0");
  api.SetPageSegMode(tesseract::PSM_RAW_LINE);
}

/// The character that each number in the word list stands for.
std::vector<std::string> characters_by_number(const Charset& charset) {
  std::vector<std::string> characters;
  for (std::size_t label = 0; label < charset.texts.size(); ++label) {
    if (charset.characters[label] < 0) continue;
    const auto number = static_cast<std::size_t>(charset.characters[label]);
    if (characters.size() <= number) characters.resize(number + 1);
    characters[number] = charset.texts[label];
  }
  return characters;
}

std::u32string characters_of(const std::string& text) {
  std::u32string characters;
  for (const std::string& word : split_words(to_nfc(text))) {
    if (!characters.empty()) characters += U' ';
    characters += to_code_points(word);
  }
  return characters;
}

/// Insertions, deletions and substitutions (Levenshtein 1966).
int edits_between(const std::u32string& a, const std::u32string& b) {
  std::vector<int> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    int diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const int substituted = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({substituted, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

Referee::Referee(const std::string& language, const std::filesystem::path& folder)
    : api_(std::make_unique<tesseract::TessBaseAPI>()),
      plain_api_(std::make_unique<tesseract::TessBaseAPI>()) {
  const TrainedData model = read_traineddata(model_file(language, folder));
  LineNetwork network = parse_network(model.part(ModelPart::kNetwork));
  charset_ = parse_charset(model, network.output.rows, network.null_label);
  characters_ = characters_by_number(charset_);
  network_ =
      std::make_unique<BatchNetwork>(std::move(network), chosen_kernel(), Activation::kTable);
  // Its maker also keeps this thread of libtesseract from opening teams of threads.
  make_reader({language, folder, EngineChoice::kTesseract});
  const TemporaryFolder without_dictionaries;
  write_without_dictionaries(model, without_dictionaries.path() / (language + ".traineddata"));
  start(*api_, language, folder);
  start(*plain_api_, language, without_dictionaries.path());
  api_->SetVariable("lstm_choice_mode", "1");
}

Referee::~Referee() = default;

std::vector<Disagreement> Referee::judge(std::span<const Image> lines) {
  const std::vector<LineOutput> outputs = network_->run(lines);
  std::vector<Disagreement> all;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    all.push_back(compare(outputs[i].steps, their_steps(lines[i])));
    const std::u32string theirs = characters_of(their_plain_text(lines[i]));
    all.back().characters = static_cast<int>(theirs.size());
    all.back().other_characters = edits_between(characters_of(our_text(outputs[i])), theirs);
  }
  return all;
}

Disagreement Referee::compare(const std::vector<RankedLabels>& ours,
                              const std::vector<NamedStep>& theirs) {
  Disagreement found;
  found.comparable = ours.size() == theirs.size();
  if (!found.comparable) return found;
  found.steps = static_cast<int>(ours.size());
  for (std::size_t step = 0; step < ours.size(); ++step) {
    const double our_probability = ours[step].first_probability;
    double error = std::max(our_probability - kNamedProbability, 0.0);
    if (!theirs[step].empty()) {
      const auto& [name, probability] = theirs[step].front();
      found.other_labels += name == name_of(ours[step].first) ? 0 : 1;
      error = std::abs(probability - our_probability);
    }
    found.largest_error = std::max(found.largest_error, error);
  }
  return found;
}

std::vector<Referee::NamedStep> Referee::their_steps(const Image& line) {
  std::vector<NamedStep> steps;
  api_->SetImage(line.data.data(), line.width, line.height, 1, line.width);
  if (api_->Recognize(nullptr) != 0) return steps;
  const std::unique_ptr<tesseract::ResultIterator> at(api_->GetIterator());
  if (at == nullptr || at->Empty(tesseract::RIL_WORD)) return steps;
  do {
    const auto* of_word = at->GetRawLSTMTimesteps();
    if (of_word == nullptr) continue;
    for (const auto& of_character : *of_word) {
      for (const auto& step : of_character) steps.emplace_back(step.begin(), step.end());
    }
  } while (at->Next(tesseract::RIL_WORD));
  return steps;
}

std::string Referee::their_plain_text(const Image& line) {
  plain_api_->SetImage(line.data.data(), line.width, line.height, 1, line.width);
  if (plain_api_->Recognize(nullptr) != 0) return {};
  const std::unique_ptr<char[]> text(plain_api_->GetUTF8Text());
  return text == nullptr ? std::string() : std::string(text.get());
}

std::string Referee::our_text(const LineOutput& line) const {
  std::string text;
  for (const DecodedWord& word : decode_greedily(line.steps, charset_, network_->null_label())) {
    text += word.text + " ";
  }
  return text;
}

// libtesseract names a label but the space by the character with the label's number and two, as
// characters 1 and 2 have none of their own; wrongly so behind the null label.
std::string Referee::name_of(int label) const {
  const std::size_t number = label == 0 ? 0 : static_cast<std::size_t>(label) + 2;
  return number < characters_.size() ? characters_[number] : "";
}

}  // namespace sohoa::test
