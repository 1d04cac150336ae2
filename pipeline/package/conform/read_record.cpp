#include "pipeline/package/conform/read_record.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>

#include "pipeline/base/error.h"
#include "pipeline/base/text.h"
#include "pipeline/package/bagit.h"
#include "pipeline/package/package_check.h"
#include "pipeline/package/package_kind.h"
#include "pipeline/package/package_names.h"
#include "pipeline/package/pdf/pdf_on_disk.h"
#include "pipeline/package/pdf/pdf_signature_traces.h"
#include "pipeline/package/pdf/pdf_survey.h"
#include "pipeline/package/pdfa/pdfa_lint.h"
#include "pipeline/package/record_file.h"
#include "pipeline/package/zip/zip_limits.h"
#include "pipeline/package/zipped_pdf.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPdfsMax = 100'000;

CheckedPaper checked_paper(const PdfBytes& pdf, const VerifySettings& signatures) {
  CheckedPaper paper;
  paper.name = pdf.name();
  paper.facts = survey_pdf(pdf);
  if (!paper.facts.signatures.empty() || !signature_traces(pdf).empty()) {
    paper.signatures = verify_signatures(pdf.name(), pdf.all(), signatures);
  }
  if (paper.facts.pdfa_part > 0 && !paper.facts.encrypted) paper.lint = lint_pdfa(pdf);
  return paper;
}

bool begins_like_pdf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw input_error(file.string(), errno);
  char head[5] = {};
  stream.read(head, sizeof head);
  return std::string_view(head, sizeof head) == "%PDF-";
}

/// One that is damaged is a fault of the record: the others are still to be checked.
void add_paper(CheckedRecord& record, const std::string& name, const std::function<void()>& add) {
  try {
    add();
  } catch (const Error& error) {
    if (error.code() != ExitCode::kInput) throw;
    record.faults.push_back(
        {"package.paper-damaged", Severity::kError, name, error.reason(), "", std::nullopt});
  }
}

CheckedRecord read_folder(const fs::path& folder, const VerifySettings& signatures) {
  CheckedRecord record;
  record.name = folder.string();
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_regular_file() && is_pdf_name(entry.path().filename().string())) {
      files.push_back(entry.path());
    }
    if (files.size() > kPdfsMax) {
      throw Error(ExitCode::kInput, folder.string(),
                  "holds more than " + std::to_string(kPdfsMax) + " PDFs", "check it in parts");
    }
  }
  if (files.empty()) {
    throw Error(ExitCode::kInput, folder.string(), "holds no PDF", "name a package or a PDF");
  }
  std::sort(files.begin(), files.end(), [](const fs::path& a, const fs::path& b) {
    return natural_less(a.string(), b.string());
  });
  for (const fs::path& file : files) {
    add_paper(record, file.string(),
              [&] { record.papers.push_back(checked_paper(PdfOnDisk::open(file), signatures)); });
  }
  return record;
}

/// Of a package: its own record.json, where it has one that can be read.
std::optional<Record> record_in(const ZipReader& zip) {
  for (const ZipEntry& entry : zip.entries()) {
    if (entry.name != kRecordName) continue;
    try {
      return read_record(zip, entry).record;
    } catch (const Error&) {  // the faults of the package tell it
    }
  }
  return std::nullopt;
}

/// Ties the PDFs to the papers and page accounts of record.json.
void tie(CheckedRecord& record) {
  std::map<int, const PageAccount*> accounts;
  for (const PageAccount& page : record.record->dossier.pages) accounts[page.sequence] = &page;
  std::map<std::string, const Paper*> papers;
  for (const Paper& paper : record.record->dossier.papers) papers[pdf_path_of(paper)] = &paper;
  for (CheckedPaper& checked : record.papers) {
    const auto paper = papers.find(checked.name);
    if (paper == papers.end()) continue;
    checked.paper = paper->second;
    for (const int sequence : checked.paper->pages) {
      const auto account = accounts.find(sequence);
      if (account != accounts.end()) checked.accounts.push_back(account->second);
    }
  }
}

/// What is wrong with the package as such. One that does not say what it holds may be whole or not.
std::vector<Finding> faults_of(const fs::path& path, const ZipReader& zip) {
  const ZipContents contents = contents_of(zip);
  if (kind_of(contents) != PackageKind::kRecord || contents.has(kRecordName)) {
    return check_package(path, {PaperCheck::kPageCount, {}});
  }
  return {{"package.no-manifest", Severity::kError, path.string(), "it does not say what it holds",
           "", std::nullopt}};
}

/// What a fault is about is not looked into: its bytes are not those that were sent.
bool is_faulty(const CheckedRecord& record, const std::string& name) {
  return std::any_of(record.faults.begin(), record.faults.end(), [&](const Finding& fault) {
    // Of a package within one folder the faults tell the names inside it.
    return fault.subject == name || name.ends_with("/" + fault.subject);
  });
}

CheckedRecord read_package(const fs::path& path, const VerifySettings& signatures) {
  CheckedRecord record;
  record.name = path.string();
  const ZipReader zip(path);
  record.faults = check_entries(zip.entries(), ZipLimits{});
  if (!record.faults.empty()) return record;
  record.faults = faults_of(path, zip);
  record.record = record_in(zip);
  for (const ZipEntry* entry : paper_entries(zip)) {
    if (is_faulty(record, entry->name)) continue;
    add_paper(record, entry->name, [&] {
      with_zipped_pdf(zip, *entry, {}, [&](const PdfBytes& pdf) {
        record.papers.push_back(checked_paper(pdf, signatures));
      });
    });
  }
  if (record.record) tie(record);
  return record;
}

}  // namespace

CheckedRecord read_record_for_check(const fs::path& path, const VerifySettings& signatures) {
  if (fs::is_directory(path)) return read_folder(path, signatures);
  if (begins_like_zip(path)) return read_package(path, signatures);
  if (!begins_like_pdf(path)) {
    throw Error(ExitCode::kInput, path.string(), "is neither a package nor a PDF",
                "name one of these, or a folder of PDFs");
  }
  CheckedRecord record;
  record.name = path.string();
  record.papers.push_back(checked_paper(PdfOnDisk::open(path), signatures));
  return record;
}

}  // namespace sohoa
