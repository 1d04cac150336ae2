#include "pipeline/package/pdf/pdf_writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <utility>

#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"
#include "pipeline/package/pdf/glyphless_font.h"
#include "pipeline/package/pdf/pdf_attached_file.h"
#include "pipeline/package/pdf/pdf_copy.h"
#include "pipeline/package/pdf/pdf_document_metadata.h"
#include "pipeline/package/pdf/pdf_font.h"
#include "pipeline/package/pdf/pdf_geometry.h"
#include "pipeline/package/pdf/pdf_image.h"
#include "pipeline/package/pdf/pdf_number.h"
#include "pipeline/package/pdf/pdf_output.h"
#include "pipeline/package/pdf/pdf_output_intent.h"
#include "pipeline/package/pdf/pdf_page_tree.h"
#include "pipeline/package/pdf/pdf_store.h"
#include "pipeline/package/pdf/pdf_text.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr double kSideMin_units = 3;  // ISO 19005-2, 6.1.13

Handle media_box(const PageSize& size, double units) {
  Handle box = Handle::newArray();
  for (const double side : {0.0, 0.0, size.width_pt, size.height_pt}) {
    const double value = side == 0 ? 0 : std::max(side * units, kSideMin_units);
    box.appendItem(Handle::newReal(pdf_number(value, 2)));
  }
  return box;
}

std::string drawn(const Matrix& placement, const std::string& name) {
  return "q " + pdf_matrix(placement) + " cm /" + name + " Do Q\n";
}

std::string painted(const Layer& layer, const Matrix& placement, const std::string& name) {
  if (!layer.stencil_grey) return drawn(placement, name);
  const std::string grey = pdf_number(*layer.stencil_grey / 255.0, 3);
  return "q " + grey + " g " + pdf_matrix(placement) + " cm /" + name + " Do Q\n";
}

}  // namespace

struct PdfWriter::State {
  explicit State(PdfSettings given)
      : settings(std::move(given)),
        store(version_of(settings.output_type), settings.spool_folder),
        font(store.document().makeIndirectObject(Handle::newDictionary())) {}

  Handle page_object(const ScannedPage& page, const TextPage& text);
  std::string description() const;
  DocumentMetadata metadata() const;
  void complete();

  PdfSettings settings;
  PdfStore store;
  PdfPageCopier copier;
  GlyphlessFont characters;
  Handle font;  // filled when all characters are known
  int page_count = 0;
  bool all_ours = true;
  bool access_copy = false;  // a page is shown by less than its scan
};

Handle PdfWriter::State::page_object(const ScannedPage& page, const TextPage& text) {
  refuse_beyond(store.version(), page);
  const PdfGeometry geometry = pdf_geometry(page, text, settings.deskew);
  const double units = units_per_point(geometry.size);
  const Matrix to_units{units, 0, 0, units, 0, 0};
  const Matrix shown = then(geometry.shown_to_output, to_units);

  Handle images = Handle::newDictionary();
  images.replaceKey("/Im0", image_object(store, page.master));
  std::string content = drawn(then(page.placement, shown), "Im0");
  for (const Layer& layer : page.layers) {
    const std::string name = "Im" + std::to_string(images.getKeys().size());
    images.replaceKey('/' + name, layer.stencil_grey ? stencil_object(store, layer.picture)
                                                     : image_object(store, layer.picture));
    content += painted(layer, then(layer.placement, shown), name);
  }
  for (const Overlay& overlay : page.overlays) {
    const std::string name = "Im" + std::to_string(images.getKeys().size());
    images.replaceKey('/' + name, image_object(store, overlay.picture, overlay.mask));
    content += drawn(then(overlay.placement, shown), name);
  }
  Handle resources = Handle::newDictionary();
  resources.replaceKey("/XObject", images);
  const std::string words =
      invisible_text(text, then(geometry.upright_to_output, to_units), characters);
  if (!words.empty()) {
    Handle fonts = Handle::newDictionary();
    fonts.replaceKey("/F0", font);
    resources.replaceKey("/Font", fonts);
  }

  Handle object = Handle::parse("<< /Type /Page >>");
  object.replaceKey("/MediaBox", media_box(geometry.size, units));
  if (units != 1) object.replaceKey("/UserUnit", Handle::newReal(pdf_number(1 / units, 5)));
  object.replaceKey("/Resources", resources);
  object.replaceKey("/Contents",
                    store.deflated_stream(Handle::newDictionary(), as_bytes(content + words)));
  if (is_transparent(page)) {
    object.replaceKey("/Group", Handle::parse("<< /S /Transparency /CS /DeviceRGB >>"));
  }
  return store.document().makeIndirectObject(object);
}

std::string PdfWriter::State::description() const {
  std::string said;
  if (settings.unsigned_copy) {
    said = "Unsigned copy of a digitally signed document; the signature is in the original only.";
  }
  if (access_copy) {
    said += said.empty() ? "" : " ";
    said += "Access copy: its pictures are compressed and are not the scanner's own.";
  }
  return said;
}

DocumentMetadata PdfWriter::State::metadata() const {
  DocumentMetadata metadata;
  metadata.title = settings.title;
  metadata.description = description();
  metadata.language = settings.language;
  metadata.producer = settings.producer;
  metadata.time = settings.job_time;
  const PdfaClaim claim = claim_of(settings.output_type);
  metadata.part = claim.part;
  if (all_ours) metadata.conformance = claim.level;
  return metadata;
}

void PdfWriter::State::complete() {
  group_pages(store.document());
  if (!characters.empty()) {
    store.document().replaceObject(font.getObjGen(), font_dictionary(store, characters));
  }
  Handle root = store.document().getRoot();
  if (settings.output_type != OutputType::kPdf) set_output_intent(store);
  if (!settings.title.empty()) {
    root.replaceKey("/ViewerPreferences", Handle::parse("<< /DisplayDocTitle true >>"));
  }
  set_document_metadata(store, metadata());
}

PdfWriter::PdfWriter(PdfSettings settings) : state_(std::make_unique<State>(std::move(settings))) {}
PdfWriter::~PdfWriter() = default;
PdfWriter::PdfWriter(PdfWriter&&) noexcept = default;

void PdfWriter::add_page(const ScannedPage& page, const TextPage& text) {
  QPDFPageDocumentHelper(state_->store.document()).addPage(state_->page_object(page, text), false);
  ++state_->page_count;
  if (page.rendition >= Rendition::kReencoded) state_->access_copy = true;
}

void PdfWriter::copy_page(const std::filesystem::path& file, int number) {
  QPDF& document = state_->store.document();
  QPDFPageDocumentHelper(document).addPage(state_->copier.copy(document, file, number), false);
  ++state_->page_count;
  state_->all_ours = false;
}

void PdfWriter::attach(const PdfAttachment& attachment, ByteView bytes) {
  attach_file(state_->store, attachment, bytes);
}

int PdfWriter::page_count() const { return state_->page_count; }

bool PdfWriter::all_ours() const { return state_->all_ours; }

void PdfWriter::write(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (file.number() < 0) throw output_error(path.string(), errno);
  write(path.string(), [&](ByteView bytes) {
    if (const int failed = write_all(file.number(), bytes))
      throw output_error(path.string(), failed);
  });
}

void PdfWriter::write(const std::string& name, const std::function<void(ByteView)>& take) {
  state_->complete();
  // A page of another file may use more than PDF 1.4 has, and there is no claim then.
  const PdfVersion version = state_->all_ours ? state_->store.version() : PdfVersion::k17;
  write_pdf(state_->store.document(), version, name, take);
}

}  // namespace sohoa
