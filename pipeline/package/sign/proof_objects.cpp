#include "pipeline/package/sign/proof_objects.h"

#include "pipeline/package/sign/references.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

/// Of the store's own shape: what its arrays list is left out, that never changes.
class StoreWalk {
 public:
  void note_store(Handle store) {
    if (!note_dictionary(store)) return;
    for (const char* list : {"/Certs", "/OCSPs", "/CRLs"}) note_array(store.getKey(list));
    Handle by_signature = store.getKey("/VRI");
    if (!note_dictionary(by_signature)) return;
    for (auto& [key, entry] : by_signature.getDictAsMap()) {
      if (!note_dictionary(entry)) continue;
      for (const char* list : {"/Cert", "/OCSP", "/CRL"}) note_array(entry.getKey(list));
    }
  }

  std::set<QPDFObjGen> found;

 private:
  bool note_dictionary(Handle object) {
    if (!object.isDictionary()) return false;
    if (object.isIndirect()) found.insert(object.getObjGen());
    return true;
  }
  void note_array(Handle object) {
    if (object.isArray() && object.isIndirect()) found.insert(object.getObjGen());
  }
};

}  // namespace

std::set<QPDFObjGen> proof_objects(QPDF& pdf) {
  StoreWalk walk;
  walk.note_store(pdf.getRoot().getKey("/DSS"));
  std::set<QPDFObjGen> proofs = walk.found;
  // What is dropped may refer to others of them in turn.
  const std::function<void(QPDFObjGen)> drop = [&](QPDFObjGen id) {
    if (proofs.erase(id) > 0) each_reference(pdf.getObject(id), drop);
  };
  for (const auto& [id, entry] : pdf.getXRefTable()) {
    if (walk.found.contains(id)) continue;
    Handle object = pdf.getObject(id);
    if (id == pdf.getRoot().getObjGen()) {
      object = object.shallowCopy();
      object.removeKey("/DSS");
    }
    each_reference(object, drop);
  }
  each_reference(pdf.getTrailer(), drop);
  return proofs;
}

}  // namespace sohoa
