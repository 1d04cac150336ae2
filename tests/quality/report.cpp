#include "tests/quality/report.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace sohoa::test {

namespace {

constexpr int kShareDecimals = 5;

std::string subject_of(const ScoreRow& row) { return row.page.empty() ? row.kind : row.page; }

/// Empty without a truth about boxes.
std::string edges_part(const WordEdges& edges) {
  if (edges.ends.empty()) return {};
  std::array<char, 100> part{};
  std::snprintf(part.data(), part.size(), " %11.2f %% %5.1f %11.2f %%",
                100 * share_within(edges.ends, kEdgeErrorMax), percentile(edges.ends, 0.99),
                100 * share_within(edges.sides, kEdgeErrorMax));
  return part.data();
}

std::string line_of(const ScoreRow& row) {
  std::array<char, 200> line{};
  const Score& score = row.score;
  std::snprintf(line.data(), line.size(),
                "  %-24s %8.2f %% %9.2f %% %8.2f %% %10.2f %% %7d %5d %7d", row.engine.c_str(),
                100 * score.word_recall(), 100 * score.word_precision(), 100 * score.line_cer(),
                100 * score.tone_only_share(), score.wrong_digit_words, score.lost_words,
                score.truth_words);
  return line.data() + edges_part(score.edges) + '\n';
}

std::string bin_line(double low, double high, const Calibration::Bin& bin) {
  if (bin.words == 0) return {};
  std::array<char, 120> line{};
  std::snprintf(line.data(), line.size(),
                "  %.2f – %.2f %8d words, %7.2f %% right, said %6.2f %%\n", low, high, bin.words,
                100.0 * bin.right / bin.words, 100 * bin.confidence / bin.words);
  return line.data();
}

void add_edges(Json& json, const std::string& name, const std::vector<double>& errors) {
  json[name + "_within_2px"] = rounded(share_within(errors, kEdgeErrorMax), kShareDecimals);
  json[name + "_p95"] = rounded(percentile(errors, 0.95), 2);
  json[name + "_p99"] = rounded(percentile(errors, 0.99), 2);
}

}  // namespace

std::vector<ScoreRow> rows_by_kind(const std::vector<ScoreRow>& pages) {
  std::vector<ScoreRow> rows;
  for (const ScoreRow& page : pages) {
    const auto same = std::find_if(rows.begin(), rows.end(), [&page](const ScoreRow& row) {
      return row.engine == page.engine && row.kind == page.kind;
    });
    if (same == rows.end()) {
      rows.push_back({page.engine, page.kind, "", page.score});
    } else {
      same->score += page.score;
    }
  }
  return rows;
}

Json json_of(const std::vector<ScoreRow>& rows) {
  Json json = Json::object();
  for (const ScoreRow& row : rows) {
    const Score& score = row.score;
    Json& entry = json[row.engine][row.kind];
    entry = {{"word_recall", rounded(score.word_recall(), kShareDecimals)},
             {"word_precision", rounded(score.word_precision(), kShareDecimals)},
             {"line_cer", rounded(score.line_cer(), kShareDecimals)},
             {"tone_only_share", rounded(score.tone_only_share(), kShareDecimals)},
             {"digit_errors", score.wrong_digit_words},
             {"lost_words", score.lost_words},
             {"words", score.truth_words}};
    if (score.edges.ends.empty()) continue;
    add_edges(entry, "edges", score.edges.ends);
    add_edges(entry, "sides", score.edges.sides);
  }
  return json;
}

std::string table_of(const std::vector<ScoreRow>& rows) {
  std::string table =
      "                               recall   precision   line CER   marks only  digits  lost   "
      "words"
      "   edges ≤ 2 px   p99   and top, bottom\n";
  std::vector<ScoreRow> sorted = rows;
  std::stable_sort(sorted.begin(), sorted.end(), [](const ScoreRow& a, const ScoreRow& b) {
    return subject_of(a) < subject_of(b);
  });
  std::string subject;
  for (const ScoreRow& row : sorted) {
    if (subject_of(row) != subject) {
      subject = subject_of(row);
      table += subject;
      if (row.page.empty()) table += " (" + std::to_string(row.score.pages) + " pages)";
      table += '\n';
    }
    table += line_of(row);
  }
  return table;
}

std::string calibration_table_of(const std::vector<ScoreRow>& rows) {
  std::vector<std::pair<std::string, Calibration>> engines;
  for (const ScoreRow& row : rows) {
    if (row.score.calibration.empty()) continue;
    const auto same = std::find_if(engines.begin(), engines.end(),
                                   [&row](const auto& entry) { return entry.first == row.engine; });
    if (same == engines.end()) {
      engines.emplace_back(row.engine, row.score.calibration);
    } else {
      same->second += row.score.calibration;
    }
  }
  std::string table;
  for (const auto& [engine, calibration] : engines) {
    table += engine + ": words by confidence\n";
    for (std::size_t i = 0; i < calibration.bins.size(); ++i) {
      const double low = static_cast<double>(i) / 10;
      table += bin_line(low, low + 0.1, calibration.bins[i]);
    }
    table += bin_line(kSureConfidence, 1, calibration.sure);
  }
  return table;
}

}  // namespace sohoa::test
