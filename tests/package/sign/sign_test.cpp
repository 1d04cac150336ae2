#include "pipeline/package/sign/sign.h"

#include <gtest/gtest.h>

#include <functional>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/sign/external.h"
#include "pipeline/package/sign/http_post.h"
#include "tests/package/pdf_sample.h"
#include "tests/package/sign/poppler.h"
#include "tests/package/sign/sample_pdf.h"
#include "tests/package/sign/signed_files.h"
#include "tests/package/sign/time_stamp_server.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

class Sign : public test::SignedFiles {
 protected:
  fs::path in() const { return path("in.pdf"); }
  fs::path out() const { return path("out.pdf"); }
  fs::path twice() const { return path("twice.pdf"); }

  void expect_valid(const fs::path& pdf, int count) {
    const std::string said = test::pdfsig_of(pdf);
    EXPECT_EQ(test::count_of(said, "Signature is Valid"), count) << said;
    EXPECT_EQ(test::count_of(said, "ETSI.CAdES.detached"), count) << said;
    EXPECT_EQ(test::count_of(said, "Total document signed"), 1) << said;
    EXPECT_EQ(test::lint_codes(pdf), std::vector<std::string>());
  }
  void expect_usage_error(const std::function<void()>& act) {
    try {
      act();
      FAIL() << "was signed";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kUsage) << error.what();
    }
    EXPECT_FALSE(fs::exists(out()));
  }
};

TEST_F(Sign, IsValidToPopplerAndStaysPdfA) {
  for (const test::Sections sections : {test::Sections::kStreams, test::Sections::kTables}) {
    test::write_sample(in(), sections);
    EXPECT_TRUE(sign(in(), out(), test::officer_settings()).empty());
    expect_valid(out(), 1);
  }
}

TEST_F(Sign, LeavesTheBytesBeforeItAsTheyAre) {
  test::write_sample(in());
  sign(in(), out(), test::officer_settings());
  const Bytes before = read_file(in());
  const Bytes after = read_file(out());
  ASSERT_GT(after.size(), before.size());
  EXPECT_TRUE(std::equal(before.begin(), before.end(), after.begin()));
}

TEST_F(Sign, TwiceLeavesBothValid) {
  for (const test::Sections sections : {test::Sections::kStreams, test::Sections::kTables}) {
    test::write_sample(in(), sections);
    sign(in(), out(), test::officer_settings());
    sign(out(), twice(), test::agency_settings(), test::KeyType::kP256);
    expect_valid(twice(), 2);
  }
}

TEST_F(Sign, WithEveryKindOfKeyIsValid) {
  test::write_sample(in());
  for (const test::KeyType key :
       {test::KeyType::kRsa2048, test::KeyType::kP256, test::KeyType::kP384}) {
    sign(in(), out(), test::agency_settings(), key);
    expect_valid(out(), 1);
  }
}

TEST_F(Sign, WithRsaAndAGivenTimeGivesTheSameBytes) {
  test::write_sample(in());
  const std::unique_ptr<Signer> signer = authority_.signer({"Test signer"});
  sign_pdf(in(), out(), test::officer_settings(), *signer);
  sign_pdf(in(), twice(), test::officer_settings(), *signer);
  EXPECT_EQ(read_file(out()), read_file(twice()));
}

TEST_F(Sign, KeepsTheClaimOfPdfA1) {
  PdfSettings settings = test::sample_settings();
  settings.output_type = OutputType::kPdfA1b;
  PdfWriter pages(settings);
  pages.add_page(test::sample_page(), test::sample_text());
  pages.write(in());
  sign(in(), out(), test::officer_settings());
  EXPECT_EQ(test::lint_codes(out()), std::vector<std::string>());
}

TEST_F(Sign, RefusesCertificatesThatNoPaperShouldBeSignedWith) {
  test::write_sample(in());
  test::Identity expired{"Late signer"};
  expired.first_day = -20;
  expired.last_day = -10;
  using test::CertificateUse;
  for (const test::Identity& identity :
       {expired, test::Identity{"Other", test::KeyType::kP256, CertificateUse::kAgreement},
        test::Identity{"Web", test::KeyType::kP256, CertificateUse::kWebServer}}) {
    expect_usage_error(
        [&] { sign_pdf(in(), out(), test::officer_settings(), *authority_.signer(identity)); });
  }
}

TEST_F(Sign, RefusesNamesThatAreNotALineForPeople) {
  test::write_sample(in());
  SignSettings settings = test::officer_settings();
  for (const std::string& name : {std::string("  "), std::string("two\nlines"),
                                  std::string("a\u202Eb"), std::string(40000, 'W')}) {
    settings.name = name;
    expect_usage_error([&] { sign(in(), out(), settings); });
  }
}

TEST_F(Sign, RefusesBehindAnEmptySignatureThatWaits) {
  test::write_sample(in());
  export_signature(in(), out(), test::officer_settings(), {});
  try {
    sign(out(), twice(), test::agency_settings());
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kInput);
  }
}

TEST_F(Sign, TellsThatAnEarlierSignatureDoesNotHold) {
  test::write_sample(in());
  sign(in(), out(), test::officer_settings());
  Bytes pdf = read_file(out());
  pdf[as_text(pdf).find("/M (D:") + 19] ^= 1;
  write_file(out(), pdf);
  EXPECT_EQ(test::codes_of(sign(out(), twice(), test::agency_settings())),
            std::vector<std::string>{"signature.broken"});
}

TEST_F(Sign, WithATimeStampIsValidAndCarriesTheToken) {
  if (!test::has_openssl()) GTEST_SKIP() << "needs the command openssl";
  test::write_sample(in());
  const test::TimeStampServer server(authority_, folder_.path());
  SignSettings settings = test::officer_settings();
  settings.time_stamp_url = server.url();
  sign(in(), out(), settings);
  expect_valid(out(), 1);
}

TEST(ShownUrl, HasNoPassword) {
  EXPECT_EQ(shown_url("https://an:secret@tsa.example/x@y"), "https://tsa.example/x@y");
  EXPECT_EQ(shown_url("http://tsa.example/?a@b"), "http://tsa.example/?a@b");
  EXPECT_EQ(shown_url("an:secret@tsa.example"), "tsa.example");
}

TEST_F(Sign, TakesNoBadTimeStamp) {
  using Mood = test::TimeStampServer::Mood;
  if (!test::has_openssl()) GTEST_SKIP() << "needs the command openssl";
  test::write_sample(in());
  for (const Mood mood : {Mood::kGarbage, Mood::kEndless, Mood::kRefuses}) {
    const TemporaryFolder folder;
    const test::TimeStampServer server(authority_, folder.path(), mood);
    SignSettings settings = test::officer_settings();
    settings.time_stamp_url = server.url();
    EXPECT_THROW(sign(in(), out(), settings), Error);
    EXPECT_FALSE(fs::exists(out()));
  }
}

}  // namespace
}  // namespace sohoa
