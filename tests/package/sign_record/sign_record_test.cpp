#include "pipeline/package/sign_record/sign_record.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/package/record_zip.h"
#include "pipeline/package/sign/signing_time.h"
#include "pipeline/package/sign_record/record_signatures.h"
#include "pipeline/package/unpack.h"
#include "pipeline/package/verify.h"
#include "tests/package/sign/poppler.h"
#include "tests/package/sign_record/signed_records.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

class SignRecord : public test::SignedRecords {
 protected:
  RecordSigning sign_papers(const fs::path& from, const fs::path& to, const SignSettings& settings,
                            std::vector<int> papers = {}) {
    return sign_record(from, to, {settings, std::move(papers), folder_.path()}, *signer_);
  }
  std::vector<SignatureReport> reports(const fs::path& zip) {
    return verify_record_signatures(zip, {authority_.root(), test::kSigningTime + 60});
  }
  ExitCode refusal(const fs::path& from, std::vector<int> papers, const std::string& subject) {
    try {
      sign_papers(from, out(), test::officer_settings(), std::move(papers));
    } catch (const Error& error) {
      EXPECT_NE(error.subject().find(subject), std::string::npos) << error.what();
      return error.code();
    }
    return ExitCode::kDone;
  }

  std::unique_ptr<Signer> signer_ = authority_.signer({"Test signer"});
};

TEST_F(SignRecord, SignsEachPaperAndStaysSound) {
  EXPECT_EQ(sign_papers(in(), out(), test::officer_settings()).papers, papers_);
  EXPECT_TRUE(verify_package(out()).empty());
  const std::vector<SignatureReport> found = reports(out());
  ASSERT_EQ(found.size(), 2u);
  for (const SignatureReport& report : found) {
    EXPECT_TRUE(report.valid()) << report.file;
    EXPECT_EQ(report.signatures.size(), 1u);
  }
}

TEST_F(SignRecord, NamesThePaperInWhatAPersonShouldLookAt) {
  const RecordSigning signing = sign_papers(in(), out(), test::officer_settings());
  ASSERT_EQ(signing.findings.size(), 2u);  // the specimen's pages have no room for a block
  EXPECT_EQ(signing.findings[1].code, "signature.block-no-room");
  EXPECT_EQ(signing.findings[1].subject, papers_[1] + " page 1");
}

TEST_F(SignRecord, PopplerFindsThePapersValid) {
  sign_papers(in(), out(), test::officer_settings());
  ASSERT_TRUE(unpack(out(), path("out")).empty());
  for (const std::string& paper : papers_) {
    const std::string said = test::pdfsig_of(path("out") / paper);
    EXPECT_EQ(test::count_of(said, "Signature is Valid"), 1) << said;
    EXPECT_EQ(test::count_of(said, "Total document signed"), 1) << said;
  }
}

TEST_F(SignRecord, ChangesNothingElse) {
  sign_papers(in(), out(), test::officer_settings());
  const Record before = record_in(in()), after = record_in(out());
  ASSERT_EQ(before.files.size(), after.files.size());
  for (std::size_t i = 0; i < before.files.size(); ++i) {
    const FileDigest &old_file = before.files[i], &new_file = after.files[i];
    ASSERT_EQ(old_file.path, new_file.path);
    const bool paper = std::find(papers_.begin(), papers_.end(), old_file.path) != papers_.end();
    EXPECT_EQ(old_file.sha256 == new_file.sha256, !paper) << old_file.path;
    if (paper) {
      const std::string text = text_in(out(), old_file.path);
      EXPECT_EQ(text.substr(0, old_file.bytes), text_in(in(), old_file.path));
    }
  }
}

TEST_F(SignRecord, RecordTellsWhoSignedWhatAndWhen) {
  sign_papers(in(), out(), test::officer_settings());
  sign_papers(out(), twice(), test::agency_settings(), {2});
  const Record record = record_in(twice());
  ASSERT_EQ(record.signings.size(), 3u);
  EXPECT_EQ(record.signings[1].before.path, papers_[1]);
  EXPECT_EQ(record.signings[2].before.path, papers_[1]);
  EXPECT_LT(record.signings[1].before.bytes, record.signings[2].before.bytes);
  EXPECT_EQ(record.signings[2].signer, "Test signer");
  EXPECT_EQ(record.signings[2].time, iso_time(test::kSigningTime));
  EXPECT_TRUE(verify_package(twice()).empty());
  const std::vector<SignatureReport> found = reports(twice());
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].signatures.size(), 1u);
  EXPECT_EQ(found[1].signatures.size(), 2u);
  EXPECT_TRUE(found[0].valid() && found[1].valid());
}

TEST_F(SignRecord, SameInputSameBytes) {
  sign_papers(in(), out(), test::officer_settings());
  sign_papers(in(), twice(), test::officer_settings());
  EXPECT_EQ(sha256_of_file(out()), sha256_of_file(twice()));
}

TEST_F(SignRecord, UnknownPaperIsAWrongUse) {
  EXPECT_EQ(refusal(in(), {1, 7}, "paper 7"), ExitCode::kUsage);
}

TEST_F(SignRecord, DamagedRecordIsNotSigned) {
  Bytes bytes = read_file(in());
  const std::string_view text = as_text(bytes);
  bytes[text.find("%PDF") + 200] ^= 1;
  write_file(in(), bytes);
  EXPECT_EQ(refusal(in(), {}, "in.zip data/"), ExitCode::kInput);
}

TEST_F(SignRecord, PackageOfAnotherKindIsNoRecord) {
  write_file(in(), as_bytes("PK\3\4 and no more"));
  EXPECT_EQ(refusal(in(), {}, "in.zip"), ExitCode::kInput);
}

TEST_F(SignRecord, OfAPaperThatCannotBeReadTellsTheOthers) {
  sign_papers(in(), out(), test::officer_settings());
  Bytes bytes = read_file(out());
  const std::string_view text = as_text(bytes);
  // The paper is stored: its header, of which a PDF must have one.
  bytes[text.find("%PDF", text.find(papers_[0])) + 1] ^= 1;
  write_file(out(), bytes);
  const std::vector<SignatureReport> found = reports(out());
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(test::codes_of(found[0].findings),
            std::vector<std::string>{"signature.file-unreadable"});
  EXPECT_TRUE(found[1].valid());
}

/// The signed record, its record.json changed, packed anew.
class TamperedSigning : public SignRecord {
 protected:
  std::string code_after(const std::function<void(std::vector<Signing>&)>& change) {
    sign_papers(in(), out(), test::officer_settings());
    const RecordSource source(out());
    Record record = source.record();
    change(record.signings);
    Spool spool(folder_.path());
    std::vector<PackageFile> payload;
    for (const FileDigest& file : record.files) {
      payload.push_back(package_copy(file.path, source.zip(), source.entry(file.path), spool));
    }
    try {
      write_record_zip(twice(), record, std::move(payload), spool, {});
    } catch (const Error&) {  // that it does not verify; the zip stands
    }
    const std::vector<Finding> findings = verify_package(twice());
    return findings.empty() ? "" : findings.front().code;
  }
};

TEST_F(TamperedSigning, Untouched) {
  EXPECT_EQ(code_after([](std::vector<Signing>&) {}), "");
}

TEST_F(TamperedSigning, AnotherBeginningIsFound) {
  EXPECT_EQ(code_after([](std::vector<Signing>& signings) { --signings[0].before.bytes; }),
            "package.signing");
}

TEST_F(TamperedSigning, NothingAppendedIsFound) {
  EXPECT_EQ(code_after([](std::vector<Signing>& signings) { signings[1].before.bytes = 1 << 30; }),
            "package.signing");
}

TEST_F(TamperedSigning, AnotherSignerOrTimeOrNoneIsFound) {
  for (const auto& change : std::vector<std::function<void(std::vector<Signing>&)>>{
           [](std::vector<Signing>& signings) { signings[0].signer = "Somebody"; },
           [](std::vector<Signing>& signings) { signings[1].time = "1999-01-01T00:00:00+07:00"; },
           [](std::vector<Signing>& signings) { signings.pop_back(); },
           [](std::vector<Signing>& signings) { signings.clear(); },
           [](std::vector<Signing>& signings) { signings.push_back(signings[0]); }}) {
    EXPECT_EQ(code_after(change), "package.signing");
  }
}

TEST_F(TamperedSigning, OfAFileThatIsNoPaperIsFound) {
  EXPECT_EQ(code_after([](std::vector<Signing>& signings) {
              signings[0].before.path = "data/text/01-to-khai.txt";
            }),
            "package.signing");
}

}  // namespace
}  // namespace sohoa
