#include <algorithm>
#include <set>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/file.h"
#include "pipeline/package/book_names.h"
#include "pipeline/package/export/archive_date.h"
#include "pipeline/package/export/exporters.h"
#include "pipeline/package/export/field_rules.h"
#include "pipeline/package/export/workbook.h"
#include "pipeline/package/package_names.h"
#include "pipeline/package/zip/package_files.h"
#include "pipeline/package/zip/zip_writer.h"

namespace sohoa {

namespace {

namespace fs = std::filesystem;

/// What is known of one case: of the operator's statements and of fields that nobody doubts.
FieldValues values_of(const Paper& paper, const ExportMetadata& metadata) {
  FieldValues values = stated_of_paper(metadata, paper.number);
  for (const Field& field : paper.fields) {
    if (field.doubt != FieldDoubt::kNone) continue;
    values.emplace(field.name,
                   archive_text_of_iso(field.normalized.empty() ? field.value : field.normalized));
  }
  return values;
}

/// One book on its way.
class CivilBook {
 public:
  CivilBook(const RecordSource& source, const ExportSettings& settings)
      : source_(source),
        settings_(settings),
        folder_(settings.work_folder.empty() ? temporary_folder_of_system() : settings.work_folder),
        spool_(settings.work_folder) {}

  void write(const fs::path& output) {
    const std::string& job_time = source_.record().job_time;
    // Nameless: never committed, gone with the process.
    AtomicFile table(folder_ / "table.xlsx");
    write_workbook(table_of_cases(), job_time, table.path());
    AtomicFile cases(folder_ / "cases.zip");
    {
      Spool spool(settings_.work_folder);
      std::vector<PackageFile> pdfs;
      for (const Paper& paper : source_.record().dossier.papers) {
        pdfs.push_back(
            package_copy(file_of(paper), source_.zip(), source_.entry(pdf_path_of(paper)), spool));
      }
      write_zip(cases.path(), pdfs, spool, job_time);
    }
    const std::string& code = settings_.metadata.book_code;
    const std::vector<PackageFile> files = {package_copy(code + ".xlsx", table.path(), spool_),
                                            package_copy(code + ".zip", cases.path(), spool_)};
    write_zip(output, files, spool_, job_time);
  }

 private:
  BookTable table_of_cases() const {
    const std::vector<Paper>& papers = source_.record().dossier.papers;
    std::set<std::string> names;
    for (const Paper& paper : papers) {
      for (const auto& [name, value] : values_of(paper, settings_.metadata)) names.insert(name);
    }
    BookTable table;
    table.name = settings_.metadata.book_code;
    table.heads = {kBookOrdinalHeader, kBookFileHeader, kBookTitleHeader, kBookPagesHeader};
    table.heads.insert(table.heads.end(), names.begin(), names.end());
    for (const Paper& paper : papers) {
      FieldValues values = values_of(paper, settings_.metadata);
      std::vector<std::string> row = {std::to_string(table.rows.size() + 1), file_of(paper),
                                      paper.title, std::to_string(paper.pages.size())};
      for (const std::string& name : names) row.push_back(values[name]);
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  std::string file_of(const Paper& paper) const {
    return settings_.metadata.book_code + "." + std::to_string(paper.number) + ".pdf";
  }

  const RecordSource& source_;
  const ExportSettings& settings_;
  fs::path folder_;
  Spool spool_;
};

}  // namespace

std::vector<Finding> export_civil_book(const RecordSource& source,
                                       const std::filesystem::path& output,
                                       const ExportSettings& settings) {
  const std::string& code = settings.metadata.book_code;
  if (code.empty()) {
    return {metadata_fault("metadata.missing", "book.code", "is mandatory and has no value",
                           "state it in the metadata file")};
  }
  if (safe_file_name(code) != code) {
    return {metadata_fault("metadata.pattern", "book.code", "cannot be the name of a file",
                           "correct it")};
  }
  CivilBook(source, settings).write(output);
  return {};
}

}  // namespace sohoa
