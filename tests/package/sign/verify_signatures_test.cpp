#include "pipeline/package/sign/verify_signatures.h"

#include <gtest/gtest.h>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/package/sign/cms_signature.h"
#include "pipeline/package/sign/digest_of_pieces.h"
#include "pipeline/package/sign/incremental_update.h"
#include "pipeline/package/sign/time_stamp.h"
#include "tests/package/sign/openssl_cms.h"
#include "tests/package/sign/poppler.h"
#include "tests/package/sign/sample_pdf.h"
#include "tests/package/sign/signed_files.h"
#include "tests/package/sign/time_stamp_server.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;
using Codes = std::vector<std::string>;

class VerifySignatures : public test::SignedFiles {
 protected:
  VerifySignatures() {
    test::write_sample(path("in.pdf"));
    sign(path("in.pdf"), out(), test::officer_settings());
  }
  fs::path out() const { return path("out.pdf"); }

  /// The codes of the file's only signature.
  Codes codes(const fs::path& pdf) {
    const SignatureReport report = verify(pdf);
    EXPECT_EQ(report.signatures.size(), 1u);
    return report.signatures.empty() ? Codes() : test::codes_of(report.signatures[0].findings);
  }
  /// With a certificate that we would not sign with.
  void sign_unchecked(const test::Identity& identity) {
    const std::unique_ptr<Signer> signer = authority_.signer(identity);
    sign_as(path("in.pdf"), out(), "ETSI.CAdES.detached", [&](const Bytes& covered) {
      const Bytes digest = sha256_of_pieces({covered});
      const Bytes attributes = signed_attributes(digest, signer->chain().front());
      return cms_signature(digest, signer->chain(), signer->sign(attributes), {});
    });
  }
  /// Appends an update to the signed file, as a forger would.
  fs::path updated(const std::function<void(IncrementalUpdate&, QPDF&)>& change) {
    const Bytes pdf = read_file(out());
    PdfDocument document("signed", pdf);
    IncrementalUpdate update(document);
    change(update, document.qpdf());
    write_file(path("updated.pdf"), update.file().bytes);
    return path("updated.pdf");
  }
};

TEST_F(VerifySignatures, TellsWhatASignatureSays) {
  const SignatureReport report = verify(out());
  EXPECT_TRUE(report.valid());
  ASSERT_EQ(report.signatures.size(), 1u);
  const Signature& one = report.signatures[0];
  EXPECT_EQ(one.field, "Officer1");
  EXPECT_EQ(one.kind, "ETSI.CAdES.detached");
  EXPECT_EQ(one.signer, "Test signer");
  EXPECT_EQ(one.issuer, "Sohoa test root");
  EXPECT_EQ(one.stated_time, "2026-11-26T09:30:00+07:00");
  EXPECT_EQ(one.stamped_time, "");
  EXPECT_EQ(one.digest, "SHA256");
  EXPECT_TRUE(one.intact && one.trusted && one.in_term);
  EXPECT_EQ(one.coverage, SignatureCoverage::kWholeFile);
  EXPECT_EQ(one.page, 1);
  EXPECT_EQ(one.corner, "top-left");
  EXPECT_EQ(test::codes_of(one.findings), Codes());
}

TEST_F(VerifySignatures, TellsTheTimeOfATimeStamp) {
  if (!test::has_openssl()) GTEST_SKIP() << "needs the command openssl";
  const test::TimeStampServer server(authority_, folder_.path());
  SignSettings settings = test::agency_settings();
  settings.time_stamp_url = server.url();
  sign(path("in.pdf"), out(), settings);
  const SignatureReport report = verify(out());
  EXPECT_TRUE(report.valid());
  EXPECT_EQ(report.signatures.at(0).time_authority, "Test time stamps");
  EXPECT_NE(report.signatures.at(0).stamped_time, "");
  EXPECT_EQ(report.signatures.at(0).corner, "top-right");
  EXPECT_EQ(test::codes_of(report.signatures.at(0).findings), Codes());
}

TEST_F(VerifySignatures, OfTwoTellsThatTheFirstCoversAnEarlierRevision) {
  sign(out(), path("twice.pdf"), test::agency_settings());
  const SignatureReport report = verify(path("twice.pdf"));
  EXPECT_TRUE(report.valid());
  ASSERT_EQ(report.signatures.size(), 2u);
  EXPECT_EQ(report.signatures[0].coverage, SignatureCoverage::kEarlierRevision);
  EXPECT_EQ(report.signatures[1].coverage, SignatureCoverage::kWholeFile);
}

TEST_F(VerifySignatures, AgreesWithPopplerThatAFlippedByteBreaksIt) {
  const Bytes whole = read_file(out());
  const std::size_t before = read_file(path("in.pdf")).size();
  // In a stream, in the old and the new cross-reference data, in the widget and in the tail.
  const std::string_view text = as_text(whole);
  for (const std::size_t at : {before / 4, before / 2, before - 40, text.find("/Rect", before) + 8,
                               text.find("/M (D:", before) + 19, text.rfind("/ID [<") + 8}) {
    Bytes damaged = whole;
    damaged[at] ^= 1;
    write_file(path("damaged.pdf"), damaged);
    SCOPED_TRACE(at);
    const SignatureReport report = verify(path("damaged.pdf"));
    EXPECT_FALSE(report.valid());
    EXPECT_EQ(test::count_of(test::pdfsig_of(path("damaged.pdf")), "Signature is Valid"), 0);
    EXPECT_EQ(test::codes_of(report.signatures.at(0).findings), Codes{"signature.broken"});
  }
}

TEST_F(VerifySignatures, FindsAFlippedByteOfTheSignatureItself) {
  const Bytes whole = read_file(out());
  const std::string_view text = as_text(whole);
  const std::size_t contents = text.find("/Contents <", read_file(path("in.pdf")).size()) + 11;
  const std::size_t signer = text.find("54657374207369676e6572", contents);  // "Test signer"
  const std::size_t end = text.find_last_not_of('0', text.find('>', contents) - 1);
  ASSERT_NE(signer, std::string_view::npos);
  // In the structure, in the signer's certificate and in the value of the signature.
  for (const std::size_t at : {contents + 20, signer, end - 100}) {
    Bytes damaged = whole;
    damaged[at] = damaged[at] == '0' ? '1' : '0';
    write_file(path("damaged.pdf"), damaged);
    EXPECT_FALSE(verify(path("damaged.pdf")).valid()) << at - contents;
  }
}

TEST_F(VerifySignatures, TellsBytesAppended) {
  Bytes longer = read_file(out());
  for (const char c : std::string("garbage")) longer.push_back(static_cast<std::uint8_t>(c));
  write_file(path("longer.pdf"), longer);
  EXPECT_EQ(codes(path("longer.pdf")), Codes{"signature.changed-since"});
  EXPECT_EQ(test::count_of(test::pdfsig_of(path("longer.pdf")), "Total document signed"), 0);
}

TEST_F(VerifySignatures, TellsAPageThatShowsOtherThings) {
  const fs::path pdf = updated([](IncrementalUpdate& update, QPDF& document) {
    QPDFObjectHandle page = document.getAllPages()[0];
    update.put_stream(page.getKey("/Contents").getObjGen(), "", "0 g");
  });
  EXPECT_EQ(codes(pdf), Codes{"signature.changed-since"});
}

TEST_F(VerifySignatures, TellsANoteLaidOverThePage) {
  const fs::path pdf = updated([](IncrementalUpdate& update, QPDF& document) {
    QPDFObjectHandle page = document.getAllPages()[0];
    page.replaceKey("/Annots",
                    QPDFObjectHandle::parse("[<< /Subtype /FreeText /Rect [0 0 9 9] >>]"));
    update.put(page.getObjGen(), page.unparseResolved());
  });
  EXPECT_EQ(codes(pdf), Codes{"signature.changed-since"});
}

TEST_F(VerifySignatures, TellsAnObjectThatWasMissingWhenItWasSigned) {
  const QPDFObjGen missing(90, 0);
  const Bytes pdf = read_file(path("in.pdf"));
  PdfDocument document("in", pdf);
  IncrementalUpdate update(document);
  QPDFObjectHandle page = document.qpdf().getAllPages()[0];
  std::string text = page.unparseResolved();
  update.put(page.getObjGen(), text.insert(2, " /Later " + reference_to(missing)));
  write_file(path("hole.pdf"), update.file().bytes);
  sign(path("hole.pdf"), out(), test::officer_settings());
  EXPECT_EQ(codes(out()), Codes());
  const fs::path filled =
      updated([&](IncrementalUpdate& later, QPDF&) { later.put(missing, "(other)"); });
  EXPECT_EQ(codes(filled), Codes{"signature.changed-since"});
}

TEST_F(VerifySignatures, WithoutATrustedRootWarnsOrFails) {
  const SignatureReport without = verify_signatures(out(), {{}, test::kSigningTime});
  EXPECT_TRUE(without.valid());
  EXPECT_EQ(test::codes_of(without.signatures.at(0).findings), Codes{"signature.untrusted"});
  const TemporaryFolder other_folder;
  const test::Authority other(other_folder.path());
  const SignatureReport with = verify_signatures(out(), {other.root(), test::kSigningTime});
  EXPECT_FALSE(with.valid());
  EXPECT_EQ(test::codes_of(with.signatures.at(0).findings), Codes{"signature.untrusted"});
}

TEST_F(VerifySignatures, TellsACertificateOutOfTerm) {
  test::Identity expired{"Late signer"};
  expired.first_day = -20;
  expired.last_day = -10;
  sign_unchecked(expired);
  EXPECT_EQ(codes(out()), (Codes{"signature.certificate-expired", "signature.untrusted"}));
}

TEST_F(VerifySignatures, TellsACertificateThatIsNotForSigning) {
  using test::CertificateUse;
  for (const CertificateUse use : {CertificateUse::kAgreement, CertificateUse::kWebServer}) {
    sign_unchecked({"Other use", test::KeyType::kP256, use});
    EXPECT_EQ(codes(out()), Codes{"signature.key-usage"});
  }
  sign_unchecked({"Mail", test::KeyType::kP256, CertificateUse::kMail});
  EXPECT_EQ(codes(out()), Codes());
}

TEST_F(VerifySignatures, OfAnUnsignedFileSaysSo) {
  const SignatureReport report = verify(path("in.pdf"));
  EXPECT_FALSE(report.valid());
  EXPECT_EQ(test::codes_of(report.findings), Codes{"signature.none"});
}

TEST_F(VerifySignatures, RefusesWhatIsNoPdf) {
  write_file(path("no.pdf"), as_bytes("hello"));
  try {
    verify(path("no.pdf"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kInput);
  }
}

TEST_F(VerifySignatures, ReadsTheOlderDetachedKindAndWarnsOfSha1) {
  const KeyFiles files = authority_.issue({"Other signer"});
  for (const unsigned flags : {unsigned(CMS_DETACHED), unsigned(CMS_DETACHED | CMS_NOATTR)}) {
    sign_as(path("in.pdf"), out(), "adbe.pkcs7.detached", [&](const Bytes& covered) {
      return test::openssl_cms(files, covered, {EVP_sha256(), flags});
    });
    EXPECT_EQ(codes(out()), Codes());
    EXPECT_EQ(verify(out()).signatures.at(0).kind, "adbe.pkcs7.detached");
  }
  sign_as(path("in.pdf"), out(), "adbe.pkcs7.detached",
          [&](const Bytes& covered) { return test::openssl_cms(files, covered, {EVP_sha1()}); });
  EXPECT_EQ(codes(out()), Codes{"signature.weak-digest"});
}

TEST_F(VerifySignatures, ReadsTheKindThatEnclosesSha1) {
  const KeyFiles files = authority_.issue({"Other signer"});
  const auto make = [&](const Bytes& covered) {
    Bytes digest(20);
    EVP_Digest(covered.data(), covered.size(), digest.data(), nullptr, EVP_sha1(), nullptr);
    return test::openssl_cms(files, digest, {EVP_sha256(), 0});
  };
  sign_as(path("in.pdf"), out(), "adbe.pkcs7.sha1", make);
  EXPECT_EQ(codes(out()), Codes{"signature.weak-digest"});
  sign_as(path("in.pdf"), out(), "adbe.pkcs7.sha1", [&](Bytes covered) {
    covered[100] ^= 1;
    return make(covered);
  });
  EXPECT_EQ(codes(out()), Codes{"signature.broken"});
}

TEST_F(VerifySignatures, ReadsADocumentTimeStamp) {
  if (!test::has_openssl()) GTEST_SKIP() << "needs the command openssl";
  const test::TimeStampServer server(authority_, folder_.path());
  sign_as(path("in.pdf"), out(), "ETSI.RFC3161",
          [&](const Bytes& covered) { return request_time_stamp(server.url(), covered); });
  const SignatureReport report = verify(out());
  EXPECT_TRUE(report.valid());
  EXPECT_EQ(report.signatures.at(0).signer, "Test time stamps");
  EXPECT_NE(report.signatures.at(0).stamped_time, "");
}

TEST_F(VerifySignatures, TellsASignatureMadeForAnotherDocument) {
  const KeyFiles files = authority_.issue({"Other signer"});
  sign_as(path("in.pdf"), out(), "ETSI.CAdES.detached", [&](Bytes covered) {
    covered[100] ^= 1;
    return test::openssl_cms(files, covered, {EVP_sha256(), CMS_DETACHED | CMS_CADES});
  });
  EXPECT_EQ(codes(out()), Codes{"signature.broken"});
}

}  // namespace
}  // namespace sohoa
