#include "tests/quality/report.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace sohoa::test {

namespace {

constexpr int kShareDecimals = 5;

std::string subject_of(const ScoreRow& row) { return row.page.empty() ? row.kind : row.page; }

std::string line_of(const ScoreRow& row) {
  std::array<char, 200> line{};
  const Score& score = row.score;
  std::snprintf(line.data(), line.size(), "  %-24s %8.2f %% %9.2f %% %8.2f %% %11.0f %% %7d\n",
                row.engine.c_str(), 100 * score.word_recall(), 100 * score.word_precision(),
                100 * score.line_cer(), 100 * score.tone_only_share(), score.truth_words);
  return line.data();
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
    json[row.engine][row.kind] = {
        {"word_recall", rounded(score.word_recall(), kShareDecimals)},
        {"word_precision", rounded(score.word_precision(), kShareDecimals)},
        {"line_cer", rounded(score.line_cer(), kShareDecimals)},
        {"tone_only_share", rounded(score.tone_only_share(), kShareDecimals)},
        {"words", score.truth_words}};
  }
  return json;
}

std::string table_of(const std::vector<ScoreRow>& rows) {
  std::string table =
      "                               recall   precision   line CER   marks only   words\n";
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

}  // namespace sohoa::test
