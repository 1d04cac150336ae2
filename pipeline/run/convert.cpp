#include "pipeline/run/convert.h"

#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

#include "models/record/json.h"
#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/deliver/delivery.h"
#include "pipeline/package/pdf/pdf_writer.h"
#include "pipeline/package/text_formats.h"
#include "pipeline/run/page_work.h"
#include "pipeline/run/report.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr char kPageBreak = '\f';

std::string page_file_name(int sequence, const char* extension) {
  char name[32];
  std::snprintf(name, sizeof name, "%04d.%s", sequence, extension);
  return name;
}

void write_page_file(const fs::path& folder, const ReadPage& page, const char* extension,
                     const std::string& content) {
  write_file(folder / page_file_name(page.task.sequence, extension), as_bytes(content));
}

void make_folder(const fs::path& folder) {
  if (folder.empty()) return;
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) throw output_error(folder.string(), failed.value());
}

/// Writes the formats that were asked for, page by page.
class Products {
 public:
  Products(const Job& job, const ConvertOutputs& outputs, const Settings& settings)
      : job_(job), outputs_(outputs), settings_(settings), pdf_(pdf_settings(job, settings)) {
    for (const fs::path& folder : {outputs.alto_folder, outputs.hocr_folder, outputs.page_folder}) {
      make_folder(folder);
    }
  }

  void add(ReadPage&& page) {
    if (page.account.set_aside) return;
    if (page.copied) {
      pdf_.copy_page(job_.inputs[page.task.input].path, page.task.number);
    } else {
      pdf_.add_page(page.scan, page.text);
    }
    write_text_formats(page);
    if (page_count_++ > 0) text_ += kPageBreak;
    text_ += plain_text(page.text);
  }

  /// Of the whole PDF; there are none when it is what was asked for.
  std::vector<Finding> findings() const {
    if (settings_.output_type == OutputType::kPdf || pdf_.all_ours()) return {};
    return {{"output.not-pdfa", Severity::kWarning, outputs_.pdf.string(),
             "makes no PDF/A claim, because pages were taken over as they are",
             "leave out --skip-text for a PDF/A", std::nullopt}};
  }

  void finish() {
    if (!outputs_.pdf.empty()) {
      Delivery pdf(outputs_.pdf);
      pdf.write_by([this](const fs::path& path) { pdf_.write(path); });
      pdf.commit();
    }
    if (!outputs_.text.empty()) {
      Delivery text(outputs_.text);
      text.write(as_bytes(text_));
      text.commit();
    }
  }

 private:
  void write_text_formats(const ReadPage& page) {
    TextFormatContext context;
    context.file_name = page.account.source.file;
    context.image_sha256 = page.account.master_sha256;
    context.program_version = kProgramVersion;
    context.job_time = job_.time;
    context.page_number = page.task.sequence;
    write_alto(page, context);
    if (!outputs_.hocr_folder.empty()) {
      write_page_file(outputs_.hocr_folder, page, "hocr", hocr_of(page.text, context));
    }
    if (!outputs_.page_folder.empty()) {
      write_page_file(outputs_.page_folder, page, "json", canonical_json(json_of(page.text)));
    }
  }

  void write_alto(const ReadPage& page, const TextFormatContext& context) {
    const bool inside = settings_.output_type == OutputType::kPdfA3u;
    if (!inside && outputs_.alto_folder.empty()) return;
    const std::string alto = alto_of(page.text, context);
    if (inside) {
      const std::string name = page_file_name(page.task.sequence, "xml");
      pdf_.attach(alto_attachment(name, context), as_bytes(alto));
    }
    if (!outputs_.alto_folder.empty()) write_page_file(outputs_.alto_folder, page, "xml", alto);
  }

  const Job& job_;
  const ConvertOutputs& outputs_;
  const Settings& settings_;
  PdfWriter pdf_;
  std::string text_;
  int page_count_ = 0;
};

}  // namespace

Report convert(const std::vector<std::string>& inputs, const ConvertOutputs& outputs,
               const Settings& settings, const ProgressListener& progress) {
  const TemporaryFolder folder;
  const Job job = open_job(inputs, settings, folder);
  Products products(job, outputs, settings);
  Dossier dossier;
  dossier.findings = input_findings(job);
  read_pages(job, settings, progress, [&](ReadPage&& page) {
    dossier.pages.push_back(page.account);
    products.add(std::move(page));
  });
  products.finish();
  const std::vector<Finding> findings = products.findings();
  dossier.findings.insert(dossier.findings.end(), findings.begin(), findings.end());
  Report report = report_of("convert", dossier);
  report.output = outputs.pdf.string();
  return report;
}

}  // namespace sohoa
