#include "pipeline/acquire/pdf_sheet.h"

#include <algorithm>
#include <cstdio>
#include <qpdf/QPDFWriter.hh>

namespace sohoa {

namespace {

constexpr int kAnnotationsMax = 1'000;
constexpr long long kHiddenFlags = 0x02 | 0x20;  // Hidden, NoView
constexpr long long kPrintFlag = 0x04;

QPDFObjectHandle array_of(const Box& box) {
  QPDFObjectHandle array = QPDFObjectHandle::newArray();
  for (const double side : {box.left, box.top, box.right, box.bottom}) {
    array.appendItem(QPDFObjectHandle::newReal(side, 6));
  }
  return array;
}

/// The normal appearance, of the state in force where there are several.
QPDFObjectHandle appearance_of(QPDFObjectHandle annotation) {
  QPDFObjectHandle appearances = annotation.getKey("/AP");
  if (!appearances.isDictionary()) return QPDFObjectHandle::newNull();
  QPDFObjectHandle normal = appearances.getKey("/N");
  QPDFObjectHandle state = annotation.getKey("/AS");
  if (normal.isDictionary() && state.isName()) normal = normal.getKey(state.getName());
  return normal.isStream() ? normal : QPDFObjectHandle::newNull();
}

bool is_shown(QPDFObjectHandle annotation) {
  QPDFObjectHandle subtype = annotation.getKey("/Subtype");
  if (subtype.isNameAndEquals("/Popup") || subtype.isNameAndEquals("/Link")) return false;
  QPDFObjectHandle flags = annotation.getKey("/F");
  return !flags.isInteger() || (flags.getIntValue() & kHiddenFlags) == 0;
}

/// A stamp: unlike a form field it is drawn without the form.
QPDFObjectHandle as_stamp(const VisibleAnnotation& annotation) {
  QPDFObjectHandle appearances = QPDFObjectHandle::newDictionary();
  appearances.replaceKey("/N", annotation.appearance);
  QPDFObjectHandle stamp = QPDFObjectHandle::newDictionary();
  stamp.replaceKey("/Type", QPDFObjectHandle::newName("/Annot"));
  stamp.replaceKey("/Subtype", QPDFObjectHandle::newName("/Stamp"));
  stamp.replaceKey("/F", QPDFObjectHandle::newInteger(kPrintFlag));
  stamp.replaceKey("/Rect", annotation.rectangle);
  stamp.replaceKey("/AP", appearances);
  return stamp;
}

std::string painted(const Box& box, Background background) {
  char text[160];
  std::snprintf(text, sizeof text, "q %d g %.6f %.6f %.6f %.6f re f Q\n",
                background == Background::kBlack ? 0 : 1, box.left - 1, box.top - 1,
                box.width() + 2, box.height() + 2);
  return text;
}

/// A filled unit square in the place of the scan: a form, which Poppler cuts to the region before
/// it draws, unlike an image.
void replace_scan(QPDFObjectHandle image, Background background) {
  QPDFObjectHandle dictionary = QPDFObjectHandle::newDictionary();
  dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
  dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
  dictionary.replaceKey("/BBox", array_of({0, 0, 1, 1}));
  image.replaceDict(dictionary);
  image.replaceStreamData(
      background == Background::kWhite ? "1 g 0 0 1 1 re f" : "0 g 0 0 1 1 re f",
      QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

std::unique_ptr<QPDF> make_sheets(PdfFile& file, const PdfPage& page, const ContentMark& scan,
                                  const std::vector<Box>& regions, Background background) {
  auto sheets = std::make_unique<QPDF>();
  sheets->emptyPDF();
  sheets->setSuppressWarnings(true);
  // Copied in one piece, so that what its parts share is shared in the copy too.
  QPDFObjectHandle stamps = QPDFObjectHandle::newArray();
  for (const VisibleAnnotation& annotation : visible_annotations(page)) {
    stamps.appendItem(as_stamp(annotation));
  }
  QPDFObjectHandle parts = QPDFObjectHandle::newDictionary();
  parts.replaceKey("/Resources", page.resources);
  parts.replaceKey("/Annots", stamps);
  parts.replaceKey("/Scan", scan.image);
  QPDFObjectHandle copy = sheets->copyForeignObject(file.document().makeIndirectObject(parts));
  if (background != Background::kScan) replace_scan(copy.getKey("/Scan"), background);
  QPDFObjectHandle contents = sheets->makeIndirectObject(QPDFObjectHandle::newStream(
      sheets.get(), painted(page.box, background) + std::string(as_text(content_of(page).bytes))));
  const Matrix to_page = inverse(page.to_shown());
  for (const Box& region : regions) {
    QPDFObjectHandle sheet = QPDFObjectHandle::newDictionary();
    sheet.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
    sheet.replaceKey("/MediaBox", array_of(to_page * region));
    sheet.replaceKey("/Rotate", QPDFObjectHandle::newInteger(90 * page.quarter_turns));
    sheet.replaceKey("/Resources", copy.getKey("/Resources"));
    sheet.replaceKey("/Annots", copy.getKey("/Annots"));
    sheet.replaceKey("/Contents", contents);
    sheets->addPage(sheets->makeIndirectObject(sheet), false);
  }
  return sheets;
}

}  // namespace

std::vector<VisibleAnnotation> visible_annotations(const PdfPage& page) {
  std::vector<VisibleAnnotation> visible;
  QPDFObjectHandle all = QPDFObjectHandle(page.object).getKey("/Annots");
  const int count = all.isArray() ? std::min(all.getArrayNItems(), kAnnotationsMax) : 0;
  for (int i = 0; i < count; ++i) {
    QPDFObjectHandle annotation = all.getArrayItem(i);
    if (!annotation.isDictionary() || !is_shown(annotation)) continue;
    QPDFObjectHandle appearance = appearance_of(annotation);
    const std::vector<double> sides = numbers_of(annotation.getKey("/Rect"));
    if (appearance.isNull() || sides.size() != 4) continue;
    const Box box =
        page.to_shown() * Box{std::min(sides[0], sides[2]), std::min(sides[1], sides[3]),
                              std::max(sides[0], sides[2]), std::max(sides[1], sides[3])};
    if (!box.empty()) visible.push_back({appearance, annotation.getKey("/Rect"), box});
  }
  return visible;
}

void write_sheets(PdfFile& file, const PdfPage& page, const ContentMark& scan,
                  const std::vector<Box>& regions, const std::vector<Background>& backgrounds,
                  const std::filesystem::path& path) {
  std::vector<std::unique_ptr<QPDF>> parts;
  for (const Background background : backgrounds) {
    parts.push_back(make_sheets(file, page, scan, regions, background));
  }
  QPDF& whole = *parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    for (const QPDFObjectHandle& sheet : parts[i]->getAllPages()) whole.addPage(sheet, false);
  }
  QPDFWriter writer(whole, path.c_str());
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.setDecodeLevel(qpdf_dl_none);
  writer.write();
}

}  // namespace sohoa
