#include <CLI/CLI.hpp>
#include <map>

#include "cli/one_of.h"
#include "cli/subcommand.h"
#include "cli/talk_options.h"
#include "pipeline/base/error.h"
#include "pipeline/base/text.h"
#include "pipeline/package/sign/signing_time.h"

namespace sohoa {

namespace {

const std::map<std::string, SignerRole> kRoles = {{"officer", SignerRole::kOfficer},
                                                  {"agency", SignerRole::kAgency}};
const std::map<std::string, CopyMark> kCopies = {
    {"sao-y", CopyMark::kSaoY}, {"sao-luc", CopyMark::kSaoLuc}, {"trich-sao", CopyMark::kTrichSao}};

class SignOptions : public Subcommand {
 public:
  explicit SignOptions(CLI::App& app) {
    app.add_option("input", command_.input, "A PDF, or a record whose papers are to be signed")
        ->required()
        ->type_name("IN");
    app.add_option("output", command_.output, "The signed one; may be IN")
        ->required()
        ->type_name("OUT");
    app.add_option("--paper", command_.papers, "Of a record: sign only this paper (repeat)")
        ->type_name("NUMBER");
    add_key(app);
    add_block(app);
    talk_.add_to(app);
  }

  Command command() override {
    command_.talk = talk_.talk();
    if (!time_.empty()) command_.settings.time = time_of_iso(time_);
    if (invisible_) command_.settings.appearance = Appearance::kInvisible;
    take_mode();
    if (command_.mode == SignMode::kHere) check_key();
    if (command_.settings.copy != CopyMark::kNone &&
        command_.settings.role != SignerRole::kAgency) {
      throw Error(ExitCode::kUsage, "--copy", "is an agency's mark", "pass --role agency too");
    }
    if (command_.mode != SignMode::kImport && command_.settings.name.empty()) {
      throw Error(ExitCode::kUsage, "--name", "is missing", "name the officer or the agency");
    }
    command_.settings.name = to_nfc(command_.settings.name);
    command_.settings.mark = to_nfc(command_.settings.mark);
    command_.token.certificate = command_.files.certificate;
    return command_;
  }

 private:
  void add_key(CLI::App& app);
  void add_block(CLI::App& app);
  void take_mode();
  void check_key() const;

  SignCommand command_;
  TalkOptions talk_;
  std::string time_;
  std::vector<std::string> external_;
  bool invisible_ = false;
};

void SignOptions::add_key(CLI::App& app) {
  const std::string key = "Key";
  app.add_option("--p12", command_.files.pkcs12, "Key and certificates (PKCS #12)")
      ->type_name("FILE")
      ->group(key);
  app.add_option("--key", command_.files.key, "Key (PEM)")->type_name("FILE")->group(key);
  app.add_option("--cert", command_.files.certificate, "Certificate (PEM), others behind it")
      ->type_name("FILE")
      ->group(key);
  app.add_option("--pkcs11", command_.token.module, "The library of a token's maker")
      ->type_name("MODULE")
      ->group(key);
  app.add_option("--token", command_.token.token, "The token's label, where there are several")
      ->type_name("LABEL")
      ->group(key);
  app.add_option("--token-key", command_.token.key, "The key's label, where there are several")
      ->type_name("LABEL")
      ->group(key);
  app.add_option("--password-file", command_.secret.file, "Password or PIN: a file's first line")
      ->type_name("FILE")
      ->group(key);
  app.add_option("--password-env", command_.secret.variable,
                 "Password or PIN: a variable's value; else the terminal is asked")
      ->type_name("NAME")
      ->group(key);
  app.add_option("--external", external_,
                 "export: write OUT with an empty signature and print what is to be signed;"
                 " import FILE: fill it in (a CMS, or with --cert a bare signature);"
                 " import FOLDER: of a record, take its papers as another program signed them")
      ->expected(1, 2)
      ->type_name("export|import PATH")
      ->group(key);
}

void SignOptions::add_block(CLI::App& app) {
  const std::string block = "Signature";
  SignSettings& settings = command_.settings;
  app.add_option("--role", settings.role, "officer (the default): top left; agency: top right")
      ->transform(one_of(kRoles))
      ->type_name("ROLE")
      ->group(block);
  app.add_option("--name", settings.name, "Of the officer or the agency, as it is shown")
      ->group(block);
  app.add_option("--copy", settings.copy, "sao-y, sao-luc or trich-sao, of an agency's copy")
      ->transform(one_of(kCopies))
      ->type_name("KIND")
      ->group(block);
  app.add_option("--mark", settings.mark, "A line above, as \"Chuyển đổi từ bản giấy\"")
      ->group(block);
  app.add_option("--tsa", settings.time_stamp_url, "Time stamp authority (RFC 3161)")
      ->type_name("URL")
      ->group(block);
  app.add_option("--time", time_, "Time of signing (ISO 8601); otherwise the clock's")
      ->group(block);
  app.add_flag("--invisible", invisible_, "Show nothing on the page")->group(block);
}

void SignOptions::take_mode() {
  if (external_.empty()) return;
  const bool imports = external_.front() == "import";
  if ((!imports && external_.front() != "export") || external_.size() != (imports ? 2u : 1u)) {
    throw Error(ExitCode::kUsage, "--external", "is not understood",
                "write --external export, or --external import PATH");
  }
  command_.mode = imports ? SignMode::kImport : SignMode::kExport;
  if (imports) command_.answer = external_.back();
}

void SignOptions::check_key() const {
  const KeyFiles& files = command_.files;
  const bool pem = !files.key.empty();
  if (pem + !files.pkcs12.empty() + !command_.token.module.empty() != 1) {
    throw Error(ExitCode::kUsage, "key", "one way to sign is needed",
                "pass --p12, or --key and --cert, or --pkcs11");
  }
  if (pem && files.certificate.empty()) {
    throw Error(ExitCode::kUsage, "--key", "its certificate is not named", "pass --cert");
  }
}

}  // namespace

std::unique_ptr<Subcommand> sign_subcommand(CLI::App& app) {
  return std::make_unique<SignOptions>(app);
}

}  // namespace sohoa
