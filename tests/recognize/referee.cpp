#include "tests/recognize/referee.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>

#include "pipeline/recognize/languages.h"
#include "pipeline/recognize/reader.h"

namespace sohoa::test {

namespace {

constexpr double kNamedProbability = 0.01;  // libtesseract tells of labels likelier than that

}  // namespace

Referee::Referee(const std::string& language) : api_(std::make_unique<tesseract::TessBaseAPI>()) {
  const TrainedData model = read_traineddata(model_file(language, {}));
  LineNetwork network = parse_network(model.part(ModelPart::kNetwork));
  charset_ = parse_charset(model, network.output.rows, network.null_label);
  network_ =
      std::make_unique<BatchNetwork>(std::move(network), chosen_kernel(), Activation::kTable);
  // Its maker also keeps this thread of libtesseract from opening teams of threads.
  make_reader({language, {}, EngineChoice::kTesseract});
  api_->Init(nullptr, language.c_str(), tesseract::OEM_LSTM_ONLY);
  api_->SetVariable("tessedit_do_invert", "0");
  api_->SetVariable("lstm_choice_mode", "1");
  api_->SetPageSegMode(tesseract::PSM_RAW_LINE);
}

Referee::~Referee() = default;

std::vector<Disagreement> Referee::judge(std::span<const Image> lines) {
  const std::vector<LineOutput> outputs = network_->run(lines);
  std::vector<Disagreement> all;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    all.push_back(compare(outputs[i].steps, their_steps(lines[i])));
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

// libtesseract names a label by the character with the label's number and two, as characters 1 and
// 2 have none of their own, and the last two labels, the null label one of them, not at all.
std::string Referee::name_of(int label) const {
  const bool named = label + 2 < static_cast<int>(charset_.texts.size());
  return named ? charset_.texts[static_cast<std::size_t>(label)] : "";
}

}  // namespace sohoa::test
