#include "pipeline/package/sign/sign.h"

#include <gtest/gtest.h>

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "tests/package/sign/authority.h"
#include "tests/package/sign/poppler.h"
#include "tests/package/sign/sample_pdf.h"
#include "tests/package/sign/time_stamp_server.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kTime = 1795660200;  // 2026-11-26T09:30:00+07:00

class Sign : public testing::Test {
 protected:
  fs::path in() const { return folder_.path() / "in.pdf"; }
  fs::path out() const { return folder_.path() / "out.pdf"; }
  fs::path twice() const { return folder_.path() / "twice.pdf"; }

  static SignSettings officer() {
    SignSettings settings;
    settings.name = "Nguyễn Thị Ẩn";
    settings.time = kTime;
    return settings;
  }
  static SignSettings agency() {
    SignSettings settings = officer();
    settings.role = SignerRole::kAgency;
    settings.copy = CopyMark::kSaoY;
    settings.name = "Ủy ban nhân dân xã Vĩnh Hưng";
    return settings;
  }
  std::vector<Finding> sign(const fs::path& from, const fs::path& to, const SignSettings& settings,
                            test::KeyType key = test::KeyType::kRsa2048) {
    return sign_pdf(from, to, settings, *authority_.signer({"Test signer", key}));
  }
  void expect_valid(const fs::path& pdf, int count) {
    const std::string said = test::pdfsig_of(pdf);
    EXPECT_EQ(test::count_of(said, "Signature is Valid"), count) << said;
    EXPECT_EQ(test::count_of(said, "ETSI.CAdES.detached"), count) << said;
    EXPECT_EQ(test::count_of(said, "Total document signed"), 1) << said;
    EXPECT_EQ(test::lint_codes(pdf), std::vector<std::string>());
  }

  TemporaryFolder folder_;
  test::Authority authority_{folder_.path()};
};

TEST_F(Sign, IsValidToPopplerAndStaysPdfA) {
  for (const test::Sections sections : {test::Sections::kStreams, test::Sections::kTables}) {
    test::write_sample(in(), sections);
    EXPECT_TRUE(sign(in(), out(), officer()).empty());
    expect_valid(out(), 1);
  }
}

TEST_F(Sign, LeavesTheBytesBeforeItAsTheyAre) {
  test::write_sample(in());
  sign(in(), out(), officer());
  const Bytes before = read_file(in());
  const Bytes after = read_file(out());
  ASSERT_GT(after.size(), before.size());
  EXPECT_TRUE(std::equal(before.begin(), before.end(), after.begin()));
}

TEST_F(Sign, TwiceLeavesBothValid) {
  for (const test::Sections sections : {test::Sections::kStreams, test::Sections::kTables}) {
    test::write_sample(in(), sections);
    sign(in(), out(), officer());
    sign(out(), twice(), agency(), test::KeyType::kP256);
    expect_valid(twice(), 2);
  }
}

TEST_F(Sign, WithEveryKindOfKeyIsValid) {
  test::write_sample(in());
  for (const test::KeyType key :
       {test::KeyType::kRsa2048, test::KeyType::kP256, test::KeyType::kP384}) {
    sign(in(), out(), agency(), key);
    expect_valid(out(), 1);
  }
}

TEST_F(Sign, WithRsaAndAGivenTimeGivesTheSameBytes) {
  test::write_sample(in());
  const std::unique_ptr<Signer> signer = authority_.signer({"Test signer"});
  sign_pdf(in(), out(), officer(), *signer);
  sign_pdf(in(), twice(), officer(), *signer);
  EXPECT_EQ(read_file(out()), read_file(twice()));
}

TEST_F(Sign, WithATimeStampIsValidAndCarriesTheToken) {
  if (!test::has_openssl()) GTEST_SKIP() << "needs the command openssl";
  test::write_sample(in());
  const test::TimeStampServer server(authority_, folder_.path());
  SignSettings settings = officer();
  settings.time_stamp_url = server.url();
  sign(in(), out(), settings);
  expect_valid(out(), 1);
}

TEST_F(Sign, TakesNoBadTimeStamp) {
  using Mood = test::TimeStampServer::Mood;
  if (!test::has_openssl()) GTEST_SKIP() << "needs the command openssl";
  test::write_sample(in());
  for (const Mood mood : {Mood::kGarbage, Mood::kEndless, Mood::kRefuses}) {
    const TemporaryFolder folder;
    const test::TimeStampServer server(authority_, folder.path(), mood);
    SignSettings settings = officer();
    settings.time_stamp_url = server.url();
    EXPECT_THROW(sign(in(), out(), settings), Error);
    EXPECT_FALSE(fs::exists(out()));
  }
}

}  // namespace
}  // namespace sohoa
