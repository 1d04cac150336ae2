#include <algorithm>
#include <iterator>
#include <qpdf/QPDFObjGen.hh>
#include <string_view>

#include "pipeline/package/pdf/pdf_stream_data.h"
#include "pipeline/package/pdfa/pdfa_checks.h"
#include "pipeline/package/pdfa/pdfa_colour.h"
#include "pipeline/package/pdfa/pdfa_content.h"
#include "pipeline/package/pdfa/pdfa_font.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

// 6.1.13
constexpr double kSideMin = 3, kSideMax = 14400;

void check_boxes(PdfaSubject& subject, Handle page) {
  for (const char* key : {"/MediaBox", "/CropBox", "/TrimBox", "/ArtBox", "/BleedBox"}) {
    Handle box = page.getKey(key);
    if (!box.isRectangle()) continue;
    const Handle::Rectangle r = box.getArrayAsRectangle();
    const double width = std::abs(r.urx - r.llx);
    const double height = std::abs(r.ury - r.lly);
    if (std::min(width, height) < kSideMin || std::max(width, height) > kSideMax) {
      subject.report.violates("6.1.13-page-size", place_of(page) +
                                                      " is smaller than 3 or larger "
                                                      "than 14400 units");
    }
  }
}

/// The page's own resources, or those it inherits.
PdfaResources resources_of(Handle page) {
  constexpr int kAncestorsMax = 50;
  if (page.getKey("/Resources").isDictionary()) return {page.getKey("/Resources"), true};
  Handle node = page.getKey("/Parent");
  for (int i = 0; i < kAncestorsMax && node.isDictionary(); ++i) {
    if (node.getKey("/Resources").isDictionary()) return {node.getKey("/Resources"), false};
    node = node.getKey("/Parent");
  }
  return {Handle::newDictionary(), true};
}

}  // namespace

void check_pages(PdfaSubject& subject) {
  ColourUse colours(subject);
  ContentWalk walk(subject, colours);
  for (Handle page : subject.pdf.getAllPages()) {
    check_boxes(subject, page);
    const PdfaResources resources = resources_of(page);
    walk.look_at_group(page, resources.dictionary);
    walk.walk(content_of_page(page), resources, place_of(page));
    Handle annotations = page.getKey("/Annots");
    if (!annotations.isArray()) continue;
    for (Handle annotation : annotations.getArrayAsVector()) walk.walk_appearance(annotation);
  }
  for (const auto& [key, use] : walk.fonts()) check_font(subject, use);
  colours.judge();
}

}  // namespace sohoa
