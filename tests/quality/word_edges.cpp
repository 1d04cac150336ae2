#include "tests/quality/word_edges.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>

#include "pipeline/base/text.h"
#include "tests/quality/page_words.h"

namespace sohoa::test {

namespace {

constexpr double kDpi = 300;
constexpr double kDistanceMax = 1;  // inches: farther away it is another word of the same text

std::vector<ReadWord> truth_words(const Json& truth, const Matrix& to_upright) {
  std::vector<ReadWord> words;
  for (const Json& line : truth.at("lines")) {
    for (const Json& word : line.at("words")) {
      if (word.at("ink") != "print") continue;
      const std::vector<double> box = word.at("box");
      words.push_back({to_nfc(word.at("text").get<std::string>()), 1,
                       to_upright * Box{box.at(0), box.at(1), box.at(2), box.at(3)}});
    }
  }
  return words;
}

bool on_one_line(const Box& a, const Box& b) {
  return std::min(a.bottom, b.bottom) > std::max(a.top, b.top);
}

/// Distance along the line, index into the truth, index into what was read.
using Pair = std::tuple<double, std::size_t, std::size_t>;

std::vector<Pair> possible_pairs(const std::vector<ReadWord>& truth,
                                 const std::vector<ReadWord>& read, double distance_max) {
  std::vector<Pair> pairs;
  for (std::size_t t = 0; t < truth.size(); ++t) {
    for (std::size_t r = 0; r < read.size(); ++r) {
      const double distance = std::abs(truth[t].box.centre().x - read[r].box.centre().x);
      if (distance <= distance_max && on_one_line(truth[t].box, read[r].box) &&
          truth[t].text == read[r].text) {
        pairs.emplace_back(distance, t, r);
      }
    }
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace

WordEdges& WordEdges::operator+=(const WordEdges& other) {
  ends.insert(ends.end(), other.ends.begin(), other.ends.end());
  sides.insert(sides.end(), other.sides.begin(), other.sides.end());
  return *this;
}

double share_within(std::span<const double> errors, double bound) {
  if (errors.empty()) return 0;
  const auto within =
      std::count_if(errors.begin(), errors.end(), [bound](double error) { return error <= bound; });
  return static_cast<double>(within) / static_cast<double>(errors.size());
}

double percentile(std::vector<double> errors, double share) {
  if (errors.empty()) return 0;
  std::sort(errors.begin(), errors.end());
  const double rank = std::ceil(share * static_cast<double>(errors.size()));
  return errors[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

WordEdges edges_of(const Json& page_truth, const Json& read_page) {
  const std::vector<ReadWord> truth = truth_words(page_truth, turn_of(read_page));
  const std::vector<ReadWord> read = read_words(read_page);
  const double along = kDpi / read_page.at("dpi").at("x").get<double>();
  const double down = kDpi / read_page.at("dpi").at("y").get<double>();
  WordEdges edges;
  std::vector<bool> truth_done(truth.size()), read_done(read.size());
  for (const auto& [distance, t, r] : possible_pairs(truth, read, kDistanceMax * kDpi / along)) {
    if (truth_done[t] || read_done[r]) continue;
    truth_done[t] = read_done[r] = true;
    const Box& a = truth[t].box;
    const Box& b = read[r].box;
    const double ends = std::max(std::abs(a.left - b.left), std::abs(a.right - b.right)) * along;
    const double levels = std::max(std::abs(a.top - b.top), std::abs(a.bottom - b.bottom)) * down;
    edges.ends.push_back(ends);
    edges.sides.push_back(std::max(ends, levels));
  }
  return edges;
}

}  // namespace sohoa::test
