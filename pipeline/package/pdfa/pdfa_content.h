#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "pipeline/package/pdfa/pdfa_checks.h"
#include "pipeline/package/pdfa/pdfa_colour.h"
#include "pipeline/package/pdfa/pdfa_font.h"

namespace sohoa {

struct PdfaResources {
  QPDFObjectHandle dictionary;
  bool own = true;  // of the content's own page or form, not inherited
};

/// Reads content streams: pages, the forms and patterns they use, appearances. Checks what stands
/// in them (6.1.13, 6.2.2, 6.2.5, 6.2.6, 6.2.10) and notes the colours and fonts they use.
class ContentWalk {
 public:
  ContentWalk(PdfaSubject& subject, ColourUse& colours) : subject_(subject), colours_(colours) {}

  void walk(const std::string& content, const PdfaResources& resources, const std::string& place);
  void walk_appearance(QPDFObjectHandle annotation);
  /// The transparency group of a page or form.
  void look_at_group(QPDFObjectHandle owner, QPDFObjectHandle resources);

  const std::map<std::string, FontUse>& fonts() const { return fonts_; }

 private:
  struct Operation;
  struct TextState {
    std::string font;  // key in fonts_
    long long mode = 0;
  };

  void run(const Operation& operation);
  void show(const std::string& bytes);
  void set_font(const std::string& name);
  void draw(const std::string& name);
  void walk_form(QPDFObjectHandle form);
  void look_at_state(QPDFObjectHandle state);
  void look_at_halftone(QPDFObjectHandle halftone);
  void look_for_transparency(QPDFObjectHandle state);
  void look_at_pattern(const std::string& name);
  void look_at_inline_image(const Operation& operation);
  QPDFObjectHandle resource(const char* kind, const std::string& name);

  PdfaSubject& subject_;
  ColourUse& colours_;
  std::map<std::string, FontUse> fonts_;
  std::set<QPDFObjGen> forms_;

  // Of the content being read; saved while a form inside it is.
  struct Place {
    PdfaResources resources;
    std::string name;
    TextState text;
    std::vector<TextState> saved;
    int depth = 0;
  };
  Place here_;
};

}  // namespace sohoa
