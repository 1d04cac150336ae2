#include "pipeline/package/sign/references.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr int kDepthMax = 64;

void walk(Handle object, const std::function<void(QPDFObjGen)>& visit, int depth) {
  if (depth > kDepthMax) return;
  if (depth > 0 && object.isIndirect()) return visit(object.getObjGen());
  if (object.isStream()) object = object.getDict();
  if (object.isArray()) {
    for (const Handle& item : object.getArrayAsVector()) walk(item, visit, depth + 1);
  } else if (object.isDictionary()) {
    for (const auto& [key, value] : object.getDictAsMap()) walk(value, visit, depth + 1);
  }
}

}  // namespace

void each_reference(const Handle& object, const std::function<void(QPDFObjGen)>& visit) {
  walk(object, visit, 0);
}

}  // namespace sohoa
