#include "pipeline/package/book_check.h"

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/text.h"
#include "pipeline/package/book_names.h"
#include "pipeline/package/workbook_reader.h"
#include "pipeline/package/zip/zip_limits.h"

namespace sohoa {

namespace {

namespace fs = std::filesystem;

constexpr char kPdfBegin[] = "%PDF-";

const ZipEntry* entry_ending_in(const ZipContents& contents, const char* end) {
  for (const auto& [name, entry] : contents.files) {
    if (name.ends_with(end)) return entry;
  }
  return nullptr;
}

/// A zip inside the zip, on the disk under no name, while it is read.
class InnerZip {
 public:
  InnerZip(const ZipReader& zip, const ZipEntry& entry, const fs::path& work_folder)
      : file_((work_folder.empty() ? temporary_folder_of_system() : work_folder) / "inner.zip") {
    zip.read(entry, [this](ByteView piece) { file_.write(piece); });
  }

  const fs::path& path() const { return file_.path(); }

 private:
  AtomicFile file_;
};

/// What makes it unfit to be read, told of the inner zip.
bool is_fit(const ZipReader& zip, const std::string& name, PackageFindings& findings) {
  std::vector<Finding> faults = check_entries(zip.entries(), ZipLimits{});
  for (Finding& fault : faults) fault.subject = name + " " + fault.subject;
  const bool fit = faults.empty();
  findings.add_all(std::move(faults));
  return fit;
}

std::set<std::string> pdfs_of(const ZipReader& zip, const std::string& name,
                              PackageFindings& findings) {
  std::set<std::string> pdfs;
  for (const ZipEntry& entry : zip.entries()) {
    if (entry.kind != ZipEntryKind::kFile) continue;
    std::string begin;
    zip.read(entry, [&](ByteView piece) {
      if (begin.size() < sizeof kPdfBegin) begin += as_text(piece).substr(0, sizeof kPdfBegin);
    });
    if (begin.starts_with(kPdfBegin)) {
      pdfs.insert(entry.name);
    } else {
      findings.add("book.no-pdf", name + " " + entry.name, "it is no PDF");
    }
  }
  return pdfs;
}

void compare(const std::vector<std::string>& rows, const std::set<std::string>& pdfs,
             PackageFindings& findings) {
  std::set<std::string> named;
  for (const std::string& row : rows) {
    if (!named.insert(row).second) {
      findings.add("book.row-duplicate", row, "two rows of the table name it");
    } else if (pdfs.count(row) == 0) {
      findings.add("book.pdf-missing", row, "a row of the table names it, but it is not there");
    }
  }
  for (const std::string& pdf : pdfs) {
    if (named.count(pdf) == 0)
      findings.add("book.row-missing", pdf, "no row of the table names it");
  }
}

}  // namespace

bool is_civil_book(const ZipContents& contents) {
  return contents.files.size() == 2 && entry_ending_in(contents, ".xlsx") != nullptr &&
         entry_ending_in(contents, ".zip") != nullptr;
}

void check_civil_book(const ZipReader& zip, const ZipContents& contents,
                      const fs::path& work_folder, PackageFindings& findings) {
  const ZipEntry& table = *entry_ending_in(contents, ".xlsx");
  const ZipEntry& cases = *entry_ending_in(contents, ".zip");
  const ZipEntry* reading = &table;
  try {
    const InnerZip table_file(zip, table, work_folder);
    const ZipReader table_zip(table_file.path());
    if (!is_fit(table_zip, table.name, findings)) return;
    const std::vector<std::string> rows = column_of_workbook(table_zip, kBookFileHeader);
    reading = &cases;
    const InnerZip cases_file(zip, cases, work_folder);
    const ZipReader cases_zip(cases_file.path());
    if (!is_fit(cases_zip, cases.name, findings)) return;
    compare(rows, pdfs_of(cases_zip, cases.name, findings), findings);
  } catch (const Error& error) {
    if (error.code() != ExitCode::kInput) throw;
    findings.add("book.unreadable", reading->name, error.reason());
  }
}

}  // namespace sohoa
