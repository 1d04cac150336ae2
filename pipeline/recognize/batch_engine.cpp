#include "pipeline/recognize/batch_engine.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/base/digest.h"
#include "pipeline/base/text.h"
#include "pipeline/recognize/guard.h"
#include "pipeline/recognize/languages.h"
#include "pipeline/recognize/lstm/byte_reader.h"

namespace sohoa {

namespace {

constexpr char kName[] = "sohoa-batch";
constexpr char kVersion[] = "1";  // rises when the same lines are read otherwise

// A batch holds about 0.6 KB of activations a px: bounds the memory that a page of noise takes.
constexpr std::size_t kBatchPixelsMax = 200'000;

// Under it, a word is weighed against other readings.
constexpr double kSureProbability = 0.99;
constexpr double kSureOfLanguage = 0.998;  // the same, where the words around it are weighed too
// What it is worth, in nats, that there is such a word.
constexpr double kKnownBonus = 4;

// Makes confidences on which one set of thresholds serves both engines: a word that is half certain
// gets 0.45 (libtesseract's scale has 0.35 here, but knows junk by more than its weakest letter).
constexpr double kConfidencePerNat = 0.8;

double confidence_of(double probability) {
  if (probability <= 0) return 0;
  return std::clamp(1 + kConfidencePerNat * std::log(probability), 0.0, 1.0);
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
  const std::string name = settings.model.empty() ? language_ : settings.model;
  const std::filesystem::path file = model_file(name, settings.model_folder);
  const TrainedData model = read_traineddata(file);
  LineNetwork network = parse_network(model.part(ModelPart::kNetwork));
  if (network.height != kLineHeight) {
    throw UnusableModel("its lines are " + std::to_string(network.height) + " px high");
  }
  charset_ = parse_charset(model, network.output.rows, network.null_label);
  known_words_ = std::make_unique<KnownWords>(charset_, model.part(ModelPart::kWords));
  const auto space = std::find(charset_.texts.begin(), charset_.texts.end(), " ");
  if (space != charset_.texts.end()) {
    space_label_ = static_cast<int>(space - charset_.texts.begin());
  }
  network_ =
      std::make_unique<BatchNetwork>(std::move(network), chosen_kernel(), Activation::kPolynomial);
  ingredients_ = {{kName, kVersion, ""}, {name + ".traineddata", "", sha256_of(model.bytes())}};
  const auto file_of_words = language_model_file(name, file.parent_path());
  if (settings.guard && file_of_words) {
    const std::string words_name = file_of_words->filename().string();
    language_file_.emplace(*file_of_words);
    language_model_.emplace(language_file_->bytes(), words_name);
    ingredients_.push_back({words_name, "", sha256_of(language_file_->bytes())});
  }
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
  std::vector<DecodedWord> all = decode_greedily(line.steps, charset_, network_->null_label());
  if (language_model_) {
    weigh_by_language(line, all);
  } else {
    for (DecodedWord& decoded : all) {
      if (decoded.probability < kSureProbability) weigh_again(line, decoded);
    }
  }
  for (const DecodedWord& decoded : all) {
    const double left = decoded.runs.front().first * network_->step_width();
    const double right = decoded.runs.back().end * network_->step_width();
    for (const std::string& piece : split_words(to_nfc(decoded.text))) {
      words.push_back({piece, {left, 0, right, kLineHeight}, confidence_of(decoded.probability)});
    }
  }
  return words;
}

void BatchEngine::weigh_by_language(const LineOutput& line, std::vector<DecodedWord>& words) const {
  std::vector<WordReadings> all;
  for (const DecodedWord& word : words) {
    all.push_back({{to_nfc(word.text), 0}});
    if (word.probability >= kSureOfLanguage || !is_plain_word(all.back().front().text)) continue;
    WordReadings readings;
    for (const Candidate& candidate : readings_of(line, word)) {
      std::string text = to_nfc(text_of(charset_, candidate.labels));
      if (is_plain_word(text)) readings.push_back({std::move(text), candidate.log_probability});
    }
    if (!readings.empty()) all.back() = std::move(readings);
  }
  const std::vector<std::size_t> chosen = choose_readings(*language_model_, all);
  for (std::size_t i = 0; i < words.size(); ++i) words[i].text = all[i][chosen[i]].text;
}

std::vector<Candidate> BatchEngine::readings_of(const LineOutput& line,
                                                const DecodedWord& word) const {
  const int count = word.end - word.first;
  const auto steps =
      std::span(line.steps)
          .subspan(static_cast<std::size_t>(word.first), static_cast<std::size_t>(count));
  return likely_readings(network_->label_logits(line, word.first, count), steps,
                         network_->null_label(), space_label_);
}

// A reading that is in the model's word list takes the place of one that is not, unless the network
// is much surer of the latter.
void BatchEngine::weigh_again(const LineOutput& line, DecodedWord& word) const {
  std::vector<int> labels;
  for (const LabelRun& run : word.runs) labels.push_back(run.label);
  if (!known_words_->may_be_misread(labels)) return;
  const std::vector<Candidate> readings = readings_of(line, word);
  const double plain = readings.empty() ? 0 : readings.front().log_probability;
  for (const Candidate& reading : readings) {
    if (reading.log_probability + kKnownBonus < plain) return;
    if (!known_words_->contains(reading.labels)) continue;
    word.text = text_of(charset_, reading.labels);
    return;
  }
}

}  // namespace sohoa
