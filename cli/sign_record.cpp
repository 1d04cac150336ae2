#include "pipeline/package/sign_record/sign_record.h"

#include <ctime>

#include "cli/commands.h"
#include "cli/output_file.h"
#include "cli/signing.h"
#include "pipeline/deliver/delivery.h"
#include "pipeline/package/sign/cms_signature.h"
#include "pipeline/package/sign_record/signed_elsewhere.h"

namespace sohoa {

namespace {

SigningOutcome take_papers(const SignCommand& command, Delivery& delivery) {
  RecordSigning taken;
  delivery.write_by([&](const std::filesystem::path& path) {
    taken = take_signed_papers(command.input, path,
                               {command.answer, delivery.work_folder(), std::time(nullptr)});
  });
  return {"", std::move(taken.papers), std::move(taken.findings)};
}

SigningOutcome sign_papers(const SignCommand& command, Delivery& delivery) {
  const std::unique_ptr<Signer> signer = open_signer(command);
  RecordSigning made;
  delivery.write_by([&](const std::filesystem::path& path) {
    made = sign_record(command.input, path,
                       {command.settings, command.papers, delivery.work_folder()}, *signer);
  });
  return {name_in_certificate(signer->chain().front()), std::move(made.papers),
          std::move(made.findings)};
}

bool names_key(const SignCommand& command) {
  const KeyFiles& files = command.files;
  return !files.key.empty() || !files.pkcs12.empty() || !files.certificate.empty() ||
         !command.token.module.empty();
}

}  // namespace

ExitCode run_sign_record(const SignCommand& command) {
  if (command.mode == SignMode::kExport) {
    throw Error(ExitCode::kUsage, "--external export", "is for one PDF",
                "unpack the record, have its papers signed, then --external import FOLDER");
  }
  if (command.mode == SignMode::kImport && !command.papers.empty()) {
    throw Error(ExitCode::kUsage, "--paper", "does not go with --external import",
                "leave it out: the papers that are signed in the folder are taken");
  }
  if (command.mode == SignMode::kImport && names_key(command)) {
    throw Error(ExitCode::kUsage, "key", "is of no use with --external import FOLDER",
                "leave it out: another program has signed");
  }
  refuse_folder(command.output);
  Delivery delivery(command.output);
  const SigningOutcome outcome = command.mode == SignMode::kImport ? take_papers(command, delivery)
                                                                   : sign_papers(command, delivery);
  delivery.commit();
  return print_signed(command, outcome);
}

}  // namespace sohoa
