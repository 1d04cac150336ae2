#include "pipeline/package/sign/sign.h"

#include <ctime>
#include <memory>

#include "cli/commands.h"
#include "cli/json_lines.h"
#include "cli/output_file.h"
#include "cli/signing.h"
#include "models/record/json.h"
#include "pipeline/base/file.h"
#include "pipeline/base/hexadecimal.h"
#include "pipeline/package/package_kind.h"
#include "pipeline/package/sign/external.h"
#include "pipeline/package/sign/signing_time.h"

namespace sohoa {

namespace {

constexpr std::uint64_t kAnswerBytesMax = 1 << 20;

std::vector<Bytes> named_certificates(const SignCommand& command) {
  return command.files.certificate.empty() ? std::vector<Bytes>()
                                           : read_certificates(command.files.certificate);
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

ExitCode export_pdf(const SignCommand& command) {
  const SigningRequest request = export_signature(command.input, command.output, command.settings,
                                                  named_certificates(command));
  print_json_line(json_of_request(command, request));
  return request.findings.empty() ? ExitCode::kDone : ExitCode::kAttention;
}

ExitCode import_pdf(const SignCommand& command) {
  const std::string signer =
      import_signature(command.input, command.output, read_file(command.answer, kAnswerBytesMax),
                       named_certificates(command));
  return print_signed(command, {signer, {}, {}});
}

ExitCode sign_here(const SignCommand& command) {
  const std::unique_ptr<Signer> signer = open_signer(command);
  std::vector<Finding> findings =
      sign_pdf(command.input, command.output, command.settings, *signer);
  return print_signed(command,
                      {name_in_certificate(signer->chain().front()), {}, std::move(findings)});
}

}  // namespace

ExitCode run_sign(const SignCommand& given) {
  SignCommand command = given;
  if (command.settings.time == 0) command.settings.time = std::time(nullptr);
  for (const std::filesystem::path& file :
       {command.files.pkcs12, command.files.key, command.files.certificate, command.secret.file,
        command.answer, command.token.module}) {
    refuse_same_file(command.output, file);
  }
  if (begins_like_zip(command.input)) return run_sign_record(command);
  if (!command.papers.empty()) {
    throw Error(ExitCode::kUsage, "--paper", command.input.string() + " is no record",
                "leave it out");
  }
  if (command.mode != SignMode::kHere && !command.settings.time_stamp_url.empty()) {
    throw Error(ExitCode::kUsage, "--tsa", "does not go with --external",
                "let the program that signs ask for the time stamp");
  }
  switch (command.mode) {
    case SignMode::kExport:
      return export_pdf(command);
    case SignMode::kImport:
      return import_pdf(command);
    case SignMode::kHere:
      break;
  }
  return sign_here(command);
}

}  // namespace sohoa
