#include <gtest/gtest.h>

#include <filesystem>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/pdf/pdf_writer.h"
#include "tests/package/pdf_sample.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

/// A page of visible text with a signature field, a web link, a link that runs a script, an action
/// on opening, and inherited resources.
std::filesystem::path foreign_file(const std::filesystem::path& folder) {
  QPDF pdf;
  pdf.emptyPDF();
  Handle page = Handle::parse("<< /Type /Page /MediaBox [0 0 300 200] >>");
  page.replaceKey("/Contents",
                  Handle::newStream(&pdf, "BT /F1 20 Tf 20 150 Td (Foreign page) Tj ET"));
  page.replaceKey("/AA", Handle::parse("<< /O << /S /JavaScript /JS (app.beep\\(\\)) >> >>"));
  Handle look = Handle::newStream(&pdf, "0.9 g 0 0 100 40 re f BT /F1 9 Tf 5 5 Td (Signed) Tj ET");
  look.replaceDict(
      Handle::parse("<< /Type /XObject /Subtype /Form /BBox [0 0 100 40] /Resources"
                    " << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont"
                    " /Helvetica >> >> >> >>"));
  Handle field = pdf.makeIndirectObject(
      Handle::parse("<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /F 132 /Rect [150 20 250 60]"
                    " /V << /Type /Sig /Contents <00> >> /AP << >> >>"));
  field.getKey("/AP").replaceKey("/N", look);
  Handle annotations = Handle::newArray();
  annotations.appendItem(field);
  annotations.appendItem(pdf.makeIndirectObject(
      Handle::parse("<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI"
                    " (https://example.org/) >> >>")));
  annotations.appendItem(pdf.makeIndirectObject(
      Handle::parse("<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /JavaScript /JS (x)"
                    " >> >>")));
  page.replaceKey("/Annots", annotations);
  QPDFPageDocumentHelper(pdf).addPage(pdf.makeIndirectObject(page), false);
  pdf.getRoot().getKey("/Pages").replaceKey(
      "/Resources", Handle::parse("<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont"
                                  " /Helvetica >> >> >>"));
  Handle form = Handle::parse("<< /SigFlags 3 >>");
  Handle fields = Handle::newArray();
  fields.appendItem(field);
  form.replaceKey("/Fields", fields);
  pdf.getRoot().replaceKey("/AcroForm", form);
  pdf.getRoot().replaceKey("/OpenAction", Handle::parse("<< /S /JavaScript /JS (x) >>"));
  const std::filesystem::path path = folder / "foreign.pdf";
  QPDFWriter writer(pdf, path.c_str());
  writer.write();
  return path;
}

class PdfCopy : public testing::Test {
 protected:
  std::filesystem::path copied() {
    PdfWriter writer(test::sample_settings());
    writer.add_page(test::sample_page(), test::sample_text());
    writer.copy_page(foreign_file(folder_.path()), 1);
    EXPECT_FALSE(writer.all_ours());
    EXPECT_EQ(writer.page_count(), 2);
    const std::filesystem::path path = folder_.path() / "copy.pdf";
    writer.write(path);
    return path;
  }

  TemporaryFolder folder_;
};

}  // namespace

TEST_F(PdfCopy, KeepsWhatThePageShows) {
  const std::string path = copied().string();
  const std::string text = run_process({"pdftotext", "-f", "2", path, "-"}, {}).output;
  EXPECT_NE(text.find("Foreign page"), std::string::npos);
  EXPECT_NE(text.find("Signed"), std::string::npos);
}

TEST_F(PdfCopy, LeavesWhatActsBehind) {
  QPDF pdf;
  pdf.processFile(copied().c_str());
  EXPECT_FALSE(pdf.getRoot().hasKey("/AcroForm"));
  EXPECT_FALSE(pdf.getRoot().hasKey("/OpenAction"));
  Handle page = pdf.getAllPages().at(1);
  EXPECT_FALSE(page.hasKey("/AA"));
  ASSERT_EQ(page.getKey("/Annots").getArrayNItems(), 1);
  EXPECT_EQ(page.getKey("/Annots").getArrayItem(0).getKey("/A").getKey("/S").getName(), "/URI");
  for (Handle object : pdf.getAllObjects()) {
    EXPECT_EQ(object.unparseResolved().find("JavaScript"), std::string::npos);
  }
}

TEST_F(PdfCopy, MakesNoClaimOfPdfA) {
  const Bytes bytes = read_file(copied());
  EXPECT_EQ(as_text(bytes).find("pdfaid:part"), std::string_view::npos);
}

TEST_F(PdfCopy, IsSoundForQpdf) {
  const ProcessResult check = run_process({"qpdf", "--check", copied().string()}, {});
  EXPECT_EQ(check.exit_code, 0) << check.output << check.messages;
}

TEST_F(PdfCopy, RefusesAPageThatIsNotThere) {
  PdfWriter writer(test::sample_settings());
  try {
    writer.copy_page(foreign_file(folder_.path()), 2);
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kInput);
  }
}

}  // namespace sohoa
