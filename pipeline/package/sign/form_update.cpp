#include "pipeline/package/sign/form_update.h"

#include <map>
#include <set>

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

/// The array's entries and one more, as text.
std::string longer_array(Handle array, QPDFObjGen more) {
  std::string text = "[";
  if (array.isArray()) {
    for (Handle entry : array.getArrayAsVector()) text += entry.unparse() + ' ';
  }
  return text + reference_to(more) + ']';
}

std::string dictionary_with(Handle dictionary, const std::map<std::string, std::string>& changed) {
  std::string text = "<< ";
  for (auto& [key, value] : dictionary.getDictAsMap()) {
    if (!changed.contains(key))
      text += Handle::newName(key).unparse() + ' ' + Handle(value).unparse() + ' ';
  }
  for (const auto& [key, value] : changed) text += key + ' ' + value + ' ';
  return text + ">>";
}

}  // namespace

std::string free_field_name(Handle catalog, const std::string& stem) {
  std::set<std::string> names;
  Handle form = catalog.getKey("/AcroForm");
  Handle fields = form.isDictionary() ? form.getKey("/Fields") : Handle::newNull();
  if (fields.isArray()) {
    for (Handle field : fields.getArrayAsVector()) {
      if (field.isDictionary() && field.getKey("/T").isString()) {
        names.insert(field.getKey("/T").getUTF8Value());
      }
    }
  }
  int number = 1;
  while (names.contains(stem + std::to_string(number))) ++number;
  return stem + std::to_string(number);
}

void put_form(IncrementalUpdate& update, Handle catalog, QPDFObjGen field) {
  Handle form = catalog.getKey("/AcroForm");
  const bool there = form.isDictionary();
  constexpr const char* kSignaturesExistAndAppendOnly = "3";
  const std::string body = dictionary_with(
      there ? form : Handle::newDictionary(),
      {{"/Fields", longer_array(there ? form.getKey("/Fields") : Handle::newNull(), field)},
       {"/SigFlags", kSignaturesExistAndAppendOnly}});
  if (there && form.isIndirect()) return update.put(form.getObjGen(), body);
  const QPDFObjGen id = update.new_id();
  update.put(id, body);
  update.put(catalog.getObjGen(), dictionary_with(catalog, {{"/AcroForm", reference_to(id)}}));
}

void put_annotation(IncrementalUpdate& update, Handle page, QPDFObjGen annotation) {
  update.put(
      page.getObjGen(),
      dictionary_with(page, {{"/Annots", longer_array(page.getKey("/Annots"), annotation)}}));
}

}  // namespace sohoa
