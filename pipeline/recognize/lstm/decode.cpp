#include "pipeline/recognize/lstm/decode.h"

#include <algorithm>
#include <cmath>

namespace sohoa {

namespace {

constexpr std::size_t kBeamWidth = 24;
constexpr double kLabelLogMin = -7;  // a label less likely than e^−7 at its step is not followed
constexpr double kPathLogMin = -8;   // nor a path less likely than e^−8 of the best
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

/// Beginnings of readings, as a tree of labels: those that begin alike share a path from the root.
class LabelTree {
 public:
  static constexpr int kRoot = 0;

  int label(int node) const { return nodes_[static_cast<std::size_t>(node)].label; }

  /// `node` and one label more.
  int longer(int node, int label) {
    int child = nodes_[static_cast<std::size_t>(node)].first_child;
    while (child >= 0 && nodes_[static_cast<std::size_t>(child)].label != label) {
      child = nodes_[static_cast<std::size_t>(child)].next_sibling;
    }
    if (child >= 0) return child;
    child = static_cast<int>(nodes_.size());
    nodes_.push_back({node, label, -1, nodes_[static_cast<std::size_t>(node)].first_child});
    nodes_[static_cast<std::size_t>(node)].first_child = child;
    return child;
  }

  std::vector<int> labels(int node) const {
    std::vector<int> labels;
    for (; node != kRoot; node = nodes_[static_cast<std::size_t>(node)].parent) {
      labels.push_back(label(node));
    }
    std::reverse(labels.begin(), labels.end());
    return labels;
  }

 private:
  struct Node {
    int parent = -1;
    int label = -1;
    int first_child = -1;
    int next_sibling = -1;
  };
  std::vector<Node> nodes_{1};
};

/// The best path to a beginning of a reading.
struct Path {
  int node = LabelTree::kRoot;
  bool after_null = true;  // a label that follows is a new one, even if it is the same
  double score = 0;
};

void improve(std::vector<Path>& paths, const Path& path) {
  for (Path& other : paths) {
    if (other.node != path.node || other.after_null != path.after_null) continue;
    other.score = std::max(other.score, path.score);
    return;
  }
  paths.push_back(path);
}

struct ScoredLabel {
  int label = 0;
  double score = 0;
};

/// Null, and what is not much less likely than the likeliest. ln P, for the sum of all is known
/// from that one.
void likely_labels(std::span<const float> logits, const RankedLabels& step, int null_label,
                   int space_label, std::vector<ScoredLabel>& labels) {
  labels.clear();
  const double log_sum = static_cast<double>(logits[static_cast<std::size_t>(step.first)]) -
                         std::log(static_cast<double>(step.first_probability));
  const auto logit_min = static_cast<float>(log_sum + kLabelLogMin);
  for (int label = 0; label < static_cast<int>(logits.size()); ++label) {
    const float logit = logits[static_cast<std::size_t>(label)];
    if (label == space_label || (logit < logit_min && label != null_label)) continue;
    labels.push_back({label, static_cast<double>(logit) - log_sum});
  }
}

/// At most `count`, best first, and none that is far behind.
void keep_best(std::vector<Path>& paths, std::size_t count) {
  std::stable_sort(paths.begin(), paths.end(),
                   [](const Path& a, const Path& b) { return a.score > b.score; });
  const auto is_near = [&paths](const Path& path) {
    return path.score >= paths.front().score + kPathLogMin;
  };
  const auto far = std::find_if_not(paths.begin(), paths.end(), is_near);
  paths.resize(std::min(count, static_cast<std::size_t>(far - paths.begin())));
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

std::vector<Candidate> likely_readings(std::span<const float> logits,
                                       std::span<const RankedLabels> steps, int null_label,
                                       int space_label) {
  LabelTree tree;
  std::vector<Path> paths(1), next;
  std::vector<ScoredLabel> labels;
  const std::size_t label_count = steps.empty() ? 0 : logits.size() / steps.size();
  for (std::size_t at = 0; at < steps.size(); ++at) {
    likely_labels(logits.subspan(at * label_count, label_count), steps[at], null_label, space_label,
                  labels);
    next.clear();
    for (const Path& path : paths) {
      for (const ScoredLabel& one : labels) {
        const bool is_null = one.label == null_label;
        const bool repeats = !path.after_null && tree.label(path.node) == one.label;
        const int node = is_null || repeats ? path.node : tree.longer(path.node, one.label);
        improve(next, {node, is_null, path.score + one.score});
      }
    }
    keep_best(next, kBeamWidth);
    paths.swap(next);
  }
  next.clear();
  for (const Path& path : paths) improve(next, {path.node, true, path.score});
  keep_best(next, kReadingsMax);
  std::vector<Candidate> readings;
  for (const Path& path : next) readings.push_back({tree.labels(path.node), path.score});
  return readings;
}

}  // namespace sohoa
