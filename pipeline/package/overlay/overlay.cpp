#include "pipeline/package/overlay/overlay.h"

#include <map>
#include <memory>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <vector>

#include "pipeline/base/error.h"
#include "pipeline/base/spool.h"
#include "pipeline/package/overlay/overlay_drawing.h"
#include "pipeline/package/overlay/overlay_place.h"
#include "pipeline/package/package_names.h"
#include "pipeline/package/pdf/pdf_copy.h"
#include "pipeline/package/pdf/pdf_output.h"
#include "pipeline/package/pdf/pdf_page_tree.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr char kOverlayName[] = "/SohoaOverlay";

/// One overlay while its pages come in.
class OverlayDocument {
 public:
  OverlayDocument(const RecordSource& source, const std::filesystem::path& work_folder)
      : source_(source), skew_(shown_skew(source.record())), unpacked_(work_folder) {
    document_.emptyPDF();
    for (const PageAccount& page : source.record().dossier.pages) pages_[page.sequence] = &page;
    resources_ = document_.makeIndirectObject(
        Handle::parse("<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold >> >>"
                      " /ExtGState << /G << /ca 0.15 >> >> >>"));
  }

  void add(const Paper& paper) {
    const std::string path = pdf_path_of(paper);
    const Spool::Piece piece = unpack(path);
    std::map<int, std::vector<Field>> fields;
    for (const Field& field : paper.fields) fields[field.page].push_back(field);
    papers_.push_back(std::make_unique<SpooledPdf>(path, unpacked_, piece));
    for (std::size_t i = 0; i < paper.pages.size(); ++i) {
      Handle page = copier_.copy(document_, *papers_.back(), static_cast<int>(i) + 1);
      const auto account = pages_.find(paper.pages[i]);
      if (account != pages_.end()) draw(fields[paper.pages[i]], *account->second, page);
      QPDFPageDocumentHelper(document_).addPage(page, false);
    }
  }

  void write(const std::function<void(ByteView)>& take) {
    group_pages(document_);
    write_pdf(document_, PdfVersion::k17, source_.path().string(), take);
  }

 private:
  Spool::Piece unpack(const std::string& path) {
    Spool::Piece piece{unpacked_.size(), 0};
    source_.zip().read(source_.entry(path), [&](ByteView bytes) { unpacked_.append(bytes); });
    piece.size = unpacked_.size() - piece.offset;
    return piece;
  }

  void draw(const std::vector<Field>& fields, const PageAccount& account, Handle page) {
    const PageFrame frame = page_frame(page, PageBox::kMedia);
    const std::string operators = overlay_operators(overlay_boxes(fields, account),
                                                    upright_to_shown(account, page, frame, skew_),
                                                    frame.shown_to_user, frame.size);
    Handle form = Handle::newStream(&document_, operators);
    Handle dictionary = form.getDict();
    dictionary.replaceKey("/Type", Handle::newName("/XObject"));
    dictionary.replaceKey("/Subtype", Handle::newName("/Form"));
    dictionary.replaceKey("/BBox", page.getKey("/MediaBox"));
    dictionary.replaceKey("/Resources", resources_);
    give_resource(page, form);
    give_content(page);
  }

  /// The page may share its resources with others.
  static void give_resource(Handle page, const Handle& form) {
    Handle resources = page.getKey("/Resources");
    resources = resources.isDictionary() ? resources.shallowCopy() : Handle::newDictionary();
    Handle objects = resources.getKey("/XObject");
    objects = objects.isDictionary() ? objects.shallowCopy() : Handle::newDictionary();
    objects.replaceKey(kOverlayName, form);
    resources.replaceKey("/XObject", objects);
    page.replaceKey("/Resources", resources);
  }

  /// Whatever the page leaves of its graphics state ends before the overlay.
  void give_content(Handle page) {
    Handle parts = Handle::newArray();
    parts.appendItem(Handle::newStream(&document_, "q\n"));
    Handle contents = page.getKey("/Contents");
    if (contents.isArray()) {
      for (const Handle& part : contents.getArrayAsVector()) parts.appendItem(part);
    } else if (contents.isStream()) {
      parts.appendItem(contents);
    }
    parts.appendItem(Handle::newStream(&document_, std::string("\nQ ") + kOverlayName + " Do\n"));
    page.replaceKey("/Contents", parts);
  }

  const RecordSource& source_;
  ShownSkew skew_;
  Spool unpacked_;
  std::vector<std::unique_ptr<SpooledPdf>> papers_;
  std::map<int, const PageAccount*> pages_;
  PdfPageCopier copier_;
  QPDF document_;
  Handle resources_;
};

}  // namespace

void write_overlay(const RecordSource& source, const std::filesystem::path& work_folder,
                   const std::function<void(ByteView)>& take) {
  const std::vector<Paper>& papers = source.record().dossier.papers;
  if (papers.empty()) {
    throw Error(ExitCode::kInput, source.path().string(), "there is no paper in it",
                "leave out --overlay");
  }
  OverlayDocument overlay(source, work_folder);
  for (const Paper& paper : papers) overlay.add(paper);
  overlay.write(take);
}

}  // namespace sohoa
