#pragma once

#include <string>
#include <vector>

#include "pipeline/base/json.h"
#include "tests/quality/score.h"

namespace sohoa::test {

/// The score of one engine on one page, or on all pages of a kind.
struct ScoreRow {
  std::string engine;
  std::string kind;
  std::string page;  // empty: all of the kind
  Score score;
};

/// One row for each engine and kind, in the order in which they first come.
std::vector<ScoreRow> rows_by_kind(const std::vector<ScoreRow>& pages);

/// {engine: {kind: {"word_recall", "word_precision", "line_cer", "tone_only_share", "digit_errors",
/// "lost_words", "words"}}}, shares 0 … 1, and "edges_within_2px", "edges_p95", "edges_p99" (px of
/// 300 dpi), the same as "sides_…" with top and bottom, where there is a truth about boxes.
Json json_of(const std::vector<ScoreRow>& rows);

/// For people: the engines side by side under each kind, or page.
std::string table_of(const std::vector<ScoreRow>& rows);

/// Of the engines that give confidences, all kinds together: how many words had which, and how many
/// of them were right.
std::string calibration_table_of(const std::vector<ScoreRow>& rows);

}  // namespace sohoa::test
