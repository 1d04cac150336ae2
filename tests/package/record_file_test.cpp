#include "pipeline/package/record_file.h"

#include <gtest/gtest.h>

#include "models/record/json.h"
#include "pipeline/base/error.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/zip/zip_writer.h"
#include "tests/support/specimens.h"

namespace sohoa {
namespace {

/// Each page with a finding, ten pages a paper, each paper with fields and four files a page.
Record record_of_pages(int count) {
  Record record = test::specimen_record();
  const PageAccount page = record.dossier.pages[0];
  const Paper paper = record.dossier.papers[0];
  record.dossier.pages.assign(static_cast<std::size_t>(count), page);
  record.dossier.papers.assign(static_cast<std::size_t>(count) / 10, paper);
  record.files.assign(static_cast<std::size_t>(count) * 4, record.files[0]);
  return record;
}

TEST(RecordFileTest, OneOfTenThousandPagesStaysFarBelowTheLimit) {
  const std::string text = canonical_json(json_of(record_of_pages(10'000)));
  EXPECT_LT(text.size(), kRecordBytesMax / 4) << text.size();
}

TEST(RecordFileTest, OneThatIsTooLargeIsRefused) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "r.zip";
  Spool spool;
  const std::string text(kRecordBytesMax + 1, ' ');
  write_zip(path, {package_file("record.json", as_bytes(text), spool)}, spool, "");
  const ZipReader zip(path);
  try {
    read_record(zip, zip.entries()[0]);
    FAIL() << "a record of any size was read";
  } catch (const Error& error) {
    EXPECT_NE(error.reason().find("larger than"), std::string::npos) << error.reason();
  }
}

}  // namespace
}  // namespace sohoa
