#pragma once

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include "tests/acquire/files.h"

namespace sohoa::test {

/// Makes small PDFs.
class PdfBuilder {
 public:
  PdfBuilder() {
    pdf_.emptyPDF();
    resources_ = pdf_.makeIndirectObject(parse("<< /XObject << >> /ExtGState << >> >>"));
  }

  static QPDFObjectHandle parse(const std::string& text) { return QPDFObjectHandle::parse(text); }

  QPDF& document() { return pdf_; }
  QPDFObjectHandle page() { return page_; }

  QPDFObjectHandle stream(const std::string& dictionary, ByteView data) {
    QPDFObjectHandle made = QPDFObjectHandle::newStream(&pdf_, std::string(as_text(data)));
    QPDFObjectHandle keys = parse("<< " + dictionary + " >>");
    for (const std::string& key : keys.getKeys()) {
      made.getDict().replaceKey(key, keys.getKey(key));
    }
    return pdf_.makeIndirectObject(made);
  }
  /// Named in the resources of the page.
  QPDFObjectHandle object(const std::string& name, const std::string& dictionary, ByteView data) {
    QPDFObjectHandle made = stream("/Type /XObject " + dictionary, data);
    resources_.getKey("/XObject").replaceKey("/" + name, made);
    return made;
  }
  QPDFObjectHandle image(const std::string& name, const std::string& dictionary, ByteView data) {
    return object(name, "/Subtype /Image " + dictionary, data);
  }
  QPDFObjectHandle form(const std::string& name, const std::string& dictionary,
                        const std::string& content) {
    return object(name, "/Subtype /Form " + dictionary, as_bytes(content));
  }
  QPDFObjectHandle resources() { return resources_; }

  /// The first page; `keys` such as "/MediaBox [0 0 100 100]".
  PdfBuilder& show(const std::string& content, const std::string& keys) {
    page_ = parse("<< /Type /Page " + keys + " >>");
    page_.replaceKey("/Resources", resources_);
    page_.replaceKey("/Contents", stream("", as_bytes(content)));
    page_ = pdf_.makeIndirectObject(page_);
    pdf_.addPage(page_, false);
    return *this;
  }
  void annotate(const std::string& keys, const std::string& appearance_keys,
                const std::string& appearance) {
    QPDFObjectHandle annotation = parse("<< /Type /Annot " + keys + " >>");
    QPDFObjectHandle states = parse("<< >>");
    states.replaceKey(
        "/N", stream("/Type /XObject /Subtype /Form " + appearance_keys, as_bytes(appearance)));
    annotation.replaceKey("/AP", states);
    if (!page_.hasKey("/Annots")) page_.replaceKey("/Annots", parse("[ ]"));
    page_.getKey("/Annots").appendItem(pdf_.makeIndirectObject(annotation));
  }

  /// Streams stay as they were given.
  Bytes bytes() {
    QPDFWriter writer(pdf_);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setStaticID(true);
    writer.write();
    const std::unique_ptr<Buffer> buffer(writer.getBuffer());
    return Bytes(buffer->getBuffer(), buffer->getBuffer() + buffer->getSize());
  }

 private:
  QPDF pdf_;
  QPDFObjectHandle resources_;
  QPDFObjectHandle page_;
};

/// "/Width 48 /Height 32"
inline std::string size_keys(const Image& image) {
  return "/Width " + std::to_string(image.width) + " /Height " + std::to_string(image.height) + " ";
}

/// A page just as large as its image, a point a pixel.
inline std::string media_box(const Image& image) {
  return "/MediaBox [0 0 " + std::to_string(image.width) + " " + std::to_string(image.height) +
         "] ";
}

/// Shows /Im all over that page.
inline std::string shown(const Image& image) {
  return "q " + std::to_string(image.width) + " 0 0 " + std::to_string(image.height) +
         " 0 0 cm /Im Do Q\n";
}

/// A PDF of one page that shows one image.
inline Bytes image_pdf(const Image& image, const std::string& keys, ByteView data,
                       const std::string& page_keys = "") {
  PdfBuilder pdf;
  pdf.image("Im", size_keys(image) + keys, data);
  return pdf.show(shown(image), media_box(image) + page_keys).bytes();
}

}  // namespace sohoa::test
