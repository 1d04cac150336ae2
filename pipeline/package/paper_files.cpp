#include "pipeline/package/paper_files.h"

#include <utility>

#include "models/record/json.h"
#include "pipeline/package/bagit.h"
#include "pipeline/package/package_names.h"
#include "pipeline/package/pdfa/pdfa_lint.h"
#include "pipeline/package/text_formats.h"

namespace sohoa {

namespace {

constexpr char kPageBreak[] = "\f";

PdfSettings with_title(const PdfSettings& settings, const std::string& title) {
  PdfSettings titled = settings;
  titled.title = title;
  return titled;
}

PackageFile pdf_file(PdfWriter& pdf, const std::string& path, Spool& spool) {
  PackageFileBuilder file(path, spool);
  pdf.write(path, [&](ByteView bytes) { file.add(bytes); });
  return file.finish();
}

std::vector<Finding> lint_of(const PackageFile& pdf, const Spool& spool) {
  // Nothing else was put into the spool while it was written: it lies in one piece.
  return lint_pdfa(SpooledPdf(pdf.path, spool, pdf.pieces.at(0)));
}

}  // namespace

PaperFiles::PaperFiles(const Paper& paper, const PackageSettings& settings, Spool& spool)
    : paper_(paper),
      settings_(settings),
      spool_(spool),
      pdf_(with_title(settings.pdf, paper.title)),
      text_(text_path_of(paper), spool) {}

void PaperFiles::add_page(const PageAccount& account, const ScannedPage& page,
                          const TextPage& text) {
  if (pdf_.page_count() > 0) text_.add(as_bytes(kPageBreak));
  text_.add(as_bytes(plain_text(text)));
  pdf_.add_page(page, text);
  TextFormatContext context;
  context.file_name = pdf_path_of(paper_);
  context.image_sha256 = account.master_sha256;
  context.program_version = settings_.job.program_version;
  context.job_time = settings_.pdf.job_time;
  context.page_number = pdf_.page_count();
  const std::string path = alto_path_of(paper_, pdf_.page_count());
  const std::string alto = alto_of(text, context);
  if (carries_files()) {
    pdf_.attach(alto_attachment(path.substr(path.rfind('/') + 1), context), as_bytes(alto));
  }
  files_.push_back(package_file(path, as_bytes(alto), spool_));
  accounts_.push_back(account);
}

/// The record of the job as far as it is about this paper. It lists no files: one is the PDF that
/// it lies in.
void PaperFiles::attach_record() {
  Record record = settings_.job;
  record.dossier.papers = {paper_};
  record.dossier.papers.front().pages.clear();
  for (const PageAccount& account : accounts_) {
    record.dossier.papers.front().pages.push_back(account.sequence);
  }
  record.dossier.pages = std::move(accounts_);
  pdf_.attach({kRecordName, "application/json", "Record: how this paper was digitized",
               settings_.pdf.job_time},
              as_bytes(canonical_json(json_of(record))));
}

std::vector<PackageFile> PaperFiles::finish() {
  if (carries_files()) attach_record();
  files_.push_back(text_.finish());
  files_.push_back(pdf_file(pdf_, pdf_path_of(paper_), spool_));
  if (settings_.pdf.output_type != OutputType::kPdf) findings_ = lint_of(files_.back(), spool_);
  return std::move(files_);
}

PackageFile scan_only_pdf(const PageAccount& account, const ScannedPage& page,
                          const PackageSettings& settings, Spool& spool) {
  PdfWriter pdf(with_title(settings.pdf, name_of(page.source)));
  pdf.add_page(page, TextPage{});
  return pdf_file(pdf, set_aside_path_of(account), spool);
}

}  // namespace sohoa
