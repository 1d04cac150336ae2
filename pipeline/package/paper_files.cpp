#include "pipeline/package/paper_files.h"

#include "pipeline/package/package_names.h"
#include "pipeline/package/paper_check.h"
#include "pipeline/package/text_formats.h"

namespace sohoa {

namespace {

constexpr char kPageBreak[] = "\f";

PdfSettings with_title(const PdfSettings& settings, const std::string& title) {
  PdfSettings titled = settings;
  titled.title = title;
  return titled;
}

PackageFile file_of(const Spool& written, const std::string& path, Spool& spool) {
  PackageFileBuilder file(path, spool);
  file.add_file(written.path());
  return file.finish();
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
  context.program_version = settings_.program_version;
  context.job_time = settings_.pdf.job_time;
  context.page_number = pdf_.page_count();
  files_.push_back(package_file(alto_path_of(paper_, pdf_.page_count()),
                                as_bytes(alto_of(text, context)), spool_));
}

std::vector<PackageFile> PaperFiles::finish() {
  files_.push_back(text_.finish());
  const Spool pdf(settings_.pdf.spool_folder);
  pdf_.write(pdf.path());
  if (settings_.pdf.output_type != OutputType::kPdf) {
    findings_ = lint_paper(pdf.path(), pdf_path_of(paper_));
  }
  files_.push_back(file_of(pdf, pdf_path_of(paper_), spool_));
  return std::move(files_);
}

PackageFile scan_only_pdf(const PageAccount& account, const ScannedPage& page,
                          const PackageSettings& settings, Spool& spool) {
  PdfWriter pdf(with_title(settings.pdf, name_of(page.source)));
  pdf.add_page(page, TextPage{});
  const Spool written(settings.pdf.spool_folder);
  pdf.write(written.path());
  return file_of(written, set_aside_path_of(account), spool);
}

}  // namespace sohoa
