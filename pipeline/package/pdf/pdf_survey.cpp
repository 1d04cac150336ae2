#include "pipeline/package/pdf/pdf_survey.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "pipeline/base/error.h"
#include "pipeline/package/pdf/pdf_image_facts.h"
#include "pipeline/package/pdf/pdf_input.h"
#include "pipeline/package/pdf/pdf_page_content.h"
#include "pipeline/package/pdf/pdf_page_frame.h"
#include "pipeline/package/pdf/pdf_signature_fields.h"
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

/// On which of the pages the widgets stand, by number from 1.
std::map<QPDFObjGen, int> pages_of_widgets(const std::vector<Handle>& pages) {
  std::map<QPDFObjGen, int> numbers;
  const std::size_t count = std::min(pages.size(), static_cast<std::size_t>(kSurveyPagesMax));
  for (std::size_t i = 0; i < count; ++i) {
    Handle annotations = Handle(pages[i]).getKey("/Annots");
    if (!annotations.isArray()) continue;
    for (const Handle& widget : annotations.getArrayAsVector()) {
      if (widget.isIndirect()) numbers.emplace(widget.getObjGen(), static_cast<int>(i) + 1);
    }
  }
  return numbers;
}

void add_place(Handle widget, const Handle& page, PdfSignatureFacts& facts) {
  Handle rect = widget.getKey("/Rect");
  if (!rect.isRectangle()) return;
  const QPDFObjectHandle::Rectangle r = rect.getArrayAsRectangle();
  if (r.llx == r.urx || r.lly == r.ury) return;
  facts.place = to_share_of(page_frame(page, PageBox::kMedia)) * Box{r.llx, r.lly, r.urx, r.ury};
}

/// The signatures of the form, as the first of their widgets on a page shows them.
std::vector<PdfSignatureFacts> survey_signatures(QPDF& pdf) {
  const std::vector<Handle>& pages = pdf.getAllPages();
  const std::map<QPDFObjGen, int> numbers = pages_of_widgets(pages);
  std::vector<PdfSignatureFacts> signatures;
  for (const SignatureField& field : signature_fields(pdf).fields) {
    PdfSignatureFacts facts;
    facts.field = field.name;
    for (const Handle& widget : field.widgets) {
      const auto page = numbers.find(widget.getObjGen());
      if (page == numbers.end()) continue;
      facts.page = page->second;
      add_place(widget, pages[static_cast<std::size_t>(facts.page) - 1], facts);
      add_appearance(widget, facts);
      break;
    }
    signatures.push_back(std::move(facts));
    if (signatures.size() >= kFieldsMax) break;
  }
  return signatures;
}

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
    throw Error(ExitCode::kInput, bytes.name(), "is damaged: " + failure.getMessageDetail(),
                "check that it is a PDF file");
  }
}

void survey(QPDF& pdf, PdfFacts& facts) {
  facts.version = version_of(pdf);
  read_metadata(pdf, facts);
  for (const Handle& page : pdf.getAllPages()) {
    const int number = static_cast<int>(facts.pages.size()) + 1;
    facts.pages.push_back(number <= kSurveyPagesMax ? facts_of_page(page) : PdfPageFacts{});
  }
  facts.signatures = survey_signatures(pdf);
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
    throw Error(ExitCode::kInput, bytes.name(), std::string("is damaged: ") + failure.what(),
                "check that it is a PDF file");
  }
  return facts;
}

}  // namespace sohoa
