#include "pipeline/package/pdf/pdf_survey.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "pipeline/base/error.h"
#include "pipeline/package/pdf/pdf_field.h"
#include "pipeline/package/pdf/pdf_image_facts.h"
#include "pipeline/package/pdf/pdf_input.h"
#include "pipeline/package/pdf/pdf_page_content.h"
#include "pipeline/package/pdf/pdf_page_frame.h"
#include "pipeline/package/pdf/pdf_stream_data.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr std::size_t kFieldsMax = 1000;
constexpr std::size_t kXmpBytesMax = 1u << 20;

/// User space of a page → shares of the page as shown, y down.
Matrix to_share_of(const PageFrame& frame) {
  return then(inverse(frame.shown_to_user),
              Matrix{1 / frame.size.width_pt, 0, 0, 1 / frame.size.height_pt, 0, 0});
}

PdfPageFacts facts_of_page(QPDFPageObjectHelper page) {
  const PageFrame frame = page_frame(page.getObjectHandle(), PageBox::kMedia);
  PdfPageFacts facts;
  facts.size = frame.size;
  PdfContentFacts content =
      content_facts(content_of_page(page.getObjectHandle()), page.getAttribute("/Resources", false),
                    to_share_of(frame), frame.size);
  facts.images = std::move(content.images);
  facts.lines = std::move(content.lines);
  facts.unmapped = content.unmapped;
  if (!facts.lines.empty()) return facts;
  for (const Handle& image : content.image_objects) {
    const std::optional<double> share = ink_share_of(image);
    if (!share) return facts;
    facts.ink_share = std::max(facts.ink_share.value_or(0), *share);
  }
  return facts;
}

void add_appearance(Handle widget, PdfSignatureFacts& facts) {
  Handle states = widget.getKey("/AP");
  Handle normal = states.isDictionary() ? states.getKey("/N") : Handle::newNull();
  if (!normal.isStream()) return;
  const PdfContentFacts shown = content_facts(
      decoded_data(normal), normal.getDict().getKey("/Resources"), Matrix{}, PageSize{1, 1});
  for (const PdfLine& line : shown.lines) facts.text += line.text + "\n";
  facts.has_image = !shown.images.empty();
}

/// Signature fields that hold a signature, as the widgets of the pages show them.
class SignatureSurvey {
 public:
  void add_page(QPDFPageObjectHelper page, int number) {
    Handle annotations = page.getObjectHandle().getKey("/Annots");
    if (!annotations.isArray()) return;
    for (const Handle& widget : annotations.getArrayAsVector()) {
      if (found_.size() >= kFieldsMax || !is_signature(widget)) continue;
      add_widget(widget, page_frame(page.getObjectHandle(), PageBox::kMedia), number);
    }
  }

  /// Fields of the form that stand on no page.
  void add_form(Handle fields) {
    if (!fields.isArray()) return;
    for (const Handle& field : fields.getArrayAsVector()) {
      if (found_.size() >= kFieldsMax || !is_signature(field)) continue;
      found_.try_emplace(name_of_field(field),
                         PdfSignatureFacts{name_of_field(field), 0, {}, "", false});
    }
  }

  std::vector<PdfSignatureFacts> take() {
    std::vector<PdfSignatureFacts> signatures;
    for (auto& [name, facts] : found_) signatures.push_back(std::move(facts));
    return signatures;
  }

 private:
  static bool is_signature(Handle field) {
    return is_signature_field(field) && inherited(field, "/V").isDictionary();
  }

  void add_widget(Handle widget, const PageFrame& frame, int number) {
    PdfSignatureFacts facts;
    facts.field = name_of_field(widget);
    facts.page = number;
    Handle rect = widget.getKey("/Rect");
    if (rect.isRectangle()) {
      const QPDFObjectHandle::Rectangle r = rect.getArrayAsRectangle();
      if (r.llx != r.urx && r.lly != r.ury) {
        facts.place = to_share_of(frame) * Box{r.llx, r.lly, r.urx, r.ury};
      }
    }
    add_appearance(widget, facts);
    found_.insert_or_assign(facts.field, std::move(facts));
  }

  std::map<std::string, PdfSignatureFacts> found_;
};

/// The value of a simple XMP property, as an attribute or an element.
std::string xmp_value(const std::string& packet, const std::string& property) {
  const std::size_t at = packet.find(property);
  if (at == std::string::npos) return "";
  const std::size_t from = packet.find_first_not_of("=\"'> \t\r\n", at + property.size());
  const std::size_t to = packet.find_first_of("\"'< \t\r\n", from);
  return from == std::string::npos || to == std::string::npos ? "" : packet.substr(from, to - from);
}

void read_metadata(QPDF& pdf, PdfFacts& facts) {
  Handle metadata = pdf.getRoot().getKey("/Metadata");
  if (metadata.isStream()) {
    const std::string packet = decoded_data(metadata, kXmpBytesMax);
    const std::string part = xmp_value(packet, "pdfaid:part");
    if (part.size() == 1 && part[0] >= '1' && part[0] <= '9') facts.pdfa_part = part[0] - '0';
    facts.pdfa_level = xmp_value(packet, "pdfaid:conformance");
  }
  Handle info = pdf.getTrailer().getKey("/Info");
  Handle subject = info.isDictionary() ? info.getKey("/Subject") : Handle::newNull();
  if (subject.isString()) facts.description = subject.getUTF8Value();
}

std::string version_of(QPDF& pdf) {
  const std::string header = pdf.getPDFVersion();
  Handle later = pdf.getRoot().getKey("/Version");
  const std::string catalog = later.isName() ? later.getName().substr(1) : "";
  return std::max(header, catalog);
}

/// False for an encrypted file that cannot be opened.
bool open(QPDF& pdf, const PdfBytes& bytes) {
  pdf.setSuppressWarnings(true);
  try {
    pdf.processInputSource(input_source_of(bytes));
    return true;
  } catch (const QPDFExc& failure) {
    if (failure.getErrorCode() == qpdf_e_password) return false;
    throw Error(ExitCode::kInput, bytes.name(), failure.getMessageDetail(),
                "check that it is a PDF file");
  }
}

void survey(QPDF& pdf, PdfFacts& facts) {
  facts.version = version_of(pdf);
  read_metadata(pdf, facts);
  SignatureSurvey signatures;
  for (const Handle& page : pdf.getAllPages()) {
    const int number = static_cast<int>(facts.pages.size()) + 1;
    facts.pages.push_back(number <= kSurveyPagesMax ? facts_of_page(page) : PdfPageFacts{});
    if (number <= kSurveyPagesMax) signatures.add_page(page, number);
  }
  Handle form = pdf.getRoot().getKey("/AcroForm");
  if (form.isDictionary()) signatures.add_form(form.getKey("/Fields"));
  facts.signatures = signatures.take();
}

}  // namespace

PdfFacts survey_pdf(const PdfBytes& bytes) {
  PdfFacts facts;
  try {
    QPDF pdf;
    facts.encrypted = !open(pdf, bytes) || pdf.isEncrypted();
    if (!facts.encrypted) survey(pdf, facts);
  } catch (const Error&) {
    throw;
  } catch (const std::exception& failure) {  // of libqpdf: structures beyond its limits
    throw Error(ExitCode::kInput, bytes.name(), failure.what(), "check that it is a PDF file");
  }
  return facts;
}

}  // namespace sohoa
