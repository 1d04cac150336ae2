// Our signatures before the judgement of OpenSSL's command.

#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/file.h"
#include "pipeline/base/process.h"
#include "pipeline/package/pdf/pdf_signature_fields.h"
#include "pipeline/package/sign/byte_range.h"
#include "tests/package/sign/sample_pdf.h"
#include "tests/package/sign/signed_files.h"
#include "tests/package/sign/time_stamp_server.h"

namespace sohoa {
namespace {

class Openssl : public test::SignedFiles {
 protected:
  void SetUp() override {
    if (!test::has_openssl()) GTEST_SKIP() << "needs the command openssl";
    test::write_sample(path("in.pdf"));
  }
  /// Lays the CMS and what it covers beside each other.
  void take_apart(const std::filesystem::path& file) {
    const Bytes pdf = read_file(file);
    PdfDocument document("signed", pdf);
    QPDFObjectHandle signature = signature_fields(document.qpdf()).fields.at(0).signature;
    const ByteRange range = byte_range_of(signature, pdf);
    ASSERT_EQ(range.wrong, "");
    Bytes covered(range.before.begin(), range.before.end());
    covered.insert(covered.end(), range.after.begin(), range.after.end());
    write_file(path("covered"), covered);
    write_file(path("cms.der"), as_bytes(signature.getKey("/Contents").getStringValue()));
  }
  ProcessResult verify_by_command() {
    return run_process({"openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in",
                        path("cms.der").string(), "-content", path("covered").string(), "-CAfile",
                        authority_.root().string(), "-purpose", "any", "-out", "/dev/null"},
                       {});
  }
};

TEST_F(Openssl, TakesOurSignaturesAsCades) {
  const test::TimeStampServer server(authority_, folder_.path());
  for (const test::KeyType key :
       {test::KeyType::kRsa2048, test::KeyType::kP256, test::KeyType::kP384}) {
    for (const std::string& url : {std::string(), server.url()}) {
      SignSettings settings = test::officer_settings();
      settings.time_stamp_url = url;
      sign(path("in.pdf"), path("out.pdf"), settings, key);
      take_apart(path("out.pdf"));
      const ProcessResult result = verify_by_command();
      EXPECT_EQ(result.exit_code, 0) << result.messages;
      EXPECT_NE(result.messages.find("Verification successful"), std::string::npos);
    }
  }
}

TEST_F(Openssl, RefusesOneByteChanged) {
  sign(path("in.pdf"), path("out.pdf"), test::officer_settings());
  take_apart(path("out.pdf"));
  Bytes covered = read_file(path("covered"));
  covered[100] ^= 1;
  write_file(path("covered"), covered);
  EXPECT_NE(verify_by_command().exit_code, 0);
}

TEST_F(Openssl, SeesNoSigningTimeInTheAttributes) {
  sign(path("in.pdf"), path("out.pdf"), test::officer_settings());
  take_apart(path("out.pdf"));
  const ProcessResult result = run_process({"openssl", "cms", "-cmsout", "-print", "-noout",
                                            "-inform", "DER", "-in", path("cms.der").string()},
                                           {});
  EXPECT_EQ(result.output.find("signingTime"), std::string::npos);
  EXPECT_NE(result.output.find("signingCertificateV2"), std::string::npos);
}

}  // namespace
}  // namespace sohoa
