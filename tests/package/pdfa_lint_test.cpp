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

Handle page_of(QPDF& pdf) { return pdf.getAllPages().at(0); }
Handle image_of(QPDF& pdf) {
  return page_of(pdf).getKey("/Resources").getKey("/XObject").getKey("/Im0").getDict();
}
Handle font_of(QPDF& pdf) {
  return page_of(pdf).getKey("/Resources").getKey("/Font").getKey("/F0");
}
Handle cid_font_of(QPDF& pdf) { return font_of(pdf).getKey("/DescendantFonts").getArrayItem(0); }

std::string data_of(Handle stream) {
  const std::shared_ptr<Buffer> data = stream.getStreamData(qpdf_dl_generalized);
  return std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
}

void set_data(Handle stream, const std::string& data) {
  stream.replaceStreamData(data, Handle::newNull(), Handle::newNull());
  stream.setFilterOnWrite(false);
}

void replace_in(Handle stream, const std::string& old_text, const std::string& new_text) {
  std::string data = data_of(stream);
  const std::size_t at = data.find(old_text);
  ASSERT_NE(at, std::string::npos) << old_text;
  set_data(stream, data.replace(at, old_text.size(), new_text));
}

void append_content(QPDF& pdf, const std::string& operators) {
  Handle content = page_of(pdf).getKey("/Contents");
  set_data(content, data_of(content) + operators);
}

void add_annotation(QPDF& pdf, const std::string& dictionary) {
  Handle list = Handle::newArray();
  list.appendItem(pdf.makeIndirectObject(Handle::parse(&pdf, dictionary)));
  page_of(pdf).replaceKey("/Annots", list);
}

void add_state(QPDF& pdf, const std::string& dictionary) {
  page_of(pdf)
      .getKey("/Resources")
      .replaceKey("/ExtGState", Handle::parse("<< /G0 " + dictionary + " >>"));
  append_content(pdf, "/G0 gs\n");
}

void show_text(QPDF& pdf) {
  Handle content = page_of(pdf).getKey("/Contents");
  std::string data = data_of(content);
  for (std::size_t at = data.find("3 Tr"); at != std::string::npos; at = data.find("3 Tr")) {
    data[at] = '0';
  }
  set_data(content, data);
}

/// Something broken in a good file, and the clause that it breaks.
struct Mutation {
  const char* clause;
  std::function<void(QPDF&)> breaks;
};

const std::vector<Mutation> kMutations = {
    {"6.1.7.2-lzw",
     [](QPDF& pdf) { image_of(pdf).replaceKey("/Filter", Handle::newName("/LZWDecode")); }},
    {"6.1.7.2-filter",
     [](QPDF& pdf) { image_of(pdf).replaceKey("/Filter", Handle::newName("/Squeeze")); }},
    {"6.1.7.1-external",
     [](QPDF& pdf) { image_of(pdf).replaceKey("/F", Handle::newString("a.jpg")); }},
    {"6.1.8-name",
     [](QPDF& pdf) { font_of(pdf).replaceKey("/BaseFont", Handle::newName("/A\xFF")); }},
    {"6.1.12-permissions",
     [](QPDF& pdf) { pdf.getRoot().replaceKey("/Perms", Handle::parse("<< /Other << >> >>")); }},
    {"6.1.13-integer",
     [](QPDF& pdf) { page_of(pdf).replaceKey("/X", Handle::newInteger(2147483648)); }},
    {"6.1.13-string",
     [](QPDF& pdf) { page_of(pdf).replaceKey("/X", Handle::newString(std::string(32768, 'a'))); }},
    {"6.1.13-name",
     [](QPDF& pdf) {
       page_of(pdf).replaceKey("/X", Handle::newName('/' + std::string(128, 'a')));
     }},
    {"6.1.13-page-size",
     [](QPDF& pdf) { page_of(pdf).replaceKey("/MediaBox", Handle::parse("[0 0 2 800]")); }},
    {"6.1.13-page-size",
     [](QPDF& pdf) { page_of(pdf).replaceKey("/MediaBox", Handle::parse("[0 0 14401 800]")); }},
    {"6.1.13-states",
     [](QPDF& pdf) {
       std::string saves;
       for (int i = 0; i < 29; ++i) saves += "q ";
       for (int i = 0; i < 29; ++i) saves += "Q ";
       append_content(pdf, saves);
     }},
    {"6.2.2-operator", [](QPDF& pdf) { append_content(pdf, "q 1 xyz Q\n"); }},
    {"6.2.2-operator", [](QPDF& pdf) { append_content(pdf, "BX xyz EX\n"); }},
    {"6.2.2-resources",
     [](QPDF& pdf) {
       Handle parent = page_of(pdf).getKey("/Parent");
       parent.replaceKey("/Resources", page_of(pdf).getKey("/Resources"));
       page_of(pdf).removeKey("/Resources");
     }},
    {"6.2.3-output-intent",
     [](QPDF& pdf) {
       Handle intent = pdf.getRoot().getKey("/OutputIntents").getArrayItem(0);
       intent.getKey("/DestOutputProfile").getDict().replaceKey("/N", Handle::newInteger(4));
     }},
    {"6.2.4.2-icc",
     [](QPDF& pdf) {
       Handle space = Handle::parse("[/ICCBased]");
       Handle profile = Handle::newStream(&pdf, "no profile");
       profile.getDict().replaceKey("/N", Handle::newInteger(1));
       space.appendItem(profile);
       image_of(pdf).replaceKey("/ColorSpace", space);
     }},
    {"6.2.4.3-device-cmyk", [](QPDF& pdf) { append_content(pdf, "0 0 0 1 k\n"); }},
    {"6.2.4.3-device-gray", [](QPDF& pdf) { pdf.getRoot().removeKey("/OutputIntents"); }},
    {"6.2.5-state", [](QPDF& pdf) { add_state(pdf, "<< /TR /Identity >>"); }},
    {"6.2.6-intent", [](QPDF& pdf) { append_content(pdf, "/Nice ri\n"); }},
    {"6.2.6-intent",
     [](QPDF& pdf) { image_of(pdf).replaceKey("/Intent", Handle::newName("/Nice")); }},
    {"6.2.8-interpolate",
     [](QPDF& pdf) { image_of(pdf).replaceKey("/Interpolate", Handle::newBool(true)); }},
    {"6.2.8-alternates",
     [](QPDF& pdf) { image_of(pdf).replaceKey("/Alternates", Handle::newArray()); }},
    {"6.2.8-opi", [](QPDF& pdf) { image_of(pdf).replaceKey("/OPI", Handle::newDictionary()); }},
    {"6.2.8-depth",
     [](QPDF& pdf) { image_of(pdf).replaceKey("/BitsPerComponent", Handle::newInteger(3)); }},
    {"6.2.8.3-jpx",
     [](QPDF& pdf) { image_of(pdf).replaceKey("/Filter", Handle::newName("/JPXDecode")); }},
    {"6.2.10-blend-mode", [](QPDF& pdf) { add_state(pdf, "<< /BM /Glow >>"); }},
    {"6.2.11.2-font",
     [](QPDF& pdf) { font_of(pdf).replaceKey("/Subtype", Handle::newName("/Type9")); }},
    {"6.2.11.3.2-cid-to-gid", [](QPDF& pdf) { cid_font_of(pdf).removeKey("/CIDToGIDMap"); }},
    {"6.2.11.4.1-embedded",
     [](QPDF& pdf) {
       show_text(pdf);
       cid_font_of(pdf).getKey("/FontDescriptor").removeKey("/FontFile2");
     }},
    {"6.2.11.5-width",
     [](QPDF& pdf) {
       show_text(pdf);
       cid_font_of(pdf).replaceKey("/W", Handle::parse("[1 [900]]"));
     }},
    {"6.2.11.7.2-to-unicode", [](QPDF& pdf) { font_of(pdf).removeKey("/ToUnicode"); }},
    {"6.2.11.7.2-to-unicode",
     [](QPDF& pdf) {
       set_data(font_of(pdf).getKey("/ToUnicode"),
                "1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\n");
     }},
    {"6.2.11.7.2-character",
     [](QPDF& pdf) { replace_in(font_of(pdf).getKey("/ToUnicode"), "<0043>", "<FEFF>"); }},
    {"6.2.11.8-notdef",
     [](QPDF& pdf) {
       append_content(pdf, "BT /F0 9 Tf <0000> Tj ET\n");
       replace_in(font_of(pdf).getKey("/ToUnicode"), "endbfchar",
                  "endbfchar 1 beginbfchar <0000> <0041> endbfchar");
     }},
    {"6.3.1-annotation",
     [](QPDF& pdf) { add_annotation(pdf, "<< /Subtype /Movie /Rect [0 0 0 0] /F 4 >>"); }},
    {"6.3.2-flags",
     [](QPDF& pdf) { add_annotation(pdf, "<< /Subtype /Link /Rect [0 0 9 9] /F 2 >>"); }},
    {"6.3.3-appearance",
     [](QPDF& pdf) { add_annotation(pdf, "<< /Subtype /Stamp /Rect [0 0 9 9] /F 4 >>"); }},
    {"6.4.1-need-appearances",
     [](QPDF& pdf) {
       pdf.getRoot().replaceKey("/AcroForm", Handle::parse("<< /NeedAppearances true >>"));
     }},
    {"6.4.2-xfa",
     [](QPDF& pdf) { pdf.getRoot().replaceKey("/AcroForm", Handle::parse("<< /XFA [] >>")); }},
    {"6.5.1-action",
     [](QPDF& pdf) {
       pdf.getRoot().replaceKey("/OpenAction", Handle::parse("<< /S /JavaScript /JS (x) >>"));
     }},
    {"6.5.1-action",
     [](QPDF& pdf) {
       pdf.getRoot().replaceKey("/OpenAction", Handle::parse("<< /S /Launch /F (x) >>"));
     }},
    {"6.5.2-trigger",
     [](QPDF& pdf) {
       page_of(pdf).replaceKey("/AA", Handle::parse("<< /O << /S /URI /URI (x) >> >>"));
     }},
    {"6.6.2.1-metadata", [](QPDF& pdf) { pdf.getRoot().removeKey("/Metadata"); }},
    {"6.6.2.1-utf8",
     [](QPDF& pdf) {
       replace_in(pdf.getRoot().getKey("/Metadata"), "sohoa",
                  "so\xFF"
                  "oa");
     }},
    {"6.6.2.1-xml",
     [](QPDF& pdf) { replace_in(pdf.getRoot().getKey("/Metadata"), "</rdf:RDF>", "</rdf>"); }},
    {"6.6.2.1-packet",
     [](QPDF& pdf) {
       replace_in(pdf.getRoot().getKey("/Metadata"), " id=", " encoding='UTF-8' id=");
     }},
    {"6.6.2.3.1-namespace",
     [](QPDF& pdf) {
       replace_in(pdf.getRoot().getKey("/Metadata"), "<dc:format>",
                  "<own:x xmlns:own='http://example.org/own'>1</own:x><dc:format>");
     }},
    {"6.6.2.3.1-property",
     [](QPDF& pdf) {
       replace_in(pdf.getRoot().getKey("/Metadata"), "<dc:format>", "<dc:x>1</dc:x><dc:format>");
     }},
    {"6.6.4-identification",
     [](QPDF& pdf) {
       replace_in(pdf.getRoot().getKey("/Metadata"), "part>2</pdfaid", "part>9</pdfaid");
     }},
    {"6.8-embedded-file",
     [](QPDF& pdf) {
       pdf.getRoot().replaceKey("/X", Handle::parse("<< /Type /Filespec /EF << >> >>"));
     }},
    {"6.9-optional-content",
     [](QPDF& pdf) {
       pdf.getRoot().replaceKey("/OCProperties", Handle::parse("<< /OCGs [] /D << >> >>"));
     }},
    {"6.10-alternate-presentation",
     [](QPDF& pdf) {
       pdf.getRoot().replaceKey("/Names", Handle::parse("<< /AlternatePresentations << >> >>"));
     }},
    {"6.11-requirements",
     [](QPDF& pdf) { pdf.getRoot().replaceKey("/Requirements", Handle::newArray()); }},
};

class PdfaLint : public testing::Test {
 protected:
  std::filesystem::path good() {
    PdfWriter writer(test::sample_settings());
    writer.add_page(test::sample_page(), test::sample_text());
    const std::filesystem::path path = folder_.path() / "good.pdf";
    writer.write(path);
    return path;
  }

  std::filesystem::path broken(const Mutation& mutation) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processFile(good().c_str());
    mutation.breaks(pdf);
    std::string data;
    write_pdf(pdf, PdfVersion::k17, "broken.pdf", [&](ByteView bytes) { data += as_text(bytes); });
    return write("broken.pdf", data);
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

TEST_F(PdfaLint, NamesTheOneClauseThatIsBroken) {
  for (const Mutation& mutation : kMutations) {
    EXPECT_EQ(codes_of(broken(mutation)), Codes{std::string("pdfa.") + mutation.clause});
  }
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
