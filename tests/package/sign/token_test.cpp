#include "pipeline/package/sign/token.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/process.h"
#include "tests/package/sign/poppler.h"
#include "tests/package/sign/sample_pdf.h"
#include "tests/package/sign/signed_files.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPin = "482913";

fs::path softhsm() {
  for (const char* file :
       {"/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
        "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"}) {
    if (fs::exists(file)) return file;
  }
  return {};
}

class Token : public test::SignedFiles {
 protected:
  void SetUp() override {
    if (softhsm().empty() || find_program("softhsm2-util").empty()) {
      GTEST_SKIP() << "needs softhsm2; ./dev setup";
    }
    fs::create_directory(path("tokens"));
    write_file(path("softhsm2.conf"), as_bytes("directories.tokendir = " + path("tokens").string() +
                                               "\nlog.level = ERROR\n"));
    ::setenv("SOFTHSM2_CONF", path("softhsm2.conf").c_str(), 1);
    run({"--init-token", "--free", "--label", "desk", "--so-pin", "99999999", "--pin", kPin});
    test::write_sample(path("in.pdf"));
  }
  void run(std::vector<std::string> words) {
    words.insert(words.begin(), "softhsm2-util");
    const ProcessResult result = run_process(words, {});
    ASSERT_EQ(result.exit_code, 0) << result.output << result.messages;
  }
  /// The choice of a key that was put on the token; its certificate stays in a file.
  TokenChoice put_key(const std::string& name, test::KeyType type) {
    const KeyFiles files = authority_.issue({name, type});
    run({"--import", files.key.string(), "--token", "desk", "--label", name, "--id",
         type == test::KeyType::kP256 ? "02" : "01", "--pin", kPin});
    return {softhsm(), "desk", name, files.certificate};
  }
  void expect_signs(const TokenChoice& choice) {
    const std::unique_ptr<Signer> signer = open_token(choice, kPin);
    sign_pdf(path("in.pdf"), path("out.pdf"), test::agency_settings(), *signer);
    const std::string said = test::pdfsig_of(path("out.pdf"));
    EXPECT_EQ(test::count_of(said, "Signature is Valid"), 1) << said;
    EXPECT_EQ(test::count_of(said, "ETSI.CAdES.detached"), 1) << said;
    EXPECT_EQ(test::count_of(said, "Total document signed"), 1) << said;
    EXPECT_TRUE(verify(path("out.pdf")).valid());
  }
  template <class Act>
  void expect_error(ExitCode code, const std::string& reason_part, const Act& act) {
    try {
      act();
      FAIL();
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), code) << error.what();
      EXPECT_NE(error.reason().find(reason_part), std::string::npos) << error.what();
    }
  }
};

TEST_F(Token, SignsByRsa) { expect_signs(put_key("officer", test::KeyType::kRsa2048)); }

TEST_F(Token, SignsByACurve) { expect_signs(put_key("agency", test::KeyType::kP256)); }

TEST_F(Token, IsFoundByItselfWhenItIsTheOnlyOne) {
  TokenChoice choice = put_key("officer", test::KeyType::kRsa2048);
  choice.token.clear();
  choice.key.clear();
  expect_signs(choice);
}

TEST_F(Token, GivesTheCertificatesThatItHolds) {
  if (find_program("pkcs11-tool").empty()) GTEST_SKIP() << "needs opensc; ./dev setup";
  TokenChoice choice = put_key("officer", test::KeyType::kRsa2048);
  const std::vector<Bytes> chain = read_certificates(choice.certificate);
  for (std::size_t i = 0; i < chain.size(); ++i) {
    write_file(path("one.der"), chain[i]);
    // The root has an id of its own, and lies before the signer's.
    const std::string id = i == 0 ? "01" : "00";
    ASSERT_EQ(run_process({"pkcs11-tool", "--module", softhsm().string(), "--token-label", "desk",
                           "--login", "--pin", kPin, "--write-object", path("one.der").string(),
                           "--type", "cert", "--id", id},
                          {})
                  .exit_code,
              0);
  }
  choice.certificate.clear();
  EXPECT_EQ(open_token(choice, kPin)->chain(), chain);
  expect_signs(choice);
}

TEST_F(Token, WithACertificateOfAnotherKeySignsNothing) {
  using test::KeyType;
  const auto expect_refused = [&](TokenChoice choice, KeyType of_certificate) {
    choice.certificate = authority_.issue({"Another", of_certificate}).certificate;
    expect_error(ExitCode::kUsage, "", [&] { expect_signs(choice); });
    EXPECT_FALSE(fs::exists(path("out.pdf")));
  };
  expect_refused(put_key("officer", KeyType::kRsa2048), KeyType::kP256);
  expect_refused(put_key("agency", KeyType::kP256), KeyType::kP384);
}

TEST_F(Token, WithAWrongPinLetsNobodyIn) {
  const TokenChoice choice = put_key("officer", test::KeyType::kRsa2048);
  expect_error(ExitCode::kInput, "the PIN is wrong", [&] { open_token(choice, "000000"); });
}

TEST_F(Token, ThatIsNotThereOrNotClearIsSaid) {
  TokenChoice choice = put_key("officer", test::KeyType::kRsa2048);
  put_key("agency", test::KeyType::kP256);
  TokenChoice other = choice;
  other.token = "other";
  expect_error(ExitCode::kDependency, "no token named other", [&] { open_token(other, kPin); });
  other = choice;
  other.key.clear();
  expect_error(ExitCode::kUsage, "more than one key", [&] { open_token(other, kPin); });
  other = choice;
  other.certificate.clear();
  expect_error(ExitCode::kUsage, "no certificate", [&] { open_token(other, kPin); });
  other = choice;
  other.module = "/nowhere/lib.so";
  expect_error(ExitCode::kDependency, "cannot be loaded", [&] { open_token(other, kPin); });
}

}  // namespace
}  // namespace sohoa
