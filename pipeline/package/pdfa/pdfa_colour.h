#pragma once

#include <qpdf/QPDFObjGen.hh>
#include <set>
#include <string>

#include "pipeline/package/pdfa/pdfa_checks.h"

namespace sohoa {

/// Which device colours the pages use, judged against the output intent at the end (6.2.3, 6.2.4).
class ColourUse {
 public:
  explicit ColourUse(PdfaSubject& subject) : subject_(subject) {}

  /// A colour space, or the name of a device's; `resources` may replace a device's by a default.
  void note(QPDFObjectHandle space, QPDFObjectHandle resources, const std::string& place);
  void note_device(const std::string& name, QPDFObjectHandle resources, const std::string& place);
  void judge();

 private:
  void note_within(QPDFObjectHandle space, QPDFObjectHandle resources, const std::string& place,
                   int depth);
  void check_colorants(QPDFObjectHandle space, const std::string& place);
  void check_profile(QPDFObjectHandle stream, const std::string& place);
  std::string intent_space();

  PdfaSubject& subject_;
  std::map<std::string, std::string> used_;  // device space → first place
  std::set<QPDFObjGen> profiles_;
};

}  // namespace sohoa
