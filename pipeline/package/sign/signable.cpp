#include "pipeline/package/sign/signable.h"

#include "pipeline/base/error.h"
#include "pipeline/package/pdf/pdf_signature_fields.h"
#include "pipeline/package/sign/document_permissions.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

bool forbids_changes(PdfDocument& document) {
  Handle permissions = document.qpdf().getRoot().getKey("/Perms");
  return permissions.isDictionary() &&
         permission_of(permissions.getKey("/DocMDP")) == Permission::kNothing;
}

/// As `sign --external export` leaves it: what comes behind it would make it useless.
bool waits_for_signature(QPDF& pdf) {
  for (SignatureField& field : signature_fields(pdf).fields) {
    Handle contents = field.signature.getKey("/Contents");
    if (!contents.isString() || contents.getStringValue().empty()) continue;
    if (contents.getStringValue().find_first_not_of('\0') == std::string::npos) return true;
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
  if (waits_for_signature(pdf)) {
    throw refused(name, "has an empty signature that still waits for its contents",
                  "fill it in by --external import first");
  }
  if (forbids_changes(document)) {
    throw refused(name, "is certified by its author against every change",
                  "ask its author for a copy that may be signed");
  }
}

}  // namespace sohoa
