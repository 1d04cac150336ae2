#include "tests/quality/dossiers/dossier_table.h"

#include <cmath>

#include "models/record/json_names.h"
#include "tests/quality/dossiers/share.h"

namespace sohoa::test {

namespace {

constexpr int kShownThresholds[] = {0, 50, 70, 80, 90, 95, 97, 98, 99, 100};  // hundredths

/// "97.50 % (39 of 40)"
std::string part_of(int part, int whole) {
  char text[64];
  std::snprintf(text, sizeof text, "%6.2f %% (%d of %d)", 100 * share_of(part, whole), part, whole);
  return text;
}

std::string split_part(const SplitScore& split) {
  char f1[32];
  std::snprintf(f1, sizeof f1, "%6.2f %%", 100 * split.f1());
  return "split into papers\n  cuts: precision " + part_of(split.right_cuts, split.read_cuts) +
         ", recall " + part_of(split.right_cuts, split.truth_cuts) + ", F1 " + f1 +
         "\n  papers of exactly the right pages " + part_of(split.exact_papers, split.papers) +
         "\n";
}

std::string kinds_part(const KindScore& kinds) {
  std::string text = "kinds\n  known kinds told right " + part_of(kinds.known_right, kinds.known) +
                     "\n  known kinds called unknown " + part_of(kinds.known_denied, kinds.known) +
                     "\n  unknown kinds called so " + part_of(kinds.unknown_right, kinds.unknown) +
                     "\n";
  for (const auto& [pair, count] : kinds.confusions) {
    text += "    " + std::to_string(count) + " × " + pair.first + " called " + pair.second + "\n";
  }
  return text;
}

std::string aside_part(const AsideScore& aside) {
  std::string text = "pages set aside\n";
  for (const auto& [reason, pages] : aside.by_reason) {
    text += "  " + std::string(name_in(kSetAsideNames, reason)) + " " +
            part_of(pages.set_aside, pages.all) + ", for that reason " +
            std::to_string(pages.right_reason) + "\n";
  }
  return text + "  pages of papers, wrongly " + part_of(aside.content_lost, aside.content) + "\n";
}

std::string counts_line(const std::string& name, const FieldCounts& counts) {
  char text[200];
  std::snprintf(text, sizeof text, "  %-28s %8.2f %% %11.2f %% %7d %7d %7d\n", name.c_str(),
                100 * share_of(counts.exact, counts.truth),
                100 * share_of(counts.without_case, counts.truth), counts.wrong, counts.missed,
                counts.truth);
  return text;
}

std::string fields_part(const FieldScore& fields) {
  std::string text =
      "fields                              exact   without case   wrong  missed      of\n";
  text += counts_line("all", fields.total());
  for (const auto& [group, counts] : fields.by_group) {
    text += counts_line(std::string(name_in(kFieldGroupNames, group)), counts);
  }
  if (fields.of_unknown_papers.truth > 0) {
    text += counts_line("of papers of unknown kinds", fields.of_unknown_papers);
  }
  text += "by name\n";
  for (const auto& [name, counts] : fields.by_name) text += counts_line(name, counts);
  text += "  not in truth: " + std::to_string(fields.not_in_truth_total()) + "\n";
  for (const auto& [name, count] : fields.not_in_truth) {
    text += "    " + std::to_string(count) + " × " + name + "\n";
  }
  return text + "  handwritten values flagged as such " +
         part_of(fields.hand_flagged, fields.by_hand) + ", taken as print " +
         std::to_string(fields.hand_as_print) + "\n";
}

std::string acceptance_line(const Acceptance& acceptance) {
  char text[200];
  std::snprintf(
      text, sizeof text,
      "  confidence ≥ %.2f: %6.2f %% of %d fields accepted, of these %6.3f %% (%d) wrong; "
      "%d not in truth\n",
      acceptance.threshold, 100 * acceptance.accepted_share(), acceptance.fields,
      100 * acceptance.error_share(), acceptance.errors, acceptance.not_in_truth);
  return text;
}

std::string straight_part(const StraightThrough& fields) {
  std::string text = "straight through: fields that nobody doubts\n";
  for (const Acceptance& acceptance : fields.curve) {
    for (const int shown : kShownThresholds) {
      if (std::lround(100 * acceptance.threshold) == shown) text += acceptance_line(acceptance);
    }
  }
  if (!fields.chosen || !fields.held_out) {
    return text + "  no threshold lets so few errors through as are allowed\n";
  }
  return text + "  chosen on every other dossier\n" + acceptance_line(*fields.chosen) +
         "  at that threshold on the others\n" + acceptance_line(*fields.held_out);
}

}  // namespace

std::string table_of(const DossierScore& score, const StraightThrough& fields) {
  std::string heading = "understanding of " + std::to_string(score.dossiers) + " dossiers";
  if (score.failed > 0) heading += ", " + std::to_string(score.failed) + " of them FAILED";
  return heading + "\n" + split_part(score.split) + kinds_part(score.kinds) +
         aside_part(score.aside) + fields_part(score.fields) + straight_part(fields);
}

}  // namespace sohoa::test
