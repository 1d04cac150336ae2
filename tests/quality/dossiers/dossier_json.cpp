#include "tests/quality/dossiers/dossier_json.h"

#include "models/record/json_names.h"
#include "tests/quality/dossiers/share.h"

namespace sohoa::test {

namespace {

constexpr int kShareDecimals = 5;

double json_share(double share) { return rounded(share, kShareDecimals); }

Json json_of(const SplitScore& split) {
  return {{"cuts", split.truth_cuts},
          {"cuts_read", split.read_cuts},
          {"cuts_right", split.right_cuts},
          {"precision", json_share(split.precision())},
          {"recall", json_share(split.recall())},
          {"f1", json_share(split.f1())},
          {"papers", split.papers},
          {"exact_papers", json_share(split.exact())}};
}

Json json_of(const KindScore& kinds) {
  Json confusions = Json::array();
  for (const auto& [pair, count] : kinds.confusions) {
    confusions.push_back({{"truth", pair.first}, {"read", pair.second}, {"papers", count}});
  }
  return {{"known", kinds.known},
          {"accuracy", json_share(kinds.accuracy())},
          {"known_called_unknown", kinds.known_denied},
          {"unknown", kinds.unknown},
          {"unknown_recall", json_share(kinds.unknown_recall())},
          {"confusions", std::move(confusions)}};
}

Json json_of(const AsideScore& aside) {
  Json json = {{"content", aside.content}, {"content_set_aside", aside.content_lost}};
  for (const auto& [reason, pages] : aside.by_reason) {
    json[std::string(name_in(kSetAsideNames, reason))] = {
        {"pages", pages.all}, {"set_aside", pages.set_aside}, {"right_reason", pages.right_reason}};
  }
  return json;
}

Json json_of(const FieldCounts& counts) {
  return {{"truth", counts.truth},
          {"exact", counts.exact},
          {"exact_share", json_share(share_of(counts.exact, counts.truth))},
          {"without_case_share", json_share(share_of(counts.without_case, counts.truth))},
          {"wrong", counts.wrong},
          {"missed", counts.missed}};
}

Json json_of(const FieldScore& fields) {
  Json json = {{"total", json_of(fields.total())},
               {"of_unknown_papers", json_of(fields.of_unknown_papers)},
               {"not_in_truth", fields.not_in_truth},
               {"by_hand", fields.by_hand},
               {"by_hand_flagged", fields.hand_flagged},
               {"by_hand_taken_as_print", fields.hand_as_print},
               {"by_group", Json::object()},
               {"by_name", Json::object()}};
  for (const auto& [group, counts] : fields.by_group) {
    json["by_group"][std::string(name_in(kFieldGroupNames, group))] = json_of(counts);
  }
  for (const auto& [name, counts] : fields.by_name) json["by_name"][name] = json_of(counts);
  return json;
}

Json json_of(const Acceptance& acceptance) {
  return {{"threshold", rounded(acceptance.threshold, 2)},
          {"fields", acceptance.fields},
          {"accepted", acceptance.accepted},
          {"accepted_share", json_share(acceptance.accepted_share())},
          {"errors", acceptance.errors},
          {"error_share", json_share(acceptance.error_share())},
          {"not_in_truth", acceptance.not_in_truth}};
}

Json json_of(const std::optional<Acceptance>& acceptance) {
  return acceptance ? json_of(*acceptance) : Json();
}

}  // namespace

Json json_of(const DossierScore& score, const StraightThrough& fields) {
  Json curve = Json::array();
  for (const Acceptance& acceptance : fields.curve) curve.push_back(json_of(acceptance));
  return {{"dossiers", score.dossiers},
          {"failed", score.failed},
          {"split", json_of(score.split)},
          {"kinds", json_of(score.kinds)},
          {"set_aside", json_of(score.aside)},
          {"fields", json_of(score.fields)},
          {"straight_through",
           {{"curve", std::move(curve)},
            {"chosen", json_of(fields.chosen)},
            {"held_out", json_of(fields.held_out)}}}};
}

}  // namespace sohoa::test
