#include "tests/package/pdfa_mutations.h"

#include <gtest/gtest.h>

#include <fstream>
#include <qpdf/QPDFWriter.hh>

#include "pipeline/base/file.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/pdf/pdf_output.h"
#include "pipeline/package/pdfa/pdfa_lint.h"
#include "tests/package/pdf_sample.h"

// Each single fault in a good file gives its one finding and no other, in each part of the
// standard.

namespace sohoa::test {
namespace {

using Codes = std::vector<std::string>;

constexpr std::size_t kMutationsMin = 40;  // that break something, of each part

struct Part {
  const char* name;
  OutputType type;
  bool is_one;
};
constexpr Part kParts[] = {{"1b", OutputType::kPdfA1b, true},
                           {"2u", OutputType::kPdfA2u, false},
                           {"3u", OutputType::kPdfA3u, false}};

Mutations all_mutations() {
  Mutations all;
  for (const auto family : {mutations_of_objects, mutations_of_pages, mutations_of_fonts,
                            mutations_of_metadata, mutations_of_the_document}) {
    for (const Mutation& mutation : family()) all.push_back(mutation);
  }
  return all;
}

Codes expected(const std::string& clause) {
  return clause.empty() ? Codes{} : Codes{"pdfa." + clause};
}

class PdfaMutations : public testing::Test {
 protected:
  static std::string good(OutputType type) {
    PdfSettings settings = sample_settings();
    settings.output_type = type;
    PdfWriter writer(settings);
    writer.add_page(sample_page(), sample_text());
    std::string data;
    writer.write("good.pdf", [&](ByteView bytes) { data += as_text(bytes); });
    return data;
  }

  /// The good file without object streams, so that its objects can be seen in its bytes.
  std::string plain(OutputType type) {
    return rewritten(type, [](QPDFWriter&) {});
  }

  std::string rewritten(OutputType type, const std::function<void(QPDFWriter&)>& choose) {
    const std::string data = good(type);
    QPDF pdf;
    pdf.processMemoryFile("good", data.data(), data.size());
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setNewlineBeforeEndstream(true);
    choose(writer);
    writer.write();
    const std::unique_ptr<Buffer> buffer(writer.getBuffer());
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  }

  Codes codes_of(const std::string& data) {
    const std::filesystem::path path = folder_.path() / "mutation.pdf";
    std::ofstream(path, std::ios::binary) << data;
    Codes codes;
    for (const Finding& finding : lint_pdfa(path)) codes.push_back(finding.code);
    return codes;
  }

  Codes codes_after(const std::string& data, const Mutation& mutation, OutputType type) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("good", data.data(), data.size());
    mutation.breaks(pdf);
    std::string mutated;
    write_pdf(pdf, version_of(type), "mutated", [&](ByteView bytes) { mutated += as_text(bytes); });
    return codes_of(mutated);
  }

  TemporaryFolder folder_;
};

TEST_F(PdfaMutations, GiveTheOneFindingOfTheirClause) {
  for (const Part& part : kParts) {
    const std::string data = good(part.type);
    ASSERT_EQ(codes_of(data), Codes{});
    ASSERT_EQ(codes_of(plain(part.type)), Codes{});
    for (const Mutation& mutation : all_mutations()) {
      SCOPED_TRACE(std::string(part.name) + ": " + mutation.what);
      EXPECT_EQ(codes_after(data, mutation, part.type),
                expected(part.is_one ? mutation.part_one : mutation.part_two));
    }
  }
}

TEST_F(PdfaMutations, AreFortyAndMoreOfEachPart) {
  std::size_t of_one = 0, of_two = 0;
  for (const Mutation& mutation : all_mutations()) {
    if (!mutation.part_one.empty()) ++of_one;
    if (!mutation.part_two.empty()) ++of_two;
  }
  EXPECT_GE(of_one, kMutationsMin);
  EXPECT_GE(of_two, kMutationsMin);
}

/// A change of bytes that leaves all others in their place.
struct Patch {
  const char* what;
  std::string part_two;
  std::string part_one;
  std::string old_text;
  std::string new_text;
};

const std::vector<Patch> kPatches = {
    {"another version", "6.1.2-header", "6.1.2-header", "%PDF-1.", "%PDF-9."},
    {"no binary comment", "6.1.2-binary-comment", "6.1.2-binary-comment", "\n%\xBF", "\n%a"},
    {"no identifier", "6.1.3-id", "6.1.3-id", "/ID [", "/IE ["},
    {"the filter Crypt", "6.1.7.2-filter", "6.1.10-filter", "/Filter /FlateDecode /Height",
     "/Filter /Crypt       /Height"},
    {"an object's head on one line", "6.1.9-object", "6.1.8-object", "\n2 0 obj\n", "\n2 0 obj "},
    {"an object's end on the line before", "6.1.9-object", "6.1.8-object", "\nendobj", " endobj"},
    {"CR alone after stream", "6.1.7.1-stream", "6.1.7-stream", "stream\n", "stream\r"},
    {"a space before a stream's end", "6.1.7.1-length", "6.1.7-length", "\nendstream",
     " endstream"},
    {"a table's head on one line", "6.1.4-table", "6.1.4-table", "xref\n0 ", "xref 0 "},
};

TEST_F(PdfaMutations, OfBytesGiveTheOneFindingOfTheirClause) {
  for (const Part& part : kParts) {
    for (const Patch& patch : kPatches) {
      SCOPED_TRACE(std::string(part.name) + ": " + patch.what);
      std::string data = plain(part.type);
      const std::size_t at = data.find(patch.old_text);
      ASSERT_NE(at, std::string::npos);
      data.replace(at, patch.old_text.size(), patch.new_text);
      EXPECT_EQ(codes_of(data), expected(part.is_one ? patch.part_one : patch.part_two));
    }
  }
}

TEST_F(PdfaMutations, OfTheWholeFile) {
  const auto crowd = [](QPDFWriter& writer) { writer.setObjectStreamMode(qpdf_o_generate); };
  const auto short_end = [](QPDFWriter& writer) { writer.setNewlineBeforeEndstream(false); };
  const auto lock = [](QPDFWriter& writer) {
    writer.setR6EncryptionParameters("secret", "owner", true, true, true, true, true, true,
                                     qpdf_r3p_full, true);
  };
  for (const Part& part : kParts) {
    SCOPED_TRACE(part.name);
    EXPECT_EQ(codes_of(rewritten(part.type, crowd)), expected(part.is_one ? "6.1.4-stream" : ""));
    EXPECT_EQ(codes_of(rewritten(part.type, short_end)),
              expected(part.is_one ? "6.1.7-endstream" : "6.1.7.1-endstream"));
    EXPECT_EQ(codes_of(rewritten(part.type, lock)), expected("6.1.3-encrypt"));
    EXPECT_EQ(codes_of(good(part.type) + "more"), expected("6.1.3-eof"));
  }
}

TEST_F(PdfaMutations, AFileInsideIsForPartThree) {
  PdfSettings settings = sample_settings();
  for (const auto& [type, code] : {std::pair(OutputType::kPdfA1b, "6.1.11-embedded-file"),
                                   {OutputType::kPdfA2u, "6.8-embedded-file"},
                                   {OutputType::kPdfA3u, ""}}) {
    settings.output_type = type;
    PdfWriter writer(settings);
    writer.add_page(sample_page(), sample_text());
    writer.attach({"a.xml", "application/xml", "ALTO", settings.job_time}, Bytes(9, 'x'));
    std::string data;
    writer.write("inside", [&](ByteView bytes) { data += as_text(bytes); });
    EXPECT_EQ(codes_of(data), expected(code));
  }
}

}  // namespace
}  // namespace sohoa::test
