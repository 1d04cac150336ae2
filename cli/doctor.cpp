#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "cli/commands.h"
#include "cli/json_lines.h"
#include "pipeline/base/file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/spool.h"
#include "pipeline/base/standard_output.h"
#include "pipeline/package/pdf/subset_font_file.h"
#include "pipeline/recognize/lstm/kernel.h"
#include "pipeline/recognize/reader.h"

namespace sohoa {

namespace {

constexpr std::uintmax_t kTemporaryBytesMin = 1ULL << 30;

/// One thing that the program needs, and how it stands.
struct Checkup {
  std::string name;
  bool fine = false;
  std::string state;   // "22.12.0", "missing"
  std::string remedy;  // the line to type; empty when fine
};

Checkup check_program(const std::string& name, const std::string& package) {
  const std::string path = find_program(name);
  if (!path.empty()) return {name, true, path, ""};
  return {name, false, "missing", "sudo apt-get install " + package};
}

/// Of the processor: what the batch engine runs on, and what else it could.
Checkup check_kernel() {
  try {
    std::string state = chosen_kernel().name;
    for (const Kernel* kernel : usable_kernels()) {
      if (kernel != &chosen_kernel()) state += std::string(", or ") + kernel->name;
    }
    return {"kernel", true, state, ""};
  } catch (const Error& error) {
    return {"kernel", false, error.subject() + " " + error.reason(), error.remedy()};
  }
}

std::vector<Checkup> check_reader(const std::string& language) {
  try {
    ReaderSettings settings;
    settings.language = language;
    std::vector<Checkup> checkups;
    for (const Ingredient& part : make_reader(settings)->ingredients()) {
      const std::string state = part.version.empty() ? part.sha256.substr(0, 16) : part.version;
      checkups.push_back({part.name, true, state, ""});
    }
    return checkups;
  } catch (const Error& error) {
    return {{error.subject(), false, error.reason(), error.remedy()}};
  }
}

/// Of visible signatures.
Checkup check_font() {
  try {
    return {"Liberation Serif", true, subset_font_file().string(), ""};
  } catch (const Error& error) {
    return {error.subject(), false, error.reason(), error.remedy()};
  }
}

Checkup check_temporary_folder() {
  const std::filesystem::path folder = temporary_folder_of_system();
  const std::string name = "temporary folder " + folder.string();
  try {
    const Spool probe(folder);
    const std::uintmax_t free = std::filesystem::space(folder).available;
    const std::string state = std::to_string(free >> 20) + " MB free";
    if (free >= kTemporaryBytesMin) return {name, true, state, ""};
    return {name, false, state, "free some space, or set TMPDIR to a folder with more"};
  } catch (const std::exception& error) {
    return {name, false, error.what(), "set TMPDIR to a folder that you may write to"};
  }
}

Json json_of_checkups(const std::vector<Checkup>& checkups, bool fine) {
  Json list = Json::array();
  for (const Checkup& checkup : checkups) {
    list.push_back({{"name", checkup.name},
                    {"fine", checkup.fine},
                    {"state", checkup.state},
                    {"remedy", checkup.remedy}});
  }
  return {{"schema", "sohoa.doctor/1"}, {"fine", fine}, {"checkups", std::move(list)}};
}

void print_checkup(const Checkup& checkup) {
  std::string line =
      (checkup.fine ? "ok       " : "MISSING  ") + checkup.name + ": " + checkup.state;
  if (!checkup.remedy.empty()) line += "; " + checkup.remedy;
  write_to_standard_output(as_bytes(line + "\n"));
}

}  // namespace

ExitCode run_doctor(const DoctorCommand& command) {
  std::vector<Checkup> checkups = {
      {kProgramName, true, kProgramVersion, ""},
      {"processors", true, std::to_string(std::thread::hardware_concurrency()), ""}};
  checkups.push_back(check_kernel());
  for (Checkup& checkup : check_reader(command.language)) checkups.push_back(std::move(checkup));
  checkups.push_back(check_program("pdftoppm", "poppler-utils"));
  checkups.push_back(check_program("pdftotext", "poppler-utils"));
  checkups.push_back(check_font());
  checkups.push_back(check_temporary_folder());
  bool fine = true;
  for (const Checkup& checkup : checkups) fine = fine && checkup.fine;
  if (command.talk.json) {
    print_json_line(json_of_checkups(checkups, fine));
  } else {
    for (const Checkup& checkup : checkups) print_checkup(checkup);
  }
  return fine ? ExitCode::kDone : ExitCode::kDependency;
}

}  // namespace sohoa
