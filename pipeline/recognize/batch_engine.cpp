#include "pipeline/recognize/batch_engine.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/base/digest.h"
#include "pipeline/base/text.h"
#include "pipeline/recognize/languages.h"
#include "pipeline/recognize/lstm/byte_reader.h"
#include "pipeline/recognize/syllable.h"

namespace sohoa {

namespace {

constexpr char kName[] = "sohoa-batch";
constexpr char kVersion[] = "1";  // rises when the same lines are read otherwise

// A batch holds about 0.6 KB of activations a px: bounds the memory that a page of noise takes.
constexpr std::size_t kBatchPixelsMax = 200'000;

constexpr std::size_t kLettersMin = 2;  // of a word; one is a list's

// Under it, a word is weighed against other readings.
constexpr double kSureProbability = 0.99;
// What it is worth, in nats, that there is such a word.
constexpr double kKnownBonus = 4;

// Makes confidences on which one set of thresholds serves both engines: a word that is half certain
// gets 0.45 (libtesseract's scale has 0.35 here, but knows junk by more than its weakest letter).
constexpr double kConfidencePerNat = 0.8;

double confidence_of(double probability) {
  if (probability <= 0) return 0;
  return std::clamp(1 + kConfidencePerNat * std::log(probability), 0.0, 1.0);
}

bool is_letter(const std::string& text) {
  const std::string plain = without_marks(text);
  return plain.size() == 1 && plain[0] >= 'a' && plain[0] <= 'z';
}

/// `12.`, `3)`: digits, then a full stop or a parenthesis.
bool is_number(const std::string& text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  return end > 0 && (text.substr(end) == "." || text.substr(end) == ")");
}

/// How many of the lines make up a batch.
std::size_t batch_size(std::span<const Image> lines) {
  std::size_t count = 0, pixels = 0;
  while (count < lines.size()) {
    pixels += static_cast<std::size_t>(lines[count].width);
    if (count > 0 && pixels > kBatchPixelsMax) break;
    ++count;
  }
  return count;
}

}  // namespace

BatchEngine::BatchEngine(const ReaderSettings& settings) : language_(settings.language) {
  if (split_languages(language_).size() != 1) {
    throw UnusableModel("several languages at once are read by Tesseract only");
  }
  const TrainedData model = read_traineddata(model_file(language_, settings.model_folder));
  LineNetwork network = parse_network(model.part(ModelPart::kNetwork));
  if (network.height != kLineHeight) {
    throw UnusableModel("its lines are " + std::to_string(network.height) + " px high");
  }
  charset_ = parse_charset(model, network.output.rows, network.null_label);
  words_ = WordList(model.part(ModelPart::kWords));
  const auto space = std::find(charset_.texts.begin(), charset_.texts.end(), " ");
  if (space != charset_.texts.end()) {
    space_label_ = static_cast<int>(space - charset_.texts.begin());
  }
  for (const std::string& text : charset_.texts) {
    const std::string small = case_folded(text);
    const auto label = std::find(charset_.texts.begin(), charset_.texts.end(), small);
    const bool letter = is_letter(text) && label != charset_.texts.end();
    small_letter_.push_back(letter ? static_cast<int>(label - charset_.texts.begin()) : -1);
  }
  network_ =
      std::make_unique<BatchNetwork>(std::move(network), chosen_kernel(), Activation::kPolynomial);
  ingredients_ = {{kName, kVersion, ""},
                  {language_ + ".traineddata", "", sha256_of(model.bytes())}};
}

std::string BatchEngine::name() const { return std::string(kName) + " " + kVersion; }

std::vector<std::vector<Word>> BatchEngine::read_lines(std::span<const Image> lines) {
  std::vector<std::vector<Word>> words;
  while (!lines.empty()) {
    const std::size_t count = batch_size(lines);
    for (const LineOutput& line : network_->run(lines.first(count))) {
      words.push_back(words_of(line));
    }
    lines = lines.subspan(count);
  }
  return words;
}

std::vector<Word> BatchEngine::words_of(const LineOutput& line) const {
  std::vector<Word> words;
  for (DecodedWord& decoded : decode_greedily(line.steps, charset_, network_->null_label())) {
    if (decoded.probability < kSureProbability) weigh_again(line, decoded);
    const double left = decoded.runs.front().first * network_->step_width();
    const double right = decoded.runs.back().end * network_->step_width();
    for (const std::string& piece : split_words(to_nfc(decoded.text))) {
      words.push_back({piece, {left, 0, right, kLineHeight}, confidence_of(decoded.probability)});
    }
  }
  return words;
}

// A reading that is in the model's word list takes the place of one that is not, unless the network
// is much surer of the latter.
void BatchEngine::weigh_again(const LineOutput& line, DecodedWord& word) const {
  std::vector<int> labels;
  for (const LabelRun& run : word.runs) labels.push_back(run.label);
  if (!may_be_misread(labels)) return;
  const std::vector<Candidate> readings =
      likely_readings(network_->label_logits(line, word.first, word.end - word.first),
                      network_->label_count(), network_->null_label(), space_label_);
  const double plain = readings.empty() ? 0 : readings.front().log_probability;
  for (const Candidate& reading : readings) {
    if (reading.log_probability + kKnownBonus < plain) return;
    if (!is_known(reading.labels)) continue;
    word.text = text_of(reading.labels);
    return;
  }
}

// The word without the punctuation around it, in small letters; empty when it holds anything else.
std::vector<int> BatchEngine::letters_of(const std::vector<int>& labels) const {
  const auto is_letter = [this](int label) { return small_letter_[label] >= 0; };
  const auto first = std::find_if(labels.begin(), labels.end(), is_letter);
  const auto last = std::find_if(labels.rbegin(), std::make_reverse_iterator(first), is_letter);
  std::vector<int> letters(first, last.base());
  if (!std::all_of(letters.begin(), letters.end(), is_letter)) return {};
  for (int& letter : letters) letter = small_letter_[letter];
  return letters;
}

// A word that is not in the list, or a list's number with a letter of Vietnamese in its place: "ó."
bool BatchEngine::may_be_misread(const std::vector<int>& labels) const {
  const std::vector<int> letters = letters_of(labels);
  if (letters.size() >= kLettersMin) return !is_known(labels);
  return letters.size() == 1 && labels.size() > 1 &&
         charset_.texts[static_cast<std::size_t>(letters.front())].size() > 1;
}

bool BatchEngine::is_known(const std::vector<int>& labels) const {
  if (is_number(text_of(labels))) return true;
  std::vector<int> letters = letters_of(labels);
  if (letters.size() < kLettersMin) return false;
  for (int& letter : letters) letter = charset_.characters[letter];
  return words_.contains(letters);
}

std::string BatchEngine::text_of(const std::vector<int>& labels) const {
  std::string text;
  for (const int label : labels) text += charset_.texts[static_cast<std::size_t>(label)];
  return text;
}

}  // namespace sohoa
