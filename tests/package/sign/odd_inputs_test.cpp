// PDFs of other shapes than ours: signed all the same, or refused with a reason.

#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/process.h"
#include "pipeline/package/sign/incremental_update.h"
#include "tests/package/sign/poppler.h"
#include "tests/package/sign/sample_pdf.h"
#include "tests/package/sign/signed_files.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;
using Handle = QPDFObjectHandle;

class OddInputs : public test::SignedFiles {
 protected:
  fs::path in() const { return path("in.pdf"); }
  fs::path out() const { return path("out.pdf"); }

  /// Signs it twice; both must hold for us and for Poppler, and libqpdf must find no damage.
  void expect_signable() {
    sign(in(), out(), test::officer_settings());
    sign(out(), path("twice.pdf"), test::agency_settings());
    const std::string said = test::pdfsig_of(path("twice.pdf"));
    EXPECT_EQ(test::count_of(said, "Signature is Valid"), 2) << said;
    EXPECT_EQ(test::count_of(said, "Total document signed"), 1) << said;
    const SignatureReport report = verify(path("twice.pdf"));
    EXPECT_TRUE(report.valid());
    EXPECT_EQ(report.signatures.size(), 2u);
    EXPECT_EQ(run_process({"qpdf", "--check", path("twice.pdf").string()}, {}).exit_code, 0);
  }
  void expect_refused(const std::string& reason_part) {
    try {
      sign(in(), out(), test::officer_settings());
      FAIL() << "was signed";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kInput);
      EXPECT_NE(error.reason().find(reason_part), std::string::npos) << error.what();
    }
    EXPECT_FALSE(fs::exists(out()));
  }
  void append(const std::string& bytes) {
    Bytes pdf = read_file(in());
    pdf.insert(pdf.end(), bytes.begin(), bytes.end());
    write_file(in(), pdf);
  }
};

TEST_F(OddInputs, WithoutAnEndOfLineAtTheEnd) {
  test::write_sample(in());
  Bytes pdf = read_file(in());
  while (pdf.back() == '\n' || pdf.back() == '\r') pdf.pop_back();
  write_file(in(), pdf);
  expect_signable();
  EXPECT_EQ(test::lint_codes(out()), std::vector<std::string>());
}

TEST_F(OddInputs, WithBytesBehindTheEnd) {
  test::write_sample(in());
  append("\r\n\r\n<!-- sent by a mail gateway -->");
  expect_signable();
}

TEST_F(OddInputs, WithAFormThatHasFields) {
  for (const bool apart : {false, true}) {
    test::write_sample(in(), test::Sections::kStreams, [&](QPDF& pdf) {
      Handle field = pdf.makeIndirectObject(
          Handle::parse("<< /FT /Tx /T (Officer1) /V (x) /Subtype /Widget /Type /Annot /F 4"
                        " /Rect [100 100 200 120] >>"));
      Handle list = Handle::newArray();
      list.appendItem(field);
      Handle form = Handle::newDictionary();
      form.replaceKey("/Fields", apart ? pdf.makeIndirectObject(list) : list);
      form.replaceKey("/DA", Handle::newString("/Helv 0 Tf 0 g"));
      pdf.getRoot().replaceKey("/AcroForm", apart ? form : pdf.makeIndirectObject(form));
      Handle(pdf.getAllPages()[0])
          .replaceKey("/Annots", apart ? pdf.makeIndirectObject(list) : list);
    });
    expect_signable();
    EXPECT_EQ(verify(out()).signatures.at(0).field, "Officer2");
    QPDF signed_pdf;
    signed_pdf.processFile(out().c_str());
    Handle form = signed_pdf.getRoot().getKey("/AcroForm");
    EXPECT_EQ(form.getKey("/Fields").getArrayNItems(), 2);
    EXPECT_EQ(form.getKey("/DA").getStringValue(), "/Helv 0 Tf 0 g");
    EXPECT_EQ(Handle(signed_pdf.getAllPages()[0]).getKey("/Annots").getArrayNItems(), 2);
  }
}

TEST_F(OddInputs, WithALinearizedLayout) {
  test::write_sample(path("plain.pdf"));
  run_process({"qpdf", "--linearize", path("plain.pdf").string(), in().string()}, {});
  expect_signable();
}

/// A table whose trailer names a stream with more entries (ISO 32000-1, 7.5.8.4).
TEST_F(OddInputs, WithAHybridTable) {
  test::write_sample(path("tables.pdf"), test::Sections::kTables);
  const Bytes pdf = read_file(path("tables.pdf"));
  std::string text(as_text(pdf));
  const std::size_t section = text.rfind("xref\n", text.rfind("startxref") - 1);
  const std::string tail = text.substr(section);
  text.resize(section);
  const std::size_t stream_at = text.size();
  text += "99 0 obj\n<< /Type /XRef /W [1 4 1] /Index [99 1] /Size 100 /Length 6 >>\nstream\n";
  const auto at = static_cast<std::uint32_t>(stream_at);
  text += '\1';
  for (int shift = 24; shift >= 0; shift -= 8) text += static_cast<char>(at >> shift & 0xFF);
  text += std::string(1, '\0') + "\nendstream\nendobj\n";
  const std::size_t table_at = text.size();
  std::string table = tail;
  const std::size_t size_at = table.find("/Size");
  table.insert(size_at, "/XRefStm " + std::to_string(stream_at) + ' ');
  table.replace(table.find("/Size ") + 6, 2, "100");
  table = table.substr(0, table.find("startxref"));
  text += table + "startxref\n" + std::to_string(table_at) + "\n%%EOF\n";
  write_file(in(), as_bytes(text));
  expect_signable();
}

TEST_F(OddInputs, ThatAreNoPdfAreRefused) {
  write_file(in(), as_bytes("plain words"));
  expect_refused("is not a PDF");
}

TEST_F(OddInputs, ThatAreEncryptedAreRefused) {
  test::write_sample(path("plain.pdf"));
  run_process(
      {"qpdf", "--encrypt", "", "owner", "256", "--", path("plain.pdf").string(), in().string()},
      {});
  expect_refused("is encrypted");
  run_process({"qpdf", "--encrypt", "user", "owner", "256", "--", path("plain.pdf").string(),
               in().string()},
              {});
  expect_refused("is encrypted with a password");
}

TEST_F(OddInputs, ThatAreCutShortAreRefused) {
  test::write_sample(in());
  Bytes pdf = read_file(in());
  pdf.resize(pdf.size() - 200);
  write_file(in(), pdf);
  expect_refused("damaged");
}

TEST_F(OddInputs, ThatAreCertifiedAgainstChangesAreRefused) {
  for (const int level : {1, 2}) {
    test::write_sample(in(), test::Sections::kStreams, [&](QPDF& pdf) {
      pdf.getRoot().replaceKey(
          "/Perms", Handle::parse("<< /DocMDP << /Type /Sig /Reference [<< /TransformMethod /DocMDP"
                                  " /TransformParams << /P " +
                                  std::to_string(level) + " >> >>] >> >>"));
    });
    if (level == 1) {
      expect_refused("is certified");
    } else {
      sign(in(), out(), test::officer_settings());
      EXPECT_TRUE(fs::exists(out()));
    }
  }
}

TEST_F(OddInputs, TooSmallForTheBlockAreSignedInvisiblyAndSaidSo) {
  test::write_drawing(in(), "", [](QPDF& pdf) {
    Handle(pdf.getAllPages()[0]).replaceKey("/MediaBox", Handle::parse("[0 0 80 60]"));
  });
  EXPECT_EQ(test::codes_of(sign(in(), out(), test::officer_settings())),
            std::vector<std::string>{"signature.block-no-room"});
  const SignatureReport report = verify(out());
  EXPECT_TRUE(report.valid());
  EXPECT_EQ(report.signatures.at(0).corner, "");
}

TEST_F(OddInputs, MayBeTheOutputToo) {
  test::write_sample(in());
  sign(in(), in(), test::officer_settings());
  EXPECT_TRUE(verify(in()).valid());
}

TEST_F(OddInputs, SignedByAWeakKeyAreRefused) {
  test::write_sample(in());
  try {
    sign(in(), out(), test::officer_settings(), test::KeyType::kRsa1024);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kUsage);
  }
}

}  // namespace
}  // namespace sohoa
