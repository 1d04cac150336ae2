#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <sstream>

#include "cli/subcommand.h"
#include "pipeline/base/error.h"

namespace sohoa {

namespace {

constexpr char kExamples[] = R"(Examples:
  sohoa convert scan.pdf searchable.pdf            a text layer under every page
  sohoa convert -r -d p1.jpg p2.jpg out.pdf        pages turned upright and straightened
  sohoa convert --sidecar text.txt scan.tif out.pdf
  scanner | sohoa convert - - > out.pdf            in a pipe
  sohoa intake scans/ -o dossier.zip               a folder of scans → one verified record
  sohoa check dossier.zip                          is it whole, and as it was made?
  sohoa inspect dossier.zip --overlay seen.pdf     what was understood, and where it stands
  sohoa unpack dossier.zip dossier/                its files, when nothing in it is hostile
  sohoa sign in.pdf out.pdf --p12 me.p12 --name "Nguyễn Thị Ẩn"      a visible signature
  sohoa verify out.pdf                             who signed it, and is it unchanged?
  sohoa export dossier.zip aip.zip --as archive --metadata facts.json
  sohoa sheet -o sheets.pdf --paper giay-khai-sinh --count 20        sheets between papers
  sohoa doctor                                     is all here that is needed?

Exit codes: 0 done, 1 usage, 2 input unreadable, 3 done but something needs a person,
4 output or disk failure, 5 dependency missing, 130 interrupted.)";

struct SubcommandRow {
  const char* name;
  const char* purpose;
  std::unique_ptr<Subcommand> (*subcommand)(CLI::App&);
};

// In the order of --help.
constexpr SubcommandRow kSubcommands[] = {
    {"convert", "Scans or a PDF in, one searchable PDF/A out", convert_subcommand},
    {"intake", "A dossier's scans in, one verified zip out", intake_subcommand},
    {"check", "Is a package whole and as it was made? Is a PDF a PDF/A?", check_subcommand},
    {"unpack", "A package's files into a folder; nothing of a hostile one", unpack_subcommand},
    {"sign", "A PDF, signed (PAdES); what was signed before stays valid", sign_subcommand},
    {"verify", "What the signatures of PDFs say, and how they stand", verify_subcommand},
    {"export", "Another package of a record: for an archive, for transfer", export_subcommand},
    {"inspect", "What a record says: papers, their kinds, fields and where they stand",
     inspect_subcommand},
    {"sheet", "Sheets to print and lay between the papers of a stack", sheet_subcommand},
    {"doctor", "What is installed, what is missing", doctor_subcommand}};

Error usage_error(const CLI::ParseError& error, const std::string& command) {
  std::string reason = error.what();
  std::replace(reason.begin(), reason.end(), '\n', ' ');
  return Error(ExitCode::kUsage, command, reason, "see `" + command + " --help`");
}

Error no_command(const std::string& name) {
  std::string list;
  for (const SubcommandRow& row : kSubcommands)
    list += (list.empty() ? "" : ", ") + std::string(row.name);
  return Error(ExitCode::kUsage, name, "is no command", "one of them is needed: " + list);
}

/// A variable of the caller's that is not set would quietly change what was asked for.
void refuse_empty_values(const CLI::App& subcommand) {
  for (const CLI::Option* option : subcommand.get_options()) {
    const std::vector<std::string>& values = option->results();
    if (std::find(values.begin(), values.end(), "") == values.end()) continue;
    throw Error(ExitCode::kUsage, option->get_name(), "is empty",
                "give it a value, or leave it out");
  }
}

}  // namespace

Command parse_command_line(int argc, const char* const* argv) {
  CLI::App app("sohoa turns paper into searchable, verifiable records.", kProgramName);
  app.set_version_flag("--version", std::string(kProgramName) + " " + kProgramVersion);
  app.footer(kExamples);
  app.require_subcommand(1);
  std::map<const CLI::App*, std::unique_ptr<Subcommand>> subcommands;
  for (const SubcommandRow& row : kSubcommands) {
    CLI::App* subcommand = app.add_subcommand(row.name, row.purpose);
    subcommands[subcommand] = row.subcommand(*subcommand);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {  // --help, --version
    std::ostringstream text;
    std::ostringstream ignored;
    app.exit(success, text, ignored);
    return PrintCommand{text.str()};
  } catch (const CLI::ParseError& error) {
    const std::vector<CLI::App*> chosen = app.get_subcommands();
    if (chosen.empty() && argc > 1 && *argv[1] != '-') throw no_command(argv[1]);
    const std::string command = chosen.empty() ? "" : " " + chosen.front()->get_name();
    throw usage_error(error, kProgramName + command);
  }
  const CLI::App* chosen = app.get_subcommands().front();
  refuse_empty_values(*chosen);
  return subcommands.at(chosen)->command();
}

}  // namespace sohoa
