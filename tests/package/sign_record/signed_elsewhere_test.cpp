#include "pipeline/package/sign_record/signed_elsewhere.h"

#include <gtest/gtest.h>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/package/sign/incremental_update.h"
#include "pipeline/package/sign_record/record_signatures.h"
#include "pipeline/package/unpack.h"
#include "pipeline/package/verify.h"
#include "tests/package/sign/sample_pdf.h"
#include "tests/package/sign_record/signed_records.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

/// The record, unpacked where another program signs.
class SignedElsewhereTest : public test::SignedRecords {
 protected:
  void SetUp() override {
    SignedRecords::SetUp();
    ASSERT_TRUE(unpack(in(), unpacked()).empty());
  }

  fs::path unpacked() const { return path("unpacked"); }
  fs::path paper(int number) const { return unpacked() / papers_.at(number - 1); }

  RecordSigning take(const fs::path& folder) {
    return take_signed_papers(in(), out(), {folder, folder_.path(), test::kSigningTime + 60});
  }
  void expect_refused(const fs::path& folder, const std::string& reason_part) {
    try {
      take(folder);
      FAIL() << "was taken";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kInput);
      EXPECT_NE(error.reason().find(reason_part), std::string::npos) << error.what();
    }
  }
};

TEST_F(SignedElsewhereTest, TakesWhatWasSignedInTheUnpackedRecord) {
  sign(paper(2), paper(2), test::officer_settings());
  const RecordSigning taken = take(unpacked());
  EXPECT_EQ(taken.papers, std::vector<std::string>{papers_[1]});
  EXPECT_EQ(test::codes_of(taken.findings), std::vector<std::string>{"signing.paper-left"});
  EXPECT_TRUE(verify_package(out()).empty());
  const Record record = record_in(out());
  ASSERT_EQ(record.signings.size(), 1u);
  EXPECT_EQ(record.signings[0].signer, "Test signer");
  EXPECT_EQ(record.signings[0].time, "2026-11-26T09:30:00+07:00");
  EXPECT_EQ(text_in(out(), papers_[1]), as_text(read_file(paper(2))));
}

TEST_F(SignedElsewhereTest, TakesPdfsByTheNamesOfThePapers) {
  fs::create_directory(path("flat"));
  sign(paper(1), path("flat") / paper(1).filename(), test::officer_settings());
  sign(paper(2), path("flat") / paper(2).filename(), test::officer_settings());
  const RecordSigning taken = take(path("flat"));
  EXPECT_EQ(taken.papers, papers_);
  EXPECT_TRUE(taken.findings.empty());
}

TEST_F(SignedElsewhereTest, TakesASecondSignature) {
  sign(paper(1), path("once.pdf"), test::officer_settings());
  sign(path("once.pdf"), paper(1), test::agency_settings());
  EXPECT_EQ(take(unpacked()).papers, std::vector<std::string>{papers_[0]});
  const auto reports = verify_record_signatures(out(), {authority_.root(), test::kSigningTime});
  EXPECT_EQ(reports.front().signatures.size(), 2u);
}

TEST_F(SignedElsewhereTest, NothingSignedIsSaid) { expect_refused(unpacked(), "no newly signed"); }

TEST_F(SignedElsewhereTest, RewrittenPdfIsRefused) {
  test::write_sample(path("other.pdf"));
  sign(path("other.pdf"), paper(1), test::officer_settings());
  expect_refused(unpacked(), "does not begin with");
}

TEST_F(SignedElsewhereTest, PageTurnedBeforeSigningIsRefused) {
  const Bytes pdf = read_file(paper(1));
  PdfDocument document("paper", pdf);
  QPDFObjectHandle page = document.qpdf().getAllPages().front();
  page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(90));
  IncrementalUpdate update(document);
  update.put(page.getObjGen(), page.unparseResolved());
  write_file(paper(1), update.file().bytes);
  sign(paper(1), paper(1), test::officer_settings());
  expect_refused(unpacked(), "more than a signature was added: a page");
}

TEST_F(SignedElsewhereTest, AppendedWithoutASignatureIsRefused) {
  Bytes pdf = read_file(paper(1));
  for (const char c : std::string_view("% nothing\n")) pdf.push_back(static_cast<std::uint8_t>(c));
  write_file(paper(1), pdf);
  expect_refused(unpacked(), "bytes that belong to no revision");
}

TEST_F(SignedElsewhereTest, BrokenSignatureIsRefused) {
  sign(paper(1), paper(1), test::officer_settings());
  Bytes pdf = read_file(paper(1));
  const std::string_view text = as_text(pdf);
  pdf[text.rfind("/Name") - 3] ^= 1;  // in the time of signing
  write_file(paper(1), pdf);
  expect_refused(unpacked(), "does not hold");
}

TEST_F(SignedElsewhereTest, PdfOfNoPaperIsRefused) {
  sign(paper(1), paper(1), test::officer_settings());
  write_file(unpacked() / "another.PDF", read_file(paper(2)));
  expect_refused(unpacked(), "is no paper of the record");
}

TEST_F(SignedElsewhereTest, FileInPlaceOfTheFolderIsRefused) {
  expect_refused(in(), "is no folder");
}

}  // namespace
}  // namespace sohoa
