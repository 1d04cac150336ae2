#include "pipeline/recognize/lstm/decode.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace sohoa {

namespace {

constexpr std::size_t kBeamWidth = 24;
constexpr double kLabelLogMin = -7;  // a label less likely than e^−7 at its step is not followed
constexpr std::size_t kReadingsMax = 12;

std::vector<LabelRun> label_runs(std::span<const RankedLabels> steps, int null_label) {
  std::vector<LabelRun> runs;
  int before = null_label;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const RankedLabels& step = steps[i];
    const int at = static_cast<int>(i);
    if (step.first != null_label) {
      if (step.first != before) runs.push_back({step.first, at, at, 0});
      runs.back().end = at + 1;
      runs.back().probability = std::max<double>(runs.back().probability, step.first_probability);
    }
    before = step.first;
  }
  return runs;
}

/// How likely it is that nothing stands between two characters: no label but theirs comes near.
double nothing_between(std::span<const RankedLabels> steps, int first, int end, int left,
                       int right) {
  double doubt = 0;
  for (int i = first; i < end; ++i) {
    const RankedLabels& step = steps[static_cast<std::size_t>(i)];
    if (step.second == left || step.second == right) continue;
    doubt = std::max<double>(doubt, step.second_probability);
  }
  return 1 - doubt;
}

void finish_word(std::span<const RankedLabels> steps, const Charset& charset, DecodedWord& word) {
  word.probability = 1;
  for (std::size_t i = 0; i < word.runs.size(); ++i) {
    const LabelRun& run = word.runs[i];
    word.text += charset.texts[static_cast<std::size_t>(run.label)];
    word.probability = std::min(word.probability, run.probability);
    if (i == 0) continue;
    const LabelRun& before = word.runs[i - 1];
    word.probability = std::min(
        word.probability, nothing_between(steps, before.end, run.first, before.label, run.label));
  }
}

/// A beginning of a reading: its labels, and whether the last step was null.
struct Prefix {
  std::vector<int> labels;
  bool after_null = true;

  auto operator<=>(const Prefix&) const = default;
};

using Beam = std::map<Prefix, double>;

void improve(Beam& beam, Prefix prefix, double score) {
  const auto [place, added] = beam.try_emplace(std::move(prefix), score);
  if (!added) place->second = std::max(place->second, score);
}

std::vector<std::pair<int, double>> likely_labels(std::span<const float> logits, int null_label,
                                                  int space_label) {
  const float largest = *std::max_element(logits.begin(), logits.end());
  double sum = 0;
  for (const float logit : logits) sum += std::exp(static_cast<double>(logit - largest));
  const double log_sum = std::log(sum);
  std::vector<std::pair<int, double>> labels;
  for (int label = 0; label < static_cast<int>(logits.size()); ++label) {
    const double score = static_cast<double>(logits[label] - largest) - log_sum;
    if (label != space_label && (label == null_label || score > kLabelLogMin)) {
      labels.emplace_back(label, score);
    }
  }
  return labels;
}

Beam widened(const Beam& beam, const std::vector<std::pair<int, double>>& labels, int null_label) {
  Beam next;
  for (const auto& [prefix, score] : beam) {
    for (const auto& [label, label_score] : labels) {
      const bool repeats =
          !prefix.after_null && !prefix.labels.empty() && prefix.labels.back() == label;
      Prefix longer{prefix.labels, label == null_label};
      if (label != null_label && !repeats) longer.labels.push_back(label);
      improve(next, std::move(longer), score + label_score);
    }
  }
  return next;
}

Beam best_of(const Beam& beam) {
  if (beam.size() <= kBeamWidth) return beam;
  std::vector<std::pair<double, const Prefix*>> ranked;
  for (const auto& [prefix, score] : beam) ranked.emplace_back(score, &prefix);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  Beam best;
  for (std::size_t i = 0; i < kBeamWidth; ++i) best.emplace(*ranked[i].second, ranked[i].first);
  return best;
}

}  // namespace

std::vector<DecodedWord> decode_greedily(std::span<const RankedLabels> steps,
                                         const Charset& charset, int null_label) {
  std::vector<DecodedWord> words;
  bool open = false;
  int first = 0;
  for (const LabelRun& run : label_runs(steps, null_label)) {
    if (charset.texts[static_cast<std::size_t>(run.label)] == " ") {
      if (open) words.back().end = run.first;
      open = false;
      first = run.end;
      continue;
    }
    if (!open) words.push_back({"", {}, first, static_cast<int>(steps.size()), 0});
    open = true;
    words.back().runs.push_back(run);
  }
  for (DecodedWord& word : words) finish_word(steps, charset, word);
  return words;
}

std::vector<Candidate> likely_readings(std::span<const float> logits, int label_count,
                                       int null_label, int space_label) {
  Beam beam{{Prefix{}, 0.0}};
  for (std::size_t at = 0; at + label_count <= logits.size(); at += label_count) {
    const auto labels = likely_labels(logits.subspan(at, label_count), null_label, space_label);
    beam = best_of(widened(beam, labels, null_label));
  }
  std::map<std::vector<int>, double> scores;
  for (const auto& [prefix, score] : beam) {
    const auto [place, added] = scores.try_emplace(prefix.labels, score);
    if (!added) place->second = std::max(place->second, score);
  }
  std::vector<Candidate> readings;
  for (const auto& [labels, score] : scores) readings.push_back({labels, score});
  std::stable_sort(readings.begin(), readings.end(), [](const Candidate& a, const Candidate& b) {
    return a.log_probability > b.log_probability;
  });
  if (readings.size() > kReadingsMax) readings.resize(kReadingsMax);
  return readings;
}

}  // namespace sohoa
