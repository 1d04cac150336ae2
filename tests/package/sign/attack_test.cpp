// What forgers do to signed files (Mladenov, Mainka and others, "1 Trillion Dollar Refund", 2019,
// "Shadow Attacks", 2021): each must be told.

#include <gtest/gtest.h>

#include <algorithm>
#include <span>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/file.h"
#include "pipeline/package/pdf/pdf_on_disk.h"
#include "pipeline/package/pdf/pdf_signature_fields.h"
#include "pipeline/package/pdf/pdf_survey.h"
#include "pipeline/package/sign/incremental_update.h"
#include "tests/package/sign/sample_pdf.h"
#include "tests/package/sign/signed_files.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;
using Handle = QPDFObjectHandle;
using Change = std::function<void(IncrementalUpdate&, QPDF&)>;
using Codes = std::vector<std::string>;

class Attack : public test::SignedFiles {
 protected:
  fs::path in() const { return path("in.pdf"); }
  fs::path out() const { return path("out.pdf"); }
  fs::path forged() const { return path("forged.pdf"); }

  void SetUp() override {
    test::write_sample(in());
    sign(in(), out(), test::officer_settings());
  }

  static void update(const fs::path& from, const fs::path& to, const Change& change) {
    const Bytes pdf = read_file(from);
    PdfDocument document("signed", pdf);
    IncrementalUpdate update(document);
    change(update, document.qpdf());
    write_file(to, update.file().bytes);
  }
  void forge(const Change& change) { update(out(), forged(), change); }

  /// What is said of the first signature.
  Codes said_of_first(const fs::path& pdf) {
    const SignatureReport report = verify(pdf);
    return report.signatures.empty() ? Codes{"nothing"}
                                     : test::codes_of(report.signatures.front().findings);
  }
  void expect_told() {
    EXPECT_EQ(said_of_first(forged()), Codes{"signature.changed-since"});
    EXPECT_FALSE(verify(forged()).valid());
  }

  static void append(Handle owner, const char* key, QPDF& document, QPDFObjGen item) {
    if (!owner.getKey(key).isArray()) owner.replaceKey(key, Handle::newArray());
    owner.getKey(key).appendItem(document.getObject(item));
  }
  static void annotate(IncrementalUpdate& update, QPDF& document, QPDFObjGen annotation) {
    Handle page = document.getAllPages()[0];
    append(page, "/Annots", document, annotation);
    update.put(page.getObjGen(), page.unparseResolved());
  }
  static void add_to_form(IncrementalUpdate& update, QPDF& document, QPDFObjGen field) {
    Handle form = document.getRoot().getKey("/AcroForm");
    append(form, "/Fields", document, field);
    update.put(form.getObjGen(), form.unparseResolved());
  }
  /// A field of the form that is its own widget on page 1.
  static void add_field(IncrementalUpdate& update, QPDF& document, const std::string& body) {
    const QPDFObjGen field = update.new_id();
    update.put(field, body);
    annotate(update, document, field);
    add_to_form(update, document, field);
  }
};

TEST_F(Attack, StampThatSaysItIsASignature) {
  forge([](IncrementalUpdate& update, QPDF& document) {
    const QPDFObjGen stamp = update.new_id();
    update.put(stamp, "<< /Type /Annot /Subtype /Stamp /FT /Sig /Rect [0 0 595 842] >>");
    annotate(update, document, stamp);
  });
  expect_told();
}

TEST_F(Attack, FieldOfTheFormThatIsNotSigned) {
  forge([](IncrementalUpdate& update, QPDF& document) {
    add_field(update, document, "<< /Subtype /Widget /FT /Sig /T (New) /Rect [0 0 595 842] >>");
  });
  expect_told();
}

TEST_F(Attack, FieldWithAnEmptySignatureIsListedAndWrong) {
  forge([](IncrementalUpdate& update, QPDF& document) {
    add_field(update, document,
              "<< /Subtype /Widget /FT /Sig /T (New) /V << >> /Rect [0 0 595 842] >>");
  });
  const SignatureReport report = verify(forged());
  ASSERT_EQ(report.signatures.size(), 2u);
  EXPECT_EQ(test::codes_of(report.signatures[1].findings), Codes{"signature.byte-range"});
  EXPECT_FALSE(report.valid());
}

TEST_F(Attack, SurveyAndVerificationListTheSameSignatures) {
  forge([](IncrementalUpdate& update, QPDF& document) {
    const QPDFObjGen loose = update.new_id(), empty = update.new_id();
    update.put(loose, "<< /Subtype /Widget /FT /Sig /T (Loose) /V << >> /Rect [0 0 99 99] >>");
    update.put(empty, "<< /Subtype /Widget /FT /Sig /T (Empty) /V << >> /Rect [0 0 99 99] >>");
    annotate(update, document, loose);
    add_to_form(update, document, empty);
  });
  std::vector<std::string> surveyed, verified;
  for (const auto& one : survey_pdf(PdfOnDisk::open(forged())).signatures) {
    surveyed.push_back(one.field);
  }
  for (const Signature& one : verify(forged()).signatures) verified.push_back(one.field);
  EXPECT_EQ(surveyed, (std::vector<std::string>{"Officer1", "Empty"}));
  EXPECT_EQ(surveyed, verified);
}

TEST_F(Attack, WidgetThatActs) {
  sign(out(), path("twice.pdf"), test::agency_settings());
  update(path("twice.pdf"), forged(), [](IncrementalUpdate& update, QPDF& document) {
    Handle field = signature_fields(document).fields.at(1).field;
    field.replaceKey("/AA", Handle::parse("<< /E << /S /JavaScript /JS (app.alert(1)) >> >>"));
    update.put(field.getObjGen(), field.unparseResolved());
  });
  expect_told();
}

TEST_F(Attack, PageHiddenInTheStoreOfProofs) {
  update(in(), path("shadow.pdf"), [](IncrementalUpdate& update, QPDF& document) {
    Handle root = document.getRoot();
    const std::string page = Handle(document.getAllPages()[0]).unparse();
    root.replaceKey("/DSS",
                    Handle::parse(&document, "<< /Certs [" + page + "] /VRI " + page + " >>"));
    update.put(root.getObjGen(), root.unparseResolved());
  });
  sign(path("shadow.pdf"), out(), test::officer_settings());
  EXPECT_EQ(said_of_first(out()), Codes());
  forge([](IncrementalUpdate& update, QPDF& document) {
    Handle page = document.getAllPages()[0];
    page.replaceKey("/Rotate", Handle::newInteger(90));
    update.put(page.getObjGen(), page.unparseResolved());
  });
  expect_told();
}

TEST_F(Attack, ProofsMayBeAddedAndExtended) {
  const auto add_proofs = [](IncrementalUpdate& update, QPDF& document) {
    const QPDFObjGen certificate = update.new_id();
    update.put_stream(certificate, "", "der");
    Handle root = document.getRoot();
    Handle store = root.getKey("/DSS");
    QPDFObjGen id = store.isDictionary() ? store.getObjGen() : update.new_id();
    update.put(id, "<< /Type /DSS /Certs [" + reference_to(certificate) + "] >>");
    std::string body = root.unparseResolved();
    if (!store.isDictionary()) body.insert(2, " /DSS " + reference_to(id));
    update.put(root.getObjGen(), body);
  };
  forge(add_proofs);
  EXPECT_TRUE(verify(forged()).valid());
  update(forged(), path("more.pdf"), add_proofs);
  EXPECT_TRUE(verify(path("more.pdf")).valid());
  EXPECT_EQ(verify(path("more.pdf")).signatures.at(0).coverage,
            SignatureCoverage::kEarlierRevision);
}

TEST_F(Attack, AppearanceOfASignedWidgetReplaced) {
  forge([](IncrementalUpdate& update, QPDF& document) {
    Handle field = signature_fields(document).fields.at(0).field;
    const QPDFObjGen other = update.new_id();
    update.put_stream(other, "/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 g 0 0 9 9 re f");
    std::string body = field.unparseResolved();
    const std::size_t at = body.find("/N ") + 3;
    body.replace(at, body.find(" R", at) + 2 - at, reference_to(other));
    update.put(field.getObjGen(), body);
  });
  expect_told();
}

TEST_F(Attack, AppearanceOfAKidOfASignedFieldReplaced) {
  // Field and widget apart, as some programs have them.
  update(in(), path("apart.pdf"), [](IncrementalUpdate& update, QPDF& document) {
    const QPDFObjGen field = update.new_id(), kid = update.new_id(), form = update.new_id();
    update.put(field, "<< /FT /Sig /T (Apart) /Kids [" + reference_to(kid) + "] >>");
    update.put(kid, "<< /Subtype /Widget /Parent " + reference_to(field) + " /Rect [0 0 9 9] >>");
    update.put(form, "<< /Fields [" + reference_to(field) + "] >>");
    std::string root = document.getRoot().unparseResolved();
    update.put(document.getRoot().getObjGen(), root.insert(2, " /AcroForm " + reference_to(form)));
  });
  sign(path("apart.pdf"), path("signed.pdf"), test::officer_settings());
  // The field apart gets the value of the signature that is there.
  const auto fill = [](IncrementalUpdate& update, QPDF& document) {
    Handle fields = document.getRoot().getKey("/AcroForm").getKey("/Fields");
    Handle apart = fields.getArrayItem(0);
    apart.replaceKey("/V", Handle::parse("<< /Type /Sig >>"));
    update.put(apart.getObjGen(), apart.unparseResolved());
  };
  update(path("signed.pdf"), path("filled.pdf"), fill);
  sign(path("filled.pdf"), out(), test::agency_settings());
  forge([](IncrementalUpdate& update, QPDF& document) {
    Handle fields = document.getRoot().getKey("/AcroForm").getKey("/Fields");
    Handle kid = fields.getArrayItem(0).getKey("/Kids").getArrayItem(0);
    std::string body = kid.unparseResolved();
    update.put(kid.getObjGen(), body.insert(2, " /AP << >>"));
  });
  const SignatureReport report = verify(forged());
  const auto agency = std::find_if(report.signatures.begin(), report.signatures.end(),
                                   [](const Signature& one) { return one.field == "Agency1"; });
  ASSERT_NE(agency, report.signatures.end());
  EXPECT_EQ(agency->coverage, SignatureCoverage::kChangedSince);
}

TEST_F(Attack, AnothersSignatureUnderANewField) {
  forge([](IncrementalUpdate& update, QPDF& document) {
    Handle signature = signature_fields(document).fields.at(0).signature;
    signature.replaceKey("/M", Handle::newString("D:20200101000000Z"));
    const QPDFObjGen copy = update.new_id();
    update.put(copy, signature.unparseResolved());
    add_field(update, document,
              "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Mine) /V " + reference_to(copy) +
                  " /Rect [0 0 300 300] >>");
  });
  const SignatureReport report = verify(forged());
  ASSERT_EQ(report.signatures.size(), 2u);
  EXPECT_EQ(test::codes_of(report.signatures[1].findings), Codes{"signature.byte-range"});
  EXPECT_EQ(report.signatures[1].signer, "");
  EXPECT_FALSE(report.valid());
}

TEST_F(Attack, TwoFieldsOfOneSignature) {
  forge([](IncrementalUpdate& update, QPDF& document) {
    const QPDFObjGen signature = signature_fields(document).fields.at(0).signature.getObjGen();
    add_field(update, document,
              "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Agency1) /V " +
                  reference_to(signature) + " /Rect [300 700 500 800] >>");
  });
  const SignatureReport report = verify(forged());
  ASSERT_EQ(report.signatures.size(), 2u);
  EXPECT_EQ(test::codes_of(report.signatures[1].findings), Codes{"signature.byte-range"});
}

TEST_F(Attack, BackToTheRevisionBeforeSigning) {
  Bytes pdf = read_file(out());
  const Bytes unsigned_pdf = read_file(in());
  const std::string_view text = as_text(unsigned_pdf);
  for (const char c : text.substr(text.rfind("startxref"))) {
    pdf.push_back(static_cast<std::uint8_t>(c));
  }
  write_file(forged(), pdf);
  const SignatureReport report = verify(forged());
  EXPECT_TRUE(report.signatures.empty());
  EXPECT_EQ(test::codes_of(report.findings), (Codes{"signature.hidden", "signature.none"}));
}

TEST_F(Attack, AnotherTitle) {
  forge([](IncrementalUpdate& update, QPDF& document) {
    Handle information = document.getTrailer().getKey("/Info");
    information.replaceKey("/Title", Handle::newString("Another"));
    update.put(information.getObjGen(), information.unparseResolved());
  });
  expect_told();
}

TEST_F(Attack, NotesInAnotherOrder) {
  update(in(), path("notes.pdf"), [](IncrementalUpdate& update, QPDF& document) {
    for (int i = 0; i < 2; ++i) {
      const QPDFObjGen note = update.new_id();
      update.put(note, "<< /Type /Annot /Subtype /Square /Rect [0 0 9 9] >>");
      annotate(update, document, note);
    }
  });
  sign(path("notes.pdf"), out(), test::officer_settings());
  forge([](IncrementalUpdate& update, QPDF& document) {
    Handle page = document.getAllPages()[0];
    std::vector<Handle> notes = page.getKey("/Annots").getArrayAsVector();
    ASSERT_GE(notes.size(), 2u);
    std::reverse(notes.begin(), notes.end());
    page.replaceKey("/Annots", Handle::newArray(notes));
    update.put(page.getObjGen(), page.unparseResolved());
  });
  expect_told();
}

TEST_F(Attack, SignatureAddedToWhatItsAuthorCertified) {
  QPDFObjGen certification;
  update(in(), path("asked.pdf"), [&](IncrementalUpdate& update, QPDF&) {
    certification = update.new_id();
    update.put(certification, "[<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >>]");
  });
  sign_edited(path("asked.pdf"), out(), [&](std::span<std::uint8_t> signature) {
    std::string reference = "/Reference " + reference_to(certification);
    const std::string_view text(reinterpret_cast<const char*>(signature.data()), signature.size());
    const std::size_t name = text.find("/Name ");
    reference.resize(text.find(" >>", name) - name, ' ');
    std::copy(reference.begin(), reference.end(),
              signature.begin() + static_cast<std::ptrdiff_t>(name));
  });
  EXPECT_EQ(said_of_first(out()), Codes());
  sign(out(), forged(), test::agency_settings());
  expect_told();
}

}  // namespace
}  // namespace sohoa
