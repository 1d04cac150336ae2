#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <string_view>

#include "pipeline/base/text.h"
#include "pipeline/package/pdfa/pdfa_checks.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

// 6.1.13
constexpr long long kIntegerMax = 2147483647;
constexpr std::size_t kNameBytesMax = 127;
constexpr std::size_t kObjectsMax = 8388607;
constexpr int kNestingMax = 100;

constexpr std::string_view kActionsForbidden[] = {
    "/Launch", "/Sound",       "/Movie",     "/ResetForm",  "/ImportData",
    "/Hide",   "/SetOCGState", "/Rendition", "/GoTo3DView", "/JavaScript"};
constexpr std::string_view kNamedActions[] = {"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"};

template <typename List>
bool contains(const List& list, std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

std::string name_of_key(Handle dictionary, const char* key) {
  Handle value = dictionary.getKey(key);
  return value.isName() ? value.getName() : "";
}

class ObjectWalk {
 public:
  explicit ObjectWalk(PdfaSubject& subject)
      : subject_(subject), report_(subject.report), rules_(subject.rules()) {}

  void visit(Handle object) {
    place_ = place_of(object);
    look(object, 0);
  }

 private:
  void look(Handle object, int depth);
  void look_at_size(std::size_t count, std::size_t count_max);
  void look_at_name(const std::string& name);
  void look_at_dictionary(Handle dictionary);
  void look_at_action(Handle dictionary);
  void look_at_stream(Handle stream);
  void look_at_filter(Handle filter);
  void look_at_form(Handle dictionary);

  PdfaSubject& subject_;
  PdfaReport& report_;
  const PdfaRules& rules_;
  std::string place_;
};

void ObjectWalk::look(Handle object, int depth) {
  if (depth > kNestingMax)
    return report_.violates("6.1.13-nesting", place_ + " is nested too deep");
  if (depth > 0 && object.isIndirect()) return;  // has its own turn
  if (object.isInteger() && std::llabs(object.getIntValue()) > kIntegerMax) {
    report_.violates("6.1.13-integer", place_ + " has an integer beyond 2^31 - 1");
  } else if (object.isReal() && !(std::abs(object.getNumericValue()) <= rules_.real_max)) {
    report_.violates("6.1.13-real", place_ + " has a real number beyond what viewers know");
  } else if (object.isString() && object.getStringValue().size() > rules_.string_bytes_max) {
    report_.violates("6.1.13-string", place_ + " has a string of more than " +
                                          std::to_string(rules_.string_bytes_max) + " bytes");
  } else if (object.isName()) {
    look_at_name(object.getName());
  } else if (object.isArray()) {
    look_at_size(static_cast<std::size_t>(object.getArrayNItems()), rules_.array_items_max);
    for (const Handle& item : object.getArrayAsVector()) look(item, depth + 1);
  } else if (object.isStream()) {
    look_at_stream(object);
    look(object.getDict(), depth + 1);
  } else if (object.isDictionary()) {
    look_at_dictionary(object);
    const std::map<std::string, Handle> entries = object.getDictAsMap();
    look_at_size(entries.size(), rules_.dictionary_entries_max);
    for (const auto& [key, value] : entries) {
      look_at_name(key);
      look(value, depth + 1);
    }
  }
}

void ObjectWalk::look_at_size(std::size_t count, std::size_t count_max) {
  if (count <= count_max) return;
  report_.violates("6.1.12-size", place_ + " has more than " + std::to_string(count_max) +
                                      " entries in an array or dictionary");
}

void ObjectWalk::look_at_name(const std::string& name) {
  if (name.size() > kNameBytesMax + 1) {
    report_.violates("6.1.13-name", place_ + " has a name of more than 127 bytes");
  }
}

void ObjectWalk::look_at_dictionary(Handle dictionary) {
  look_at_action(dictionary);
  if (dictionary.isDictionaryOfType("/Font")) {
    const std::string name = name_of_key(dictionary, "/BaseFont");
    if (!is_utf8(name)) report_.violates("6.1.8-name", place_ + ": the font's name is not UTF-8");
  }
  if (dictionary.hasKey("/EF") || name_of_key(dictionary, "/Type") == "/EmbeddedFile") {
    check_embedded(subject_, dictionary, place_);
  }
}

void ObjectWalk::look_at_action(Handle dictionary) {
  if (dictionary.isDictionaryOfType("/StructElem")) return;
  const std::string kind = name_of_key(dictionary, "/S");
  if (contains(kActionsForbidden, kind)) {
    report_.violates("6.5.1-action", place_ + " is an action " + kind.substr(1));
  }
  if (kind == "/Named" && !contains(kNamedActions, name_of_key(dictionary, "/N"))) {
    report_.violates("6.5.1-action", place_ + " is a named action of a viewer's own");
  }
}

void ObjectWalk::look_at_stream(Handle stream) {
  Handle dictionary = stream.getDict();
  for (const char* key : {"/F", "/FFilter", "/FDecodeParms"}) {
    if (dictionary.hasKey(key)) {
      report_.violates("6.1.7.1-external", place_ + " keeps its data in another file");
    }
  }
  Handle filter = dictionary.getKey("/Filter");
  if (filter.isArray()) {
    for (const Handle& one : filter.getArrayAsVector()) look_at_filter(one);
  } else if (!filter.isNull()) {
    look_at_filter(filter);
  }
  const std::string subtype = name_of_key(dictionary, "/Subtype");
  if (subtype == "/Image") check_image(subject_, stream);
  if (subtype == "/Form") look_at_form(dictionary);
  if (subtype == "/PS") report_.violates("6.2.9-postscript", place_ + " is PostScript");
  if (name_of_key(dictionary, "/Type") == "/EmbeddedFile") {
    check_embedded(subject_, dictionary, place_);
  }
}

void ObjectWalk::look_at_filter(Handle filter) {
  const std::string name = filter.isName() ? filter.getName() : "";
  if (contains(rules_.filters, name)) return;
  report_.violates(name == "/LZWDecode" ? "6.1.7.2-lzw" : "6.1.7.2-filter",
                   place_ + " is coded by " + (name.empty() ? "nothing known" : name.substr(1)));
}

void ObjectWalk::look_at_form(Handle dictionary) {
  if (dictionary.hasKey("/OPI") || dictionary.hasKey("/PS") ||
      name_of_key(dictionary, "/Subtype2") == "/PS") {
    report_.violates("6.2.9-form", place_ + " is a form with OPI or PostScript");
  }
  if (dictionary.hasKey("/Ref")) {
    report_.violates("6.2.9-reference", place_ + " is a form that refers to another file");
  }
}

}  // namespace

void check_objects(PdfaSubject& subject) {
  const std::vector<Handle> objects = subject.pdf.getAllObjects();
  if (objects.size() > kObjectsMax) {
    subject.report.violates("6.1.13-objects", "more than 8388607 objects");
  }
  find_associated_files(subject);
  ObjectWalk walk(subject);
  for (const Handle& object : objects) walk.visit(object);
  walk.visit(subject.pdf.getTrailer());
}

}  // namespace sohoa
