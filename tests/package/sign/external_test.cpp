#include "pipeline/package/sign/external.h"

#include <gtest/gtest.h>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/process.h"
#include "pipeline/package/sign/cms_signature.h"
#include "tests/package/sign/poppler.h"
#include "tests/package/sign/sample_pdf.h"
#include "tests/package/sign/signed_files.h"
#include "tests/package/sign/time_stamp_server.h"

namespace sohoa {
namespace {

class External : public test::SignedFiles {
 protected:
  void SetUp() override {
    test::write_sample(path("in.pdf"));
    signer_ = authority_.signer({"Other machine"});
    request_ = export_signature(path("in.pdf"), path("asked.pdf"), test::agency_settings(),
                                signer_->chain());
  }
  Bytes cms() {
    return cms_signature(request_.digest, signer_->chain(), signer_->sign(request_.attributes), {});
  }
  void expect_refused(ByteView answer, const std::string& reason_part) {
    try {
      import_signature(path("asked.pdf"), path("out.pdf"), answer, {});
      FAIL() << "was taken";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kInput);
      EXPECT_NE(error.reason().find(reason_part), std::string::npos) << error.what();
    }
    EXPECT_FALSE(std::filesystem::exists(path("out.pdf")));
  }

  std::unique_ptr<Signer> signer_;
  SigningRequest request_;
};

TEST_F(External, FillsInACms) {
  import_signature(path("asked.pdf"), path("out.pdf"), cms(), {});
  EXPECT_TRUE(verify(path("out.pdf")).valid());
  EXPECT_EQ(test::count_of(test::pdfsig_of(path("out.pdf")), "Signature is Valid"), 1);
  EXPECT_EQ(test::lint_codes(path("out.pdf")), std::vector<std::string>());
}

TEST_F(External, FillsInABareSignature) {
  import_signature(path("asked.pdf"), path("out.pdf"), signer_->sign(request_.attributes),
                   signer_->chain());
  EXPECT_TRUE(verify(path("out.pdf")).valid());
}

TEST_F(External, TakesWhatOpensslMakes) {
  if (!test::has_openssl()) GTEST_SKIP() << "needs the command openssl";
  const KeyFiles files = authority_.issue({"Other machine"});
  const Bytes pdf = read_file(path("asked.pdf"));
  const PreparedSignature prepared = [&] {
    PreparedSignature made;
    const std::string_view text = as_text(pdf);
    made.gap_begin = text.find('<', text.find("/Contents <0000"));
    made.gap_end = text.find('>', made.gap_begin) + 1;
    return made;
  }();
  Bytes covered(pdf.begin(), pdf.begin() + static_cast<std::ptrdiff_t>(prepared.gap_begin));
  covered.insert(covered.end(), pdf.begin() + static_cast<std::ptrdiff_t>(prepared.gap_end),
                 pdf.end());
  write_file(path("covered"), covered);
  const auto make = [&](std::vector<std::string> more) {
    std::vector<std::string> words = {"openssl",  "cms",
                                      "-sign",    "-binary",
                                      "-outform", "DER",
                                      "-in",      path("covered").string(),
                                      "-signer",  files.certificate.string(),
                                      "-inkey",   files.key.string(),
                                      "-out",     path("cms.der").string()};
    words.insert(words.end(), more.begin(), more.end());
    EXPECT_EQ(run_process(words, {}).exit_code, 0);
    return read_file(path("cms.der"));
  };
  expect_refused(make({"-md", "sha256"}), "no CAdES");
  import_signature(path("asked.pdf"), path("out.pdf"), make({"-cades", "-md", "sha256"}), {});
  EXPECT_TRUE(verify(path("out.pdf")).valid());
}

TEST_F(External, RefusesACmsOfAnotherFileAndNone) {
  request_.digest[0] ^= 1;
  request_.attributes = signed_attributes(request_.digest, signer_->chain().front());
  expect_refused(cms(), "its digest is another");
  expect_refused(as_bytes("no cms"), "no CMS");
}

TEST_F(External, RefusesAFileWithoutAnEmptySignature) {
  try {
    import_signature(path("in.pdf"), path("out.pdf"), cms(), {});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kInput);
  }
}

TEST_F(External, AnEmptySignatureIsNotValid) { EXPECT_FALSE(verify(path("asked.pdf")).valid()); }

}  // namespace
}  // namespace sohoa
