#include <algorithm>

#include "cli/commands.h"
#include "cli/inspect_formats.h"
#include "cli/inspect_overlay.h"
#include "cli/language.h"
#include "cli/output_file.h"
#include "pipeline/base/printable.h"
#include "pipeline/base/standard_output.h"
#include "pipeline/package/verify.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

bool names_kinds(const Record& record) {
  const std::vector<Paper>& papers = record.dossier.papers;
  return std::any_of(papers.begin(), papers.end(),
                     [](const Paper& paper) { return !paper.kind.empty(); });
}

std::vector<fs::path> files_to_write(const InspectCommand& command, const Record& record) {
  std::size_t page_count = 0;
  for (const Paper& paper : record.dossier.papers) page_count += paper.pages.size();
  std::vector<fs::path> files = overlay_files(command.overlay, static_cast<int>(page_count));
  for (const fs::path& file : files) {
    refuse_folder(file);
    refuse_same_file(file, command.record);
    if (!command.overwrite) refuse_if_there(file);
  }
  return files;
}

}  // namespace

ExitCode run_inspect(const InspectCommand& command) {
  const RecordSource source(command.record);
  if (!command.overlay.empty()) {
    const std::vector<Finding> faults = verify_package(command.record);
    if (!faults.empty()) {
      throw Error(ExitCode::kInput, faults.front().subject, faults.front().reason,
                  "see `sohoa check`; without --overlay the record is shown as it is");
    }
    const std::vector<fs::path> files = files_to_write(command, source.record());
    write_overlay_files(source, files);
  }
  InspectedRecord inspected{command.record, source.record(), {}};
  if (names_kinds(inspected.record)) inspected.kinds = load_kinds();
  if (command.talk.json) {
    write_to_standard_output(as_bytes(printable_json(json_line(json_of_inspect(inspected)))));
  } else if (command.talk.level != LogLevel::kQuiet) {
    const Language language = command.language.value_or(language_of_environment());
    write_to_standard_output(as_bytes(inspect_text(inspected, language, palette_of_output())));
  }
  return needs_a_person(inspected.record.dossier) ? ExitCode::kAttention : ExitCode::kDone;
}

}  // namespace sohoa
