#include "pipeline/package/record_check.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "pipeline/base/digest.h"
#include "pipeline/base/file.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/package_names.h"
#include "pipeline/package/paper_check.h"
#include "pipeline/package/pdf/pdf_writer.h"
#include "pipeline/package/zip/zip_writer.h"
#include "tests/support/specimens.h"

namespace sohoa {
namespace {

using Digests = std::map<std::string, FileDigest>;

/// A record of three pages, two in a paper, and the files that it tells of.
struct Specimen {
  Record record = test::specimen_record();
  Digests digests;

  Specimen() {
    record.files.clear();
    const Paper& paper = record.dossier.papers.front();
    for (const std::string& path :
         {pdf_path_of(paper), text_path_of(paper), alto_path_of(paper, 1), alto_path_of(paper, 2),
          set_aside_path_of(record.dossier.pages[2]), input_path_of(1, "scan.pdf")}) {
      add_file(path);
    }
  }

  void add_file(const std::string& path) {
    const FileDigest file{path, 7, std::string(64, 'd')};
    digests[path] = file;
    record.files.push_back(file);
  }

  std::vector<std::string> codes() const {
    PackageFindings findings;
    check_record(record, digests, findings);
    std::vector<std::string> codes;
    for (const Finding& finding : findings.take()) codes.push_back(finding.code);
    return codes;
  }
};

using Codes = std::vector<std::string>;

Codes codes_after(const std::function<void(Specimen&)>& change) {
  Specimen specimen;
  change(specimen);
  return specimen.codes();
}

TEST(RecordCheck, SoundRecordIsSound) { EXPECT_EQ(Specimen().codes(), Codes{}); }

TEST(RecordCheck, PageInNoPaperIsLost) {
  EXPECT_EQ(codes_after([](Specimen& s) { s.record.dossier.papers[0].pages = {1}; }),
            (Codes{"package.page-lost", "package.file-orphan"}));
}

TEST(RecordCheck, GapInTheNumbersIsALostPage) {
  EXPECT_EQ(codes_after([](Specimen& s) {
              s.record.dossier.pages.erase(s.record.dossier.pages.begin());
              s.record.dossier.papers[0].pages = {2, 3};
            }).front(),
            "package.page-lost");
}

TEST(RecordCheck, PageOfAnUnknownInputIsFound) {
  EXPECT_EQ(codes_after([](Specimen& s) { s.record.dossier.pages[0].source.file = "other.pdf"; }),
            Codes{"package.page-lost"});
}

TEST(RecordCheck, PageTwiceOrSetAsideOrUnknownInAPaperIsFound) {
  for (const std::vector<int>& pages : {std::vector<int>{1, 1}, {1, 3}, {1, 9}}) {
    const Codes codes = codes_after([&](Specimen& s) { s.record.dossier.papers[0].pages = pages; });
    EXPECT_NE(std::find(codes.begin(), codes.end(), "package.page-unknown"), codes.end());
  }
}

TEST(RecordCheck, FileThatTheRecordTellsOfMustBeThere) {
  EXPECT_EQ(codes_after([](Specimen& s) {
              const std::string path = set_aside_path_of(s.record.dossier.pages[2]);
              s.digests.erase(path);
              std::erase_if(s.record.files, [&](const FileDigest& f) { return f.path == path; });
            }),
            Codes{"package.file-missing"});
}

TEST(RecordCheck, FileThatNothingAccountsForIsAnOrphan) {
  EXPECT_EQ(codes_after([](Specimen& s) { s.add_file("data/papers/99-stranger.pdf"); }),
            Codes{"package.file-orphan"});
}

TEST(RecordCheck, ListOfFilesMustBeThatOfThePackage) {
  EXPECT_EQ(codes_after([](Specimen& s) { s.record.files.pop_back(); }),
            Codes{"package.record-files"});
  EXPECT_EQ(codes_after([](Specimen& s) { s.record.files.push_back(s.record.files.back()); }),
            Codes{"package.record-files"});
  EXPECT_EQ(codes_after([](Specimen& s) { s.record.files[0].bytes = 8; }),
            Codes{"package.record-files"});
  EXPECT_EQ(codes_after([](Specimen& s) { s.record.files[0].sha256[0] = 'e'; }),
            Codes{"package.record-files"});
}

TEST(RecordCheck, TwoPapersOfOneNumberAreFound) {
  EXPECT_EQ(codes_after([](Specimen& s) {
              Paper copy = s.record.dossier.papers[0];
              copy.pages.clear();
              s.record.dossier.papers.push_back(copy);
            }),
            Codes{"package.paper-number"});
}

/// What check_papers finds when a file stands where the PDF of a paper of two pages should. The
/// file's name tells whether it is deflated.
Codes codes_of_pdf(ByteView bytes, const std::string& named = "a.pdf",
                   const std::vector<Signing>& signings = {}) {
  Record record = test::specimen_record();
  record.signings = signings;
  const TemporaryFolder folder;
  const auto path = folder.path() / "p.zip";
  Spool spool;
  PackageFile file = package_file(named, bytes, spool);
  file.path = pdf_path_of(record.dossier.papers[0]);
  write_zip(path, {file}, spool, "");
  const ZipReader zip(path);
  EntriesByName entries;
  for (const ZipEntry& entry : zip.entries()) entries[entry.name] = &entry;
  PackageFindings findings;
  check_papers(zip, entries, record, {PaperCheck::kPageCount, {}}, findings);
  Codes codes;
  for (const Finding& finding : findings.take()) codes.push_back(finding.code);
  return codes;
}

Bytes pdf_of_pages(int count) {
  PdfWriter writer(PdfSettings{});
  for (int i = 1; i <= count; ++i) writer.add_page(test::specimen_scan(i, 200), TextPage{});
  Bytes pdf;
  writer.write("paper", [&](ByteView bytes) { pdf.insert(pdf.end(), bytes.begin(), bytes.end()); });
  return pdf;
}

TEST(PaperCheckTest, PdfMustHaveThePagesOfItsPaper) {
  EXPECT_EQ(codes_of_pdf(pdf_of_pages(2)), Codes{});
  EXPECT_EQ(codes_of_pdf(pdf_of_pages(1)), Codes{"package.paper-pages"});
  EXPECT_EQ(codes_of_pdf(pdf_of_pages(3)), Codes{"package.paper-pages"});
}

TEST(PaperCheckTest, ADeflatedPdfIsOpenedToo) {
  EXPECT_EQ(codes_of_pdf(pdf_of_pages(2), "deflated.txt"), Codes{});
  EXPECT_EQ(codes_of_pdf(pdf_of_pages(1), "deflated.txt"), Codes{"package.paper-pages"});
}

TEST(PaperCheckTest, WhatIsNoPdfIsFound) {
  EXPECT_EQ(codes_of_pdf(as_bytes("no PDF at all")), Codes{"package.paper-damaged"});
  Bytes cut = pdf_of_pages(2);
  cut.resize(cut.size() / 2);
  EXPECT_EQ(codes_of_pdf(cut), Codes{"package.paper-damaged"});
}

TEST(PaperCheckTest, PdfMustBeginWithWhatEachSignerSigned) {
  const Bytes pdf = pdf_of_pages(2);
  const std::string path = pdf_path_of(test::specimen_record().dossier.papers[0]);
  const auto signing = [&](std::uint64_t bytes) {
    const std::size_t there = std::min<std::size_t>(bytes, pdf.size());
    return Signing{{path, bytes, sha256_of(ByteView(pdf).first(there))}, "Lê Văn Thử", ""};
  };
  EXPECT_EQ(codes_of_pdf(pdf, "a.pdf", {signing(900), signing(100), signing(900), signing(500)}),
            Codes{});
  Signing wrong = signing(500);
  wrong.before.sha256[0] = 'x';
  EXPECT_EQ(codes_of_pdf(pdf, "a.pdf", {signing(900), wrong, signing(100)}),
            Codes{"package.signing"});
}

TEST(PaperCheckTest, PdfThatIsShorterThanWhatWasSignedIsFoundAtOnce) {
  const Bytes pdf = pdf_of_pages(2);
  const std::string path = pdf_path_of(test::specimen_record().dossier.papers[0]);
  for (const std::string& sha256 : {sha256_of(pdf), std::string()}) {
    const Signing endless{{path, std::uint64_t{1} << 62, sha256}, "Lê Văn Thử", ""};
    EXPECT_EQ(codes_of_pdf(pdf, "a.pdf", {endless}), Codes{"package.signing"});
  }
}

}  // namespace
}  // namespace sohoa
