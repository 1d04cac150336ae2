#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "models/papers/rule.h"
#include "models/record/declaration.h"
#include "pipeline/base/log.h"
#include "pipeline/package/export/export.h"
#include "pipeline/package/sheet/sheet.h"
#include "pipeline/package/sign/key_file.h"
#include "pipeline/package/sign/sign_settings.h"
#include "pipeline/package/sign/token.h"
#include "pipeline/run/convert.h"
#include "pipeline/run/settings.h"

namespace sohoa {

/// How a command talks to its caller.
struct Talk {
  LogLevel level = LogLevel::kNormal;
  bool json = false;  // JSON lines instead of a bar and sentences
};

struct ConvertCommand {
  std::vector<std::string> inputs;
  ConvertOutputs outputs;
  Settings settings;
  bool overwrite = true;
  Talk talk;
};

struct IntakeCommand {
  std::vector<std::string> inputs;
  std::filesystem::path output;
  Settings settings;
  bool overwrite = true;
  Talk talk;
};

enum class CheckFormat { kText, kJson, kSarif };

struct CheckCommand {
  std::vector<std::filesystem::path> files;
  std::string profile;                  // its name or file
  std::optional<Declaration> declared;  // none: what the record says
  std::filesystem::path trust;          // PEM roots for signatures
  std::optional<Language> language;     // none: as the environment says
  CheckFormat format = CheckFormat::kText;
  Talk talk;
};

struct UnpackCommand {
  std::filesystem::path zip;
  std::filesystem::path folder;
  Talk talk;
};

struct ExportCommand {
  std::filesystem::path record;
  std::filesystem::path output;
  ExportKind kind = ExportKind::kOneStop;
  PackageType type = PackageType::kAip;
  std::filesystem::path metadata;  // empty: none
  std::filesystem::path schemas;   // empty: none
  bool overwrite = true;
  Talk talk;
};

struct InspectCommand {
  std::filesystem::path record;
  std::filesystem::path overlay;     // .pdf or .png; empty: none
  std::optional<Language> language;  // none: as the environment says
  bool overwrite = true;
  Talk talk;
};

struct SheetCommand {
  std::filesystem::path output;
  std::vector<SeparatorSheet> sheets;  // each another
  int count = 1;                       // copies of each
  bool overwrite = true;
  Talk talk;
};

struct DoctorCommand {
  std::string language = "vie";
  Talk talk;
};

/// Where a password or a PIN comes from: a file, the environment, or else the terminal.
struct SecretSource {
  std::filesystem::path file;
  std::string variable;
};

enum class SignMode { kHere, kExport, kImport };

struct SignCommand {
  std::filesystem::path input, output;
  SignMode mode = SignMode::kHere;
  SignSettings settings;    // time 0: the clock's
  std::vector<int> papers;  // of a record; empty: all
  KeyFiles files;
  TokenChoice token;  // no module: files
  SecretSource secret;
  std::filesystem::path answer;  // to import: a signature, or of a record a folder of signed PDFs
  Talk talk;
};

struct VerifyCommand {
  std::vector<std::filesystem::path> files;
  std::filesystem::path trust;
  Talk talk;
};

/// --help, --version and the like: text to print.
struct PrintCommand {
  std::string text;
};

using Command = std::variant<ConvertCommand, IntakeCommand, CheckCommand, UnpackCommand,
                             SignCommand, VerifyCommand, ExportCommand, InspectCommand,
                             SheetCommand, DoctorCommand, PrintCommand>;

/// argv → one command with its settings. Throws Error (kUsage).
Command parse_command_line(int argc, const char* const* argv);

}  // namespace sohoa
