#include "pipeline/package/sign/document_permissions.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

Handle entry(Handle dictionary, const char* key) {
  return dictionary.isDictionary() ? dictionary.getKey(key) : Handle::newNull();
}

}  // namespace

Permission permission_of(const Handle& signature) {
  Handle references = entry(signature, "/Reference");
  if (!references.isArray()) return Permission::kEverything;
  for (const Handle& one : references.getArrayAsVector()) {
    if (!entry(one, "/TransformMethod").isNameAndEquals("/DocMDP")) continue;
    Handle level = entry(entry(one, "/TransformParams"), "/P");
    if (!level.isInteger()) return Permission::kFormsAndSignatures;
    switch (level.getIntValue()) {
      case 1:
        return Permission::kNothing;
      case 3:
        return Permission::kAnnotationsToo;
      default:
        return Permission::kFormsAndSignatures;
    }
  }
  return Permission::kEverything;
}

}  // namespace sohoa
