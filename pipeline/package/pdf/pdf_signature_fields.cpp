#include "pipeline/package/pdf/pdf_signature_fields.h"

#include <set>
#include <utility>

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr int kDepthMax = 32;
constexpr std::size_t kFieldsMax = 10'000;

class FieldWalk {
 public:
  /// `kind` is the /FT of the fields above.
  void walk(Handle fields, const std::string& prefix, const Handle& kind, int depth) {
    if (!fields.isArray()) return;
    const int count = fields.getArrayNItems();
    for (int i = 0; i < count; ++i) {
      if (depth > kDepthMax || seen_ >= kFieldsMax) {
        found_.complete = false;
        return;
      }
      Handle field = fields.getArrayItem(i);
      if (field.isDictionary()) visit(field, prefix, kind, depth);
    }
  }

  SignatureFields take() { return std::move(found_); }

 private:
  void visit(Handle field, const std::string& prefix, const Handle& kind_above, int depth) {
    ++seen_;
    if (field.isIndirect() && !visited_.insert(field.getObjGen()).second) return;
    Handle title = field.getKey("/T");
    std::string name = title.isString() ? title.getUTF8Value() : "";
    if (!prefix.empty()) name = name.empty() ? prefix : prefix + '.' + name;
    Handle kind = field.hasKey("/FT") ? field.getKey("/FT") : kind_above;
    Handle value = field.getKey("/V");
    if (!kind.isNameAndEquals("/Sig") || !value.isDictionary()) {
      return walk(field.getKey("/Kids"), name, kind, depth + 1);
    }
    SignatureField found{name, field, value, {}};
    Handle kids = field.getKey("/Kids");
    if (kids.isArray()) found.widgets = kids.getArrayAsVector();
    if (found.widgets.empty()) found.widgets.push_back(field);
    found_.fields.push_back(std::move(found));
  }

  SignatureFields found_;
  std::set<QPDFObjGen> visited_;
  std::size_t seen_ = 0;
};

}  // namespace

SignatureFields signature_fields(QPDF& pdf) {
  Handle form = pdf.getRoot().getKey("/AcroForm");
  FieldWalk walk;
  if (form.isDictionary()) walk.walk(form.getKey("/Fields"), "", Handle::newNull(), 0);
  return walk.take();
}

}  // namespace sohoa
