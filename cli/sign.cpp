#include "pipeline/package/sign/sign.h"

#include <ctime>
#include <memory>

#include "cli/commands.h"
#include "cli/json_lines.h"
#include "cli/report_printer.h"
#include "cli/secret.h"
#include "models/record/json.h"
#include "pipeline/base/file.h"
#include "pipeline/package/sign/external.h"
#include "pipeline/package/sign/signing_time.h"

namespace sohoa {

namespace {

constexpr std::uint64_t kAnswerBytesMax = 1 << 20;

std::unique_ptr<Signer> open_signer(const SignCommand& command) {
  if (!command.token.module.empty()) {
    return open_token(command.token, read_secret(command.secret, "PIN"));
  }
  const bool named = !command.secret.file.empty() || !command.secret.variable.empty();
  const bool locked = named || wants_password(command.files);
  return open_key_file(command.files, locked ? read_secret(command.secret, "Password") : "");
}

std::vector<Bytes> named_certificates(const SignCommand& command) {
  return command.files.certificate.empty() ? std::vector<Bytes>()
                                           : read_certificates(command.files.certificate);
}

std::string hexadecimal(const Bytes& bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : bytes) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 0xF];
  }
  return text;
}

Json json_of_request(const SignCommand& command, const SigningRequest& request) {
  return {{"schema", "sohoa.signing-request/1"},
          {"file", command.output.string()},
          {"digest_algorithm", "SHA-256"},
          {"digest", hexadecimal(request.digest)},
          {"signed_attributes", hexadecimal(request.attributes)},
          {"cms_bytes_max", request.cms_bytes_max},
          {"signing_time", iso_time(command.settings.time)},
          {"findings", json_of(request.findings)}};
}

void print_signed(const SignCommand& command, const std::string& signer,
                  const std::vector<Finding>& findings) {
  if (command.talk.json) {
    return print_json_line({{"schema", "sohoa.sign/1"},
                            {"file", command.input.string()},
                            {"output", command.output.string()},
                            {"signer", signer},
                            {"signing_time", iso_time(command.settings.time)},
                            {"findings", json_of(findings)}});
  }
  list_findings(findings);
  if (command.talk.level != LogLevel::kQuiet) {
    print_line(command.output.string() + ": signed by " + signer);
  }
}

ExitCode code_of(const std::vector<Finding>& findings) {
  return findings.empty() ? ExitCode::kDone : ExitCode::kAttention;
}

}  // namespace

ExitCode run_sign(const SignCommand& given) {
  SignCommand command = given;
  if (command.settings.time == 0) command.settings.time = std::time(nullptr);
  if (command.mode == SignMode::kExport) {
    const SigningRequest request = export_signature(command.input, command.output, command.settings,
                                                    named_certificates(command));
    print_json_line(json_of_request(command, request));
    return code_of(request.findings);
  }
  if (command.mode == SignMode::kImport) {
    const std::string signer =
        import_signature(command.input, command.output, read_file(command.answer, kAnswerBytesMax),
                         named_certificates(command));
    print_signed(command, signer, {});
    return ExitCode::kDone;
  }
  const std::unique_ptr<Signer> signer = open_signer(command);
  const std::vector<Finding> findings =
      sign_pdf(command.input, command.output, command.settings, *signer);
  print_signed(command, name_in_certificate(signer->chain().front()), findings);
  return code_of(findings);
}

}  // namespace sohoa
