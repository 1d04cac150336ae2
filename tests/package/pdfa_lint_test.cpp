#include "pipeline/package/pdfa/pdfa_lint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>
#include <vector>

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/pdf/pdf_output.h"
#include "tests/package/pdf_sample.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;
using Codes = std::vector<std::string>;

Codes codes_of(const std::filesystem::path& pdf) {
  Codes codes;
  for (const Finding& finding : lint_pdfa(pdf)) codes.push_back(finding.code);
  return codes;
}

class PdfaLint : public testing::Test {
 protected:
  std::filesystem::path good() {
    PdfWriter writer(test::sample_settings());
    writer.add_page(test::sample_page(), test::sample_text());
    const std::filesystem::path path = folder_.path() / "good.pdf";
    writer.write(path);
    return path;
  }

  /// The good file, its bytes changed.
  std::filesystem::path patched(const std::string& old_text, const std::string& new_text) {
    const Bytes bytes = read_file(good());
    std::string data(as_text(bytes));
    const std::size_t at = data.find(old_text);
    EXPECT_NE(at, std::string::npos) << old_text;
    data.replace(at, old_text.size(), new_text);
    return write("patched.pdf", data);
  }

  std::filesystem::path write(const std::string& name, const std::string& data) {
    const std::filesystem::path path = folder_.path() / name;
    std::ofstream(path, std::ios::binary) << data;
    return path;
  }

  /// The good file written by libqpdf with other settings.
  std::filesystem::path rewritten(const std::function<void(QPDFWriter&)>& choose) {
    QPDF pdf;
    pdf.processFile(good().c_str());
    const std::filesystem::path path = folder_.path() / "rewritten.pdf";
    QPDFWriter writer(pdf, path.c_str());
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setNewlineBeforeEndstream(true);
    choose(writer);
    writer.write();
    return path;
  }

  TemporaryFolder folder_;
};

}  // namespace

TEST_F(PdfaLint, HasNothingAgainstOurFiles) { EXPECT_EQ(codes_of(good()), Codes{}); }

TEST_F(PdfaLint, HasNothingAgainstClassicCrossReferences) {
  const auto classic = [](QPDFWriter& writer) { writer.setObjectStreamMode(qpdf_o_disable); };
  EXPECT_EQ(codes_of(rewritten(classic)), Codes{});
}

/// The good file with a file inside, after `change` of its specification.
class PdfaLintOfAttachments : public PdfaLint {
 protected:
  Codes codes_after(const std::function<void(Handle, Handle)>& change,
                    OutputType type = OutputType::kPdfA3u) {
    PdfSettings settings = test::sample_settings();
    settings.output_type = type;
    PdfWriter writer(settings);
    writer.add_page(test::sample_page(), test::sample_text());
    const std::string xml = "<alto/>";
    writer.attach({"0001.xml", "application/xml", "ALTO", settings.job_time}, as_bytes(xml));
    const std::filesystem::path path = folder_.path() / "attached.pdf";
    writer.write(path);
    QPDF pdf;
    pdf.processFile(path.c_str());
    change(pdf.getRoot(), pdf.getRoot().getKey("/AF").getArrayItem(0));
    std::string data;
    write_pdf(pdf, PdfVersion::k17, "changed.pdf", [&](ByteView bytes) { data += as_text(bytes); });
    return codes_of(write("changed.pdf", data));
  }
};

TEST_F(PdfaLintOfAttachments, PartThreeTakesFilesThatSayWhatTheyAre) {
  EXPECT_EQ(codes_after([](Handle, Handle) {}), Codes{});
}

TEST_F(PdfaLintOfAttachments, PartTwoTakesNone) {
  EXPECT_EQ(codes_after([](Handle, Handle) {}, OutputType::kPdfA2u),
            Codes{"pdfa.6.8-embedded-file"});
}

TEST_F(PdfaLintOfAttachments, NamesTheOneClauseThatIsBroken) {
  EXPECT_EQ(codes_after([](Handle, Handle file) { file.removeKey("/UF"); }),
            Codes{"pdfa.6.8-file-name"});
  EXPECT_EQ(codes_after([](Handle, Handle file) { file.removeKey("/AFRelationship"); }),
            Codes{"pdfa.6.8-relationship"});
  EXPECT_EQ(codes_after([](Handle, Handle file) {
              file.getKey("/EF").getKey("/F").getDict().removeKey("/Subtype");
            }),
            Codes{"pdfa.6.8-media-type"});
  EXPECT_EQ(codes_after([](Handle root, Handle) { root.removeKey("/AF"); }),
            Codes{"pdfa.6.8-association"});
}

TEST_F(PdfaLint, SeesTheHeader) {
  EXPECT_EQ(codes_of(patched("%PDF-1.7", "%PDF-1.9")), Codes{"pdfa.6.1.2-header"});
  EXPECT_EQ(codes_of(patched("\n%\xBF", "\n%a")), Codes{"pdfa.6.1.2-binary-comment"});
}

TEST_F(PdfaLint, SeesAMissingIdentifier) {
  EXPECT_EQ(codes_of(patched("/ID [", "/IE [")), Codes{"pdfa.6.1.3-id"});
}

TEST_F(PdfaLint, SeesBytesAfterTheEnd) {
  EXPECT_EQ(codes_of(patched("%%EOF\n", "%%EOF\nmore")), Codes{"pdfa.6.1.3-eof"});
}

TEST_F(PdfaLint, SeesEncryption) {
  const auto encrypt = [](const char* user) {
    return [user](QPDFWriter& writer) {
      writer.setR6EncryptionParameters(user, "owner", true, true, true, true, true, true,
                                       qpdf_r3p_full, true);
    };
  };
  EXPECT_EQ(codes_of(rewritten(encrypt(""))).front(), "pdfa.6.1.3-encrypt");
  EXPECT_EQ(codes_of(rewritten(encrypt("secret"))), Codes{"pdfa.6.1.3-encrypt"});
}

TEST_F(PdfaLint, SeesAStreamThatEndsWithoutAnEndOfLine) {
  EXPECT_EQ(
      codes_of(rewritten([](QPDFWriter& writer) { writer.setNewlineBeforeEndstream(false); })),
      Codes{"pdfa.6.1.7.1-endstream"});
}

TEST_F(PdfaLint, SeesALengthThatLies) {
  const Bytes bytes = read_file(good());
  std::string data(as_text(bytes));
  const std::size_t at = data.find("/Subtype /XML");
  ASSERT_NE(at, std::string::npos);
  const std::size_t length = data.find("/Length ", data.rfind("obj", at)) + 8;
  data[length] = data[length] == '9' ? '8' : static_cast<char>(data[length] + 1);
  EXPECT_EQ(codes_of(write("lies.pdf", data)), Codes{"pdfa.6.1.7.1-length"});
}

TEST_F(PdfaLint, SeesALengthBeyondAllNumbers) {
  const Bytes bytes = read_file(good());
  std::string data(as_text(bytes));
  const std::size_t at = data.find("/Subtype /XML");
  ASSERT_NE(at, std::string::npos);
  const std::size_t length = data.find("/Length ", data.rfind("obj", at)) + 8;
  const std::string number = "9223372036854775807";
  const std::size_t digits = data.find_first_not_of("0123456789", length) - length;
  data.replace(length, digits, number);
  data.erase(data.find("stream", length) + 8, number.size() - digits);  // all else stays in place
  const Codes codes = codes_of(write("lies.pdf", data));
  EXPECT_NE(std::find(codes.begin(), codes.end(), "pdfa.6.1.7.1-length"), codes.end());
}

TEST_F(PdfaLint, SeesAHexadecimalStringOfOddLength) {
  const Bytes bytes =
      read_file(rewritten([](QPDFWriter& writer) { writer.setObjectStreamMode(qpdf_o_disable); }));
  std::string data(as_text(bytes));
  const std::size_t at = data.find("/Title <");
  ASSERT_NE(at, std::string::npos);
  data[data.find('>', at) - 1] = ' ';
  EXPECT_EQ(codes_of(write("odd.pdf", data)), Codes{"pdfa.6.1.6-hexadecimal"});
}

TEST_F(PdfaLint, SurvivesAnObjectNumberBeyondAllNumbers) {
  const Bytes bytes =
      read_file(rewritten([](QPDFWriter& writer) { writer.setObjectStreamMode(qpdf_o_disable); }));
  std::string data(as_text(bytes));
  const std::size_t at = data.rfind("\n1 0 obj");
  ASSERT_NE(at, std::string::npos);
  data.replace(at, 2, "\n9999999999915");
  const std::filesystem::path path = write("huge.pdf", data);
  try {
    EXPECT_FALSE(lint_pdfa(path).empty());
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kInput);
  }
}

TEST_F(PdfaLint, RefusesWhatIsNoPdf) {
  try {
    lint_pdfa(write("a.pdf", "hello"));
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kInput);
  }
}

}  // namespace sohoa
