#include <algorithm>
#include <string_view>

#include "pipeline/package/pdfa/pdfa_checks.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

enum Flag { kInvisible = 1, kHidden = 2, kPrint = 4, kNoView = 32, kToggleNoView = 256 };

bool has_no_area(Handle annotation) {
  Handle rect = annotation.getKey("/Rect");
  if (!rect.isRectangle()) return false;
  const QPDFObjectHandle::Rectangle r = rect.getArrayAsRectangle();
  return r.llx == r.urx && r.lly == r.ury;
}

void check_flags(PdfaSubject& subject, Handle annotation, const std::string& place) {
  Handle flags = annotation.getKey("/F");
  const long long set = flags.isInteger() ? flags.getIntValue() : 0;
  const bool shown = (set & (kInvisible | kHidden | kNoView | kToggleNoView)) == 0;
  if ((set & kPrint) == 0 || !shown) {
    subject.report.violates("6.3.2-flags", place + " is not always shown and printed");
  }
}

void check_appearance(PdfaSubject& subject, Handle annotation, const std::string& place,
                      std::string_view kind) {
  Handle appearance = annotation.getKey("/AP");
  if (!appearance.isDictionary()) {
    const bool needed = subject.rules().every_appearance ? kind != "/Link" : kind == "/Widget";
    if (needed && !has_no_area(annotation)) {
      subject.report.violates("6.3.3-appearance", place + " has no appearance");
    }
    return;
  }
  const bool button = annotation.getKey("/FT").isNameAndEquals("/Btn");
  Handle normal = appearance.getKey("/N");
  const bool fits = button ? normal.isDictionary() : normal.isStream();
  if (appearance.getKeys().size() != 1 || !fits) {
    subject.report.violates("6.3.3-appearance", place + " has more than its normal appearance");
  }
}

/// ISO 19005-1, 6.5.3
void check_opacity(PdfaSubject& subject, Handle annotation, const std::string& place) {
  Handle opacity = annotation.getKey("/CA");
  if (opacity.isNumber() && opacity.getNumericValue() != 1) {
    subject.report.violates("6.5.3-opacity", place + " is transparent");
  }
}

void check_annotation(PdfaSubject& subject, Handle annotation) {
  const std::string place = place_of(annotation);
  Handle subtype = annotation.getKey("/Subtype");
  const std::string kind = subtype.isName() ? subtype.getName() : "";
  const auto kinds = subject.rules().annotations;
  if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
    return subject.report.violates("6.3.1-annotation", place + " is a forbidden annotation");
  }
  if (kind == "/Widget" && (annotation.hasKey("/A") || annotation.hasKey("/AA"))) {
    subject.report.violates("6.4.1-field-action", place + " is a field that acts");
  } else if (annotation.hasKey("/AA") && !subject.rules().page_triggers) {
    subject.report.violates("6.5.2-trigger", place + " acts by itself");
  }
  if (!subject.rules().transparency) check_opacity(subject, annotation, place);
  if (kind == "/Popup") return;
  check_flags(subject, annotation, place);
  check_appearance(subject, annotation, place, kind);
}

}  // namespace

void check_annotations(PdfaSubject& subject) {
  for (Handle page : subject.pdf.getAllPages()) {
    Handle annotations = page.getKey("/Annots");
    if (!annotations.isArray()) continue;
    for (const Handle& annotation : annotations.getArrayAsVector()) {
      if (Handle(annotation).isDictionary()) check_annotation(subject, annotation);
    }
  }
}

}  // namespace sohoa
