#include "models/record/json.h"
#include "models/record/json_numbers.h"

namespace sohoa {

Json json_of(const Report& report) {
  return {{"schema", "sohoa.report/1"},
          {"command", report.command},
          {"output", report.output},
          {"output_sha256", report.output_sha256},
          {"exit_code", report.exit_code},
          {"pages_in", report.pages_in},
          {"pages_out", report.pages_out},
          {"pages_set_aside", report.pages_set_aside},
          {"pages_failed", report.pages_failed},
          {"papers", report.papers},
          {"words", report.words},
          {"mean_confidence", json_share(report.mean_confidence)},
          {"seconds", json_length(report.seconds)},
          {"findings", json_of(report.findings)}};
}

}  // namespace sohoa
