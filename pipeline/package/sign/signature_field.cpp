#include "pipeline/package/sign/signature_field.h"

#include <algorithm>
#include <string>
#include <utility>

#include "pipeline/base/error.h"
#include "pipeline/base/printable.h"
#include "pipeline/package/pdf/pdf_number.h"
#include "pipeline/package/sign/form_update.h"
#include "pipeline/package/sign/page_content.h"
#include "pipeline/package/sign/signable.h"
#include "pipeline/package/sign/signing_time.h"
#include "pipeline/package/sign/visible_block.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr double kBlockShareMax = 0.46;  // of the page's width
constexpr double kBlockWidthMin_pt = 120;
constexpr int kDecimals = 3;
constexpr int kPrintAndLocked = 132;
// Room for three numbers behind /ByteRange [0.
constexpr std::size_t kRangeBytes = 40;

std::string signature_body(const SignSettings& settings, std::size_t contents_bytes) {
  return "<< /Type /Sig /ByteRange [0" + std::string(kRangeBytes, ' ') + "] /Contents <" +
         std::string(2 * contents_bytes, '0') +
         "> /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (" + pdf_time(settings.time) +
         ") /Name " + Handle::newUnicodeString(settings.name).unparse() + " >>";
}

/// The rectangle of a widget, and the form that fills it.
struct Placed {
  std::string rect = "[0 0 0 0]";
  std::string appearance;
};

std::string rect_of(const Box& box) {
  std::string text = "[";
  for (const double number : {box.left, box.top, box.right, box.bottom}) {
    text += pdf_number(number, kDecimals) + ' ';
  }
  text.back() = ']';
  return text;
}

Finding block_finding(const std::string& code, const std::string& name, const std::string& reason,
                      const std::string& remedy) {
  return {"signature." + code, Severity::kWarning, name + " page 1", reason, remedy, std::nullopt};
}

class FieldWriter {
 public:
  FieldWriter(const std::filesystem::path& file, PdfDocument& document,
              const SignSettings& settings)
      : file_(file),
        document_(document),
        settings_(settings),
        update_(document),
        page_(document.qpdf().getAllPages().front()) {}

  PreparedSignature write(std::size_t contents_bytes) {
    const QPDFObjGen signature = update_.new_id(), field = update_.new_id();
    update_.put(signature, signature_body(settings_, contents_bytes));
    put_field(field, signature);
    put_form(update_, document_.qpdf().getRoot(), field);
    put_annotation(update_, page_, field);
    IncrementalUpdate::File written = update_.file();
    prepared_.pdf = std::move(written.bytes);
    locate_gap(prepared_, written.offsets.at(signature));
    return std::move(prepared_);
  }

 private:
  void put_field(QPDFObjGen field, QPDFObjGen signature) {
    const Placed placed = settings_.appearance == Appearance::kBlock ? place() : Placed();
    const std::string name = free_field_name(
        document_.qpdf().getRoot(), settings_.role == SignerRole::kOfficer ? "Officer" : "Agency");
    update_.put(field, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (" + name + ") /V " +
                           reference_to(signature) + " /Rect " + placed.rect + " /F " +
                           std::to_string(kPrintAndLocked) + " /P " +
                           reference_to(page_.getObjGen()) + placed.appearance + " >>");
  }

  Placed place() {
    const PageFrame frame = page_frame(page_, PageBox::kCrop);
    const VisibleBlock block(settings_,
                             std::max(kBlockWidthMin_pt, kBlockShareMax * frame.size.width_pt));
    const TakenArea taken = taken_area_of_first_page(document_, file_);
    const Corner corner =
        settings_.role == SignerRole::kOfficer ? Corner::kTopLeft : Corner::kTopRight;
    const BlockPlace found = place_block(taken, block.size(), corner);
    const Box& box = found.box;
    if (box.left < 0 || box.right > frame.size.width_pt || box.bottom > frame.size.height_pt) {
      prepared_.findings.push_back(
          block_finding("block-no-room", document_.name(),
                        "is too small for a visible signature: this one shows nothing",
                        "scan it on a sheet of A5 or larger where one must be shown"));
      return {};
    }
    if (found.taken_share > kTakenShareMax) {
      prepared_.findings.push_back(block_finding(
          "block-over-content", document_.name(),
          "no place near the corner is clear: the visible signature lies over content",
          "look at the page; sign with --invisible if it hides something"));
    }
    const QPDFObjGen form = block.put_into(update_, frame);
    return {rect_of(frame.shown_to_user * box), " /AP << /N " + reference_to(form) + " >>"};
  }

  const std::filesystem::path& file_;
  PdfDocument& document_;
  const SignSettings& settings_;
  IncrementalUpdate update_;
  Handle page_;
  PreparedSignature prepared_;
};

/// The words of the block are for people: they must be a line that says something.
void require_shown(const SignSettings& settings) {
  struct Words {
    const char* option;
    const std::string& text;
  };
  for (const Words& words : {Words{"--name", settings.name}, Words{"--mark", settings.mark}}) {
    if (printable(words.text) != words.text) {
      throw Error(ExitCode::kUsage, words.option,
                  "is longer than 200 letters, or holds characters that are not shown",
                  "write it on one line, as it is to be shown");
    }
  }
  if (settings.name.find_first_not_of(' ') == std::string::npos) {
    throw Error(ExitCode::kUsage, "--name", "nobody is named", "name the officer or the agency");
  }
}

}  // namespace

PreparedSignature prepare_signature(const LoadedPdf& pdf, const SignSettings& settings,
                                    std::size_t contents_bytes) {
  require_shown(settings);
  PdfDocument document(pdf.name, pdf.bytes);
  require_signable(document);
  return FieldWriter(pdf.path, document, settings).write(contents_bytes);
}

}  // namespace sohoa
