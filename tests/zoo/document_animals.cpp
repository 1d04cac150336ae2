#include <qpdf/QPDFWriter.hh>

#include "tests/acquire/pdf_files.h"
#include "tests/zoo/animals.h"

namespace sohoa::test {

namespace {

const std::string kBox = "/MediaBox [0 0 200 280] ";
const std::string kText = "BT /F 14 Tf 18 TL 20 240 Td (Cong hoa xa hoi) ' (chu nghia) ' ET\n";

/// A page of print, after `change`.
Bytes print(const std::function<void(PdfBuilder&)>& change = {}, const std::string& content = kText,
            const std::string& keys = kBox) {
  PdfBuilder pdf;
  pdf.resources().replaceKey(
      "/Font",
      PdfBuilder::parse("<< /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"));
  pdf.show(content, keys);
  if (change) change(pdf);
  return pdf.bytes();
}

Animal document(const std::string& name, const Bytes& bytes, const std::string& refusal = "") {
  return {"pdf-" + name + ".pdf", bytes, std::nullopt, refusal};
}

Bytes replaced(Bytes bytes, const std::string& old_text, const std::string& new_text) {
  std::string text(as_text(bytes));
  const std::size_t at = text.rfind(old_text);
  if (at != std::string::npos) text.replace(at, old_text.size(), new_text);
  return Bytes(text.begin(), text.end());
}

Bytes written(const Bytes& bytes, const std::function<void(QPDFWriter&)>& choose) {
  QPDF pdf;
  pdf.processMemoryFile("zoo", reinterpret_cast<const char*>(bytes.data()), bytes.size());
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setStaticID(true);
  choose(writer);
  writer.write();
  const std::unique_ptr<Buffer> buffer(writer.getBuffer());
  return Bytes(buffer->getBuffer(), buffer->getBuffer() + buffer->getSize());
}

void add_files(Animals& animals) {
  animals.push_back(document("print", print()));
  animals.push_back(document("of-1993", replaced(print(), "%PDF-1.3", "%PDF-1.0")));
  animals.push_back(document(
      "of-2017", written(print(), [](QPDFWriter& writer) { writer.forcePDFVersion("2.0"); })));
  animals.push_back(document("object-streams", written(print(), [](QPDFWriter& writer) {
                               writer.setObjectStreamMode(qpdf_o_generate);
                             })));
  animals.push_back(document(
      "linearized", written(print(), [](QPDFWriter& writer) { writer.setLinearization(true); })));
  animals.push_back(document("table-damaged", replaced(print(), "startxref\n", "startxref\n9")));
  Bytes junk = print();
  junk.insert(junk.begin(), {'j', 'u', 'n', 'k', '\n'});
  animals.push_back(document("junk-before", junk));
  Bytes trailing = print();
  trailing.insert(trailing.end(), 500, 'x');
  animals.push_back(document("junk-after", trailing));
  const auto locked = [](const char* user) {
    return [user](QPDFWriter& writer) {
      writer.setR6EncryptionParameters(user, "owner", true, true, true, true, true, true,
                                       qpdf_r3p_full, true);
    };
  };
  animals.push_back(document("encrypted", written(print(), locked("")), "encrypted"));
  animals.push_back(
      document("encrypted-with-password", written(print(), locked("x")), "encrypted"));
  animals.push_back(document(
      "no-pages",
      [] {
        PdfBuilder pdf;
        return pdf.bytes();
      }(),
      "no pages"));
  animals.push_back(document("cut", cut_short(print(), 0.3), "is damaged or cut short"));
}

void set_root(PdfBuilder& pdf, const char* key, const std::string& value) {
  pdf.document().getRoot().replaceKey(key, QPDFObjectHandle::parse(&pdf.document(), value));
}

void add_interactive(Animals& animals) {
  animals.push_back(document("javascript", print([](PdfBuilder& pdf) {
                               set_root(pdf, "/OpenAction",
                                        "<< /S /JavaScript /JS (app.alert\\(1\\)) >>");
                             })));
  animals.push_back(
      document("embedded-file", print([](PdfBuilder& pdf) {
                 QPDFObjectHandle file = pdf.stream("/Type /EmbeddedFile", Bytes(20, 'x'));
                 set_root(pdf, "/Names",
                          "<< /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) /EF << /F " +
                              file.unparse() + " >> >>] >> >>");
               })));
  animals.push_back(document("xfa", print([](PdfBuilder& pdf) {
                               set_root(pdf, "/AcroForm", "<< /XFA [(a) (b)] /Fields [] >>");
                             }),
                             "XFA"));
  animals.push_back(document("form-field", print([](PdfBuilder& pdf) {
                               pdf.annotate(
                                   "/Subtype /Widget /FT /Tx /T (a) /F 4 /Rect [20 100 120 140]",
                                   "/BBox [0 0 100 40]", "0 0 1 rg 0 0 100 40 re f");
                               set_root(pdf, "/AcroForm", "<< /Fields [] >>");
                             })));
  animals.push_back(document(
      "signature-field", print([](PdfBuilder& pdf) {
        pdf.annotate(
            "/Subtype /Widget /FT /Sig /T (s) /F 132 /Rect [20 100 120 140] "
            "/V << /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00> >>",
            "/BBox [0 0 100 40]", "1 0 0 rg 0 0 100 40 re f");
        set_root(pdf, "/AcroForm", "<< /SigFlags 3 /Fields [] >>");
        pdf.document()
            .getRoot()
            .getKey("/AcroForm")
            .getKey("/Fields")
            .appendItem(pdf.page().getKey("/Annots").getArrayItem(0));
      }),
      "signed"));
  animals.push_back(document(
      "slide-show", print([](PdfBuilder& pdf) {
        pdf.page().replaceKey("/Trans", PdfBuilder::parse("<< /S /Wipe >>"));
        pdf.page().replaceKey("/AA", PdfBuilder::parse("<< /O << /S /Named /N /NextPage >> >>"));
      })));
}

Bytes with_layers(bool shown) {
  return print(
      [shown](PdfBuilder& pdf) {
        QPDFObjectHandle layer =
            pdf.document().makeIndirectObject(PdfBuilder::parse("<< /Type /OCG /Name (layer) >>"));
        pdf.resources().replaceKey("/Properties", PdfBuilder::parse("<< >>"));
        pdf.resources().getKey("/Properties").replaceKey("/L", layer);
        set_root(pdf, "/OCProperties",
                 "<< /OCGs [" + layer.unparse() + "] /D << " +
                     (shown ? "" : "/OFF [" + layer.unparse() + "]") + " >> >>");
      },
      "/OC /L BDC 0 0.5 0 rg 20 20 100 100 re f EMC\n" + kText);
}

void add_drawings(Animals& animals) {
  animals.push_back(document("layer-on", with_layers(true)));
  animals.push_back(document("layer-off", with_layers(false)));
  animals.push_back(document("blank", print({}, "")));
  animals.push_back(
      document("no-contents", print([](PdfBuilder& pdf) { pdf.page().removeKey("/Contents"); })));
  animals.push_back(document("many-contents", print([](PdfBuilder& pdf) {
                               QPDFObjectHandle parts = PdfBuilder::parse("[]");
                               for (const char* part : {"q 1 0 0 rg 20 20 60 ", "60 re f Q ",
                                                        "0 0 1 rg 90 20 60 60 re f"}) {
                                 parts.appendItem(pdf.stream("", as_bytes(std::string_view(part))));
                               }
                               pdf.page().replaceKey("/Contents", parts);
                             })));
  animals.push_back(document(
      "transparency", print(
                          [](PdfBuilder& pdf) {
                            pdf.resources()
                                .getKey("/ExtGState")
                                .replaceKey("/G", PdfBuilder::parse("<< /ca 0.4 /BM /Multiply >>"));
                          },
                          "1 0 0 rg 20 20 100 100 re f /G gs 0 0 1 rg 70 70 100 100 re f\n")));
  animals.push_back(document(
      "gradient",
      print(
          [](PdfBuilder& pdf) {
            pdf.resources().replaceKey(
                "/Shading",
                PdfBuilder::parse(
                    "<< /S << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 200 0] "
                    "/Function << /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 "
                    ">> /Extend [true true] >> >>"));
          },
          "/S sh\n")));
  animals.push_back(document(
      "type-3-font", print(
                         [](PdfBuilder& pdf) {
                           QPDFObjectHandle font = PdfBuilder::parse(
                               "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] "
                               "/FontMatrix [0.001 0 0 0.001 0 0]"
                               " /FirstChar 97 /LastChar 97 /Widths [1000] /Encoding << "
                               "/Differences [97 /square] >> >>");
                           QPDFObjectHandle shapes = PdfBuilder::parse("<< >>");
                           shapes.replaceKey(
                               "/square",
                               pdf.stream("", as_bytes(std::string_view(
                                                  "1000 0 0 0 750 750 d1 0 0 750 750 re f"))));
                           font.replaceKey("/CharProcs", shapes);
                           pdf.resources().getKey("/Font").replaceKey("/T", font);
                         },
                         "BT /T 40 Tf 20 100 Td (aaa) Tj ET\n")));
  animals.back().far_max = 0.03;
}

}  // namespace

Animals document_animals() {
  Animals animals;
  add_files(animals);
  add_interactive(animals);
  add_drawings(animals);
  return animals;
}

}  // namespace sohoa::test
