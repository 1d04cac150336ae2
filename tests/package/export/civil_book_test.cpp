#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/package/export/workbook.h"
#include "pipeline/package/workbook_reader.h"
#include "pipeline/package/zip/zip_writer.h"
#include "tests/package/export/export_specimen.h"

namespace sohoa {
namespace {

using Texts = std::vector<std::string>;

class CivilBookTest : public test::Exporting {
 protected:
  std::filesystem::path keep(const std::string& text, const char* name) const {
    write_file(folder_.path() / name, as_bytes(text));
    return folder_.path() / name;
  }
};

TEST_F(CivilBookTest, HasARowAndAPdfACase) {
  const auto files = exported(ExportKind::kCivilBook);
  ASSERT_EQ(files.size(), 2U);
  const ZipReader table(keep(files.at("KS-2026-01.xlsx"), "t.xlsx"));
  EXPECT_EQ(column_of_workbook(table, "Tên tệp"), (Texts{"KS-2026-01.1.pdf", "KS-2026-01.2.pdf"}));
  EXPECT_EQ(column_of_workbook(table, "Tên giấy tờ"), (Texts{"Tờ khai", "Giấy xác nhận"}));
  EXPECT_EQ(column_of_workbook(table, "Số trang"), (Texts{"2", "1"}));
  EXPECT_EQ(column_of_workbook(table, "issuedDate"), (Texts{"23/11/2026", "01/02/2026"}));
  const auto cases = test::texts_of(keep(files.at("KS-2026-01.zip"), "c.zip"));
  const auto record_files = test::texts_of(record());
  ASSERT_EQ(cases.size(), 2U);
  EXPECT_EQ(cases.at("KS-2026-01.1.pdf"), record_files.at("data/papers/01-to-khai.pdf"));
}

TEST_F(CivilBookTest, CodeOfTheBookIsMandatoryAndAFileName) {
  metadata_.erase("book");
  EXPECT_EQ(test::places_of(try_export(ExportKind::kCivilBook)),
            Texts{"metadata.missing metadata book.code"});
  metadata_["book"] = {{"code", "../x"}};
  EXPECT_EQ(test::places_of(try_export(ExportKind::kCivilBook)),
            Texts{"metadata.pattern metadata book.code"});
  EXPECT_FALSE(std::filesystem::exists(output()));
}

TEST_F(CivilBookTest, TableIsTheSameUnderAnyTimeZone) {
  const BookTable table{"sổ [1]", {"a", "Tên tệp"}, {{"=1+1", "x.pdf"}, {"<&>", ""}}};
  const auto digest = [&](const char* zone) {
    ::setenv("TZ", zone, 1);
    ::tzset();
    write_workbook(table, "2026-11-23T09:30:00+07:00", folder_.path() / "t.xlsx");
    return sha256_of_file(folder_.path() / "t.xlsx");
  };
  const std::string one = digest("Pacific/Auckland");
  EXPECT_EQ(digest("America/New_York"), one);
  EXPECT_EQ(digest("UTC"), one);
  ::unsetenv("TZ");
  ::tzset();
  EXPECT_EQ(column_of_workbook(ZipReader(folder_.path() / "t.xlsx"), "a"), (Texts{"=1+1", "<&>"}))
      << "text stays text";
}

TEST_F(CivilBookTest, HeadThatIsNotThereIsAnInputError) {
  write_workbook({"s", {"a"}, {}}, "", folder_.path() / "t.xlsx");
  EXPECT_THROW(column_of_workbook(ZipReader(folder_.path() / "t.xlsx"), "b"), Error);
}

/// An .xlsx whose cells below the head "h" all refer to one text of 100,000 letters.
void write_repeating_workbook(int rows, const std::filesystem::path& path) {
  std::string sheet = "<worksheet><sheetData><row><c r='A1' t='s'><v>0</v></c></row>";
  for (int i = 2; i < rows + 2; ++i) {
    sheet += "<row><c r='A" + std::to_string(i) + "' t='s'><v>1</v></c></row>";
  }
  sheet += "</sheetData></worksheet>";
  const std::string strings =
      "<sst><si><t>h</t></si><si><t>" + std::string(100'000, 'x') + "</t></si></sst>";
  Spool spool;
  write_zip(path,
            {package_file("xl/worksheets/sheet1.xml", as_bytes(sheet), spool),
             package_file("xl/sharedStrings.xml", as_bytes(strings), spool)},
            spool, "");
}

TEST_F(CivilBookTest, TableThatRepeatsALongTextWithoutEndIsRefused) {
  const std::filesystem::path table = folder_.path() / "t.xlsx";
  write_repeating_workbook(10, table);
  EXPECT_EQ(column_of_workbook(ZipReader(table), "h").size(), 10U);
  write_repeating_workbook(2'000, table);
  EXPECT_THROW(column_of_workbook(ZipReader(table), "h"), Error);
}

}  // namespace
}  // namespace sohoa
