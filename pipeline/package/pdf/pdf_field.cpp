#include "pipeline/package/pdf/pdf_field.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr int kParentsMax = 64;

}  // namespace

Handle inherited(Handle node, const char* key) {
  for (int depth = 0; depth < kParentsMax && node.isDictionary(); ++depth) {
    if (node.hasKey(key)) return node.getKey(key);
    node = node.getKey("/Parent");
  }
  return Handle::newNull();
}

bool is_signature_field(Handle field) {
  return field.isDictionary() && inherited(field, "/FT").isNameAndEquals("/Sig");
}

}  // namespace sohoa
