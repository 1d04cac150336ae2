#include "cli/signing.h"

#include "cli/json_lines.h"
#include "cli/report_printer.h"
#include "cli/secret.h"
#include "models/record/json.h"
#include "pipeline/package/sign/signing_time.h"

namespace sohoa {

namespace {

Json json_of_signing(const SignCommand& command, const SigningOutcome& outcome) {
  Json json = {{"schema", "sohoa.sign/1"},
               {"file", command.input.string()},
               {"output", command.output.string()},
               {"findings", json_of(outcome.findings)}};
  if (!outcome.signer.empty()) {
    json["signer"] = outcome.signer;
    json["signing_time"] = iso_time(command.settings.time);
  }
  if (!outcome.papers.empty()) json["papers"] = outcome.papers;
  return json;
}

std::string sentence(const SignCommand& command, const SigningOutcome& outcome) {
  const std::size_t count = outcome.papers.size();
  std::string text = command.output.string() + ": ";
  if (count > 0) text += std::to_string(count) + (count == 1 ? " paper " : " papers ");
  text += "signed";
  return outcome.signer.empty() ? text : text + " by " + outcome.signer;
}

}  // namespace

std::unique_ptr<Signer> open_signer(const SignCommand& command) {
  if (!command.token.module.empty()) {
    return open_token(command.token, read_secret(command.secret, "PIN"));
  }
  const bool named = !command.secret.file.empty() || !command.secret.variable.empty();
  const bool locked = named || wants_password(command.files);
  return open_key_file(command.files, locked ? read_secret(command.secret, "Password") : "");
}

ExitCode print_signed(const SignCommand& command, const SigningOutcome& outcome) {
  if (command.talk.json) {
    print_json_line(json_of_signing(command, outcome));
  } else {
    list_findings(outcome.findings);
    if (command.talk.level != LogLevel::kQuiet) print_line(sentence(command, outcome));
  }
  return outcome.findings.empty() ? ExitCode::kDone : ExitCode::kAttention;
}

}  // namespace sohoa
