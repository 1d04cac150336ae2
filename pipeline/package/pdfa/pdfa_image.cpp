#include <algorithm>
#include <iterator>
#include <string_view>

#include "pipeline/package/pdfa/pdfa_checks.h"
#include "pipeline/package/pdfa/pdfa_jpx.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr long long kDepths[] = {1, 2, 4, 8, 16};
constexpr std::string_view kIntents[] = {"/RelativeColorimetric", "/AbsoluteColorimetric",
                                         "/Perceptual", "/Saturation"};

std::string last_filter(Handle dictionary) {
  Handle filter = dictionary.getKey("/Filter");
  if (filter.isArray() && filter.getArrayNItems() > 0) {
    filter = filter.getArrayItem(filter.getArrayNItems() - 1);
  }
  return filter.isName() ? filter.getName() : "";
}

void check_depth(PdfaSubject& subject, Handle dictionary, const std::string& place) {
  Handle depth = dictionary.getKey("/BitsPerComponent");
  const bool is_mask =
      dictionary.getKey("/ImageMask").isBool() && dictionary.getKey("/ImageMask").getBoolValue();
  if (is_mask) {
    if (depth.isInteger() && depth.getIntValue() != 1) {
      subject.report.violates("6.2.8-depth", place + " is a mask of more than one bit");
    }
    return;
  }
  const bool known =
      depth.isInteger() && depth.getIntValue() <= subject.rules().bits_per_component_max &&
      std::find(std::begin(kDepths), std::end(kDepths), depth.getIntValue()) != std::end(kDepths);
  if (!known) subject.report.violates("6.2.8-depth", place + " has not 1, 2, 4, 8 or 16 bits");
}

}  // namespace

void check_image(PdfaSubject& subject, QPDFObjectHandle image) {
  PdfaReport& report = subject.report;
  Handle dictionary = image.getDict();
  const std::string place = place_of(image);
  if (dictionary.hasKey("/Alternates")) report.violates("6.2.8-alternates", place + " has others");
  if (dictionary.hasKey("/OPI")) report.violates("6.2.8-opi", place + " is replaced by OPI");
  Handle interpolate = dictionary.getKey("/Interpolate");
  if (interpolate.isBool() && interpolate.getBoolValue()) {
    report.violates("6.2.8-interpolate", place + " asks to be interpolated");
  }
  Handle intent = dictionary.getKey("/Intent");
  if (intent.isName() &&
      std::find(std::begin(kIntents), std::end(kIntents), intent.getName()) == std::end(kIntents)) {
    report.violates("6.2.6-intent", place + " has an unknown rendering intent");
  }
  if (!subject.rules().transparency && dictionary.hasKey("/SMask")) {
    report.violates("6.4-transparency", place + " has a soft mask");
  }
  if (last_filter(dictionary) != "/JPXDecode") return check_depth(subject, dictionary, place);
  const std::string fault = jpx_fault(encoded_data(image), dictionary.hasKey("/ColorSpace"));
  if (!fault.empty()) report.violates("6.2.8.3-jpx", place + ": " + fault);
}

}  // namespace sohoa
