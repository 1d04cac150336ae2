#include "tests/package/sign/sample_pdf.h"

#include <qpdf/QPDFWriter.hh>

#include "tests/package/pdf_sample.h"

namespace sohoa::test {

namespace {

using Handle = QPDFObjectHandle;

void write_changed(QPDF& pdf, const std::filesystem::path& file, Sections sections,
                   const std::function<void(QPDF&)>& change) {
  if (change) change(pdf);
  QPDFWriter writer(pdf, file.c_str());
  writer.setObjectStreamMode(sections == Sections::kTables ? qpdf_o_disable : qpdf_o_generate);
  writer.setDecodeLevel(qpdf_dl_none);
  writer.setNewlineBeforeEndstream(true);
  writer.setDeterministicID(true);
  writer.write();
}

}  // namespace

void write_sample(const std::filesystem::path& file, Sections sections,
                  const std::function<void(QPDF&)>& change) {
  const std::filesystem::path first = file.string() + ".first";
  PdfWriter pages(sample_settings());
  pages.add_page(sample_page(), sample_text());
  pages.write(first);
  QPDF pdf;
  pdf.processFile(first.c_str());
  write_changed(pdf, file, sections, change);
  std::filesystem::remove(first);
}

void write_drawing(const std::filesystem::path& file, const std::string& operators,
                   const std::function<void(QPDF&)>& change) {
  QPDF pdf;
  pdf.emptyPDF();
  Handle page = Handle::parse("<< /Type /Page /MediaBox [0 0 595 842] /Resources << >> >>");
  page.replaceKey("/Contents", Handle::newStream(&pdf, operators));
  pdf.addPage(pdf.makeIndirectObject(page), false);
  write_changed(pdf, file, Sections::kStreams, change);
}

}  // namespace sohoa::test
