#include "pipeline/package/sign/signable.h"

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr long long kNoChanges = 1;
constexpr long long kFormsAndSignatures = 2;  // what stands for a missing /P

/// ISO 32000-1, 12.8.2.2
bool forbids_changes(PdfDocument& document) {
  Handle permissions = document.qpdf().getRoot().getKey("/Perms");
  Handle signature = permissions.isDictionary() ? permissions.getKey("/DocMDP") : Handle::newNull();
  Handle references = signature.isDictionary() ? signature.getKey("/Reference") : Handle::newNull();
  if (!references.isArray()) return false;
  for (Handle one : references.getArrayAsVector()) {
    if (!one.isDictionary() || !one.getKey("/TransformMethod").isNameAndEquals("/DocMDP")) continue;
    Handle parameters = one.getKey("/TransformParams");
    Handle level = parameters.isDictionary() ? parameters.getKey("/P") : Handle::newNull();
    if ((level.isInteger() ? level.getIntValue() : kFormsAndSignatures) == kNoChanges) return true;
  }
  return false;
}

Error refused(const std::string& name, const std::string& reason, const std::string& remedy) {
  return Error(ExitCode::kInput, name, reason, remedy);
}

}  // namespace

void require_signable(PdfDocument& document) {
  QPDF& pdf = document.qpdf();
  const std::string& name = document.name();
  if (pdf.isEncrypted()) throw refused(name, "is encrypted", "remove the encryption first");
  if (pdf.getAllPages().empty()) throw refused(name, "has no page", "check the file");
  pdf.getObjectCount();  // reads every object there is
  if (!document.damage().empty()) {
    throw refused(name, "is damaged: " + document.damage(),
                  "make the file again with sohoa convert, then sign that");
  }
  if (forbids_changes(document)) {
    throw refused(name, "is certified by its author against every change",
                  "ask its author for a copy that may be signed");
  }
}

}  // namespace sohoa
