#include "tests/acquire/pdf_files.h"

namespace sohoa::test {
namespace {

const std::string kBox = "/MediaBox [0 0 72 72]";

std::string opening_failure(const Bytes& file, const AcquireSettings& settings = {}) {
  const Folder folder;
  try {
    open_input(folder.write("a.pdf", file), "a.pdf", settings);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kInput);
    return error.what();
  }
  return {};
}

InputFile opened(const Bytes& file, const AcquireSettings& settings = {}) {
  const Folder folder;
  return open_input(folder.write("a.pdf", file), "a.pdf", settings);
}

Bytes with_form(const std::string& form, const std::string& catalog_keys = "") {
  PdfBuilder pdf;
  pdf.show("0 0 9 9 re f", kBox);
  QPDFObjectHandle root = pdf.document().getRoot();
  root.replaceKey("/AcroForm", PdfBuilder::parse(form));
  QPDFObjectHandle keys = PdfBuilder::parse("<< " + catalog_keys + " >>");
  for (const std::string& key : keys.getKeys()) root.replaceKey(key, keys.getKey(key));
  return pdf.bytes();
}

const std::string kSigned = "/V << /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>";

TEST(PdfFile, ASignedOneIsRefusedUnlessACopyIsAskedFor) {
  const Bytes file =
      with_form("<< /SigFlags 3 /Fields [ << /FT /Sig /T (S) " + kSigned + " >> ] >>");
  EXPECT_EQ(
      opening_failure(file),
      "a.pdf: is digitally signed, and any change breaks the signature; pass --copy-signed to "
      "make an unsigned copy that says so");
  AcquireSettings settings;
  settings.copy_signed = true;
  EXPECT_TRUE(opened(file, settings).is_signed);
}

TEST(PdfFile, ASignatureIsFoundInFieldsBelowAndInPermissions) {
  EXPECT_NE(opening_failure(
                with_form("<< /Fields [ << /FT /Sig /Kids [ << " + kSigned + " >> ] >> ] >>")),
            "");
  EXPECT_NE(opening_failure(with_form(
                "<< /Fields [ ] >>", "/Perms << /DocMDP << /Type /Sig /ByteRange [0 1 2 3] >> >>")),
            "");
}

TEST(PdfFile, AnEmptySignatureFieldOrAForgottenFlagIsNoSignature) {
  EXPECT_FALSE(opened(with_form("<< /SigFlags 3 /Fields [ ] >>")).is_signed);
  EXPECT_FALSE(opened(with_form("<< /Fields [ << /FT /Sig /T (S) >> ] >>")).is_signed);
  EXPECT_FALSE(
      opened(with_form("<< /Fields [ << /FT /Tx /V << /Contents (text) >> >> ] >>")).is_signed);
}

TEST(PdfFile, AnXfaFormIsRefused) {
  EXPECT_EQ(opening_failure(with_form("<< /Fields [ ] /XFA [ (form) ] >>")),
            "a.pdf: is an XFA form, which only Adobe programs can show; print it to a new PDF and "
            "read that");
}

TEST(PdfFile, AnEncryptedOneIsRefusedWithAndWithoutPassword) {
  for (const char* password : {"", "secret"}) {
    PdfBuilder pdf;
    pdf.show("0 0 9 9 re f", kBox);
    QPDFWriter writer(pdf.document());
    writer.setOutputMemory();
    writer.setR6EncryptionParameters(password, "owner", true, true, true, true, true, true,
                                     qpdf_r3p_full, true);
    writer.write();
    const std::unique_ptr<Buffer> buffer(writer.getBuffer());
    EXPECT_EQ(opening_failure(Bytes(buffer->getBuffer(), buffer->getBuffer() + buffer->getSize())),
              "a.pdf: is encrypted; decrypt it first (qpdf --decrypt)");
  }
}

TEST(PdfFile, WithoutPagesIsRefused) {
  QPDF empty;
  empty.emptyPDF();
  QPDFWriter writer(empty);
  writer.setOutputMemory();
  writer.write();
  const std::unique_ptr<Buffer> buffer(writer.getBuffer());
  EXPECT_EQ(opening_failure(Bytes(buffer->getBuffer(), buffer->getBuffer() + buffer->getSize())),
            "a.pdf: has no pages; check that it is the right file");
}

TEST(PdfFile, CutShortIsRepairedWithAFindingOrRefused) {
  PdfBuilder pdf;
  pdf.show("0 0 9 9 re f", kBox);
  const Bytes file = pdf.bytes();
  for (double share = 0.05; share < 1; share += 0.05) {
    const Bytes cut = cut_short(file, share);
    if (opening_failure(cut).empty()) {
      ASSERT_FALSE(opened(cut).findings.empty()) << share;
      EXPECT_EQ(opened(cut).findings[0].code, "input.repaired");
    }
  }
  EXPECT_NE(opening_failure(cut_short(file, 0.1)), "");
}

TEST(PdfFile, AListOfPagesThatRunsInACircleIsRefused) {
  std::string file =
      "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
      "2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj\n"
      "3 0 obj << /Type /Pages /Count 1 /Kids [2 0 R] >> endobj\n"
      "trailer << /Root 1 0 R /Size 4 >>\n%%EOF\n";
  EXPECT_NE(opening_failure(Bytes(file.begin(), file.end())).find("runs in a circle"),
            std::string::npos);
}

TEST(PdfFile, AVeryDeepListOfPagesIsRead) {
  std::string file = "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n";
  constexpr int kDepth = 20'000;
  for (int i = 2; i < kDepth; ++i) {
    file += std::to_string(i) + " 0 obj << /Type /Pages /Count 1 /Kids [" + std::to_string(i + 1) +
            " 0 R] >> endobj\n";
  }
  file += std::to_string(kDepth) + " 0 obj << /Type /Page /MediaBox [0 0 9 9] >> endobj\n";
  file += "trailer << /Root 1 0 R /Size " + std::to_string(kDepth + 1) + " >>\n%%EOF\n";
  EXPECT_EQ(opened(Bytes(file.begin(), file.end())).page_count, 1);
}

TEST(PdfFile, PagesAreCountedInOrder) {
  PdfBuilder pdf;
  for (const int width : {10, 20, 30}) {
    pdf.show("0 0 9 9 re f", "/MediaBox [0 0 " + std::to_string(width) + " 50]");
  }
  const Folder folder;
  const AcquireSettings settings;
  const InputFile input = open_input(folder.write("a.pdf", pdf.bytes()), "a.pdf", settings);
  ASSERT_EQ(input.page_count, 3);
  PageLoader loader(settings);
  for (const int number : {3, 1, 2}) {
    EXPECT_DOUBLE_EQ(loader.load(input, number).size.width_pt, 10 * number);
  }
}

TEST(PdfFile, AttachedFilesAreAFinding) {
  const InputFile input =
      opened(with_form("<< /Fields [ ] >>", "/Names << /EmbeddedFiles << /Names [ ] >> >>"));
  ASSERT_EQ(input.findings.size(), 1u);
  EXPECT_EQ(input.findings[0].code, "input.attachments");
}

}  // namespace
}  // namespace sohoa::test
