#include "pipeline/package/pdf_writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <string>

#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/base/text.h"
#include "tests/package/pdf_sample.h"

namespace sohoa {

namespace {

using test::sample_page;
using test::sample_settings;
using test::sample_text;

class PdfFile : public testing::Test {
 protected:
  std::filesystem::path write(PdfWriter& writer, const std::string& name = "a.pdf") {
    const std::filesystem::path path = folder_.path() / name;
    writer.write(path);
    return path;
  }

  std::filesystem::path one_page(const ScannedPage& page, const TextPage& text,
                                 const PdfSettings& settings = sample_settings()) {
    PdfWriter writer(settings);
    writer.add_page(page, text);
    return write(writer);
  }

  std::string output_of(const std::vector<std::string>& command) {
    return run_process(command, ProcessLimits{}).output;
  }

  TemporaryFolder folder_;
};

Bytes raw_stream(QPDFObjectHandle stream) {
  const std::shared_ptr<Buffer> buffer = stream.getRawStreamData();
  return Bytes(buffer->getBuffer(), buffer->getBuffer() + buffer->getSize());
}

QPDFObjectHandle page_of(QPDF& pdf, int index = 0) {
  return pdf.getAllPages().at(static_cast<std::size_t>(index));
}

QPDFObjectHandle image_of(QPDF& pdf, const std::string& name = "/Im0") {
  return page_of(pdf).getKey("/Resources").getKey("/XObject").getKey(name);
}

}  // namespace

TEST_F(PdfFile, KeepsTheMastersBytes) {
  const ScannedPage page = sample_page();
  QPDF pdf;
  pdf.processFile(one_page(page, sample_text()).c_str());
  EXPECT_EQ(sha256_of(raw_stream(image_of(pdf))), sha256_of(page.master.bytes));
}

TEST_F(PdfFile, HasNoErrorsForQpdf) {
  const ProcessResult check = run_process(
      {"qpdf", "--check", one_page(sample_page(), sample_text()).string()}, ProcessLimits{});
  EXPECT_EQ(check.exit_code, 0) << check.output << check.messages;
}

TEST_F(PdfFile, GivesTheWordsBackInOrder) {
  const TextPage text = sample_text();
  const std::string path = one_page(sample_page(), text).string();
  EXPECT_EQ(split_words(output_of({"pdftotext", "-raw", path, "-"})),
            split_words(plain_text(text)));
}

TEST_F(PdfFile, IsTheSameBytesForTheSamePages) {
  const ScannedPage page = sample_page();
  PdfWriter first(sample_settings());
  PdfWriter second(sample_settings());
  for (PdfWriter* writer : {&first, &second}) {
    writer->add_page(page, sample_text());
    writer->add_page(page, sample_text());
  }
  EXPECT_EQ(read_file(write(first, "first.pdf")), read_file(write(second, "second.pdf")));
}

TEST_F(PdfFile, ReportsAFullDisk) {
  PdfWriter writer(sample_settings());
  writer.add_page(sample_page(), sample_text());
  try {
    writer.write("/dev/full");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kOutput);
  }
}

}  // namespace sohoa
