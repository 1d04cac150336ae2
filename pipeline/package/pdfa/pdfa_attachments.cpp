#include <algorithm>
#include <iterator>
#include <string_view>

#include "pipeline/package/pdfa/pdfa_checks.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr std::string_view kRelationships[] = {"/Source",     "/Data",        "/Alternative",
                                               "/Supplement", "/Unspecified", "/EncryptedPayload",
                                               "/FormData",   "/Schema"};

constexpr int kPartWithAnyFile = 3;  // of ISO 19005

bool is_named(Handle value) { return value.isString() && !value.getStringValue().empty(); }

bool is_relationship(Handle value) {
  if (!value.isName()) return false;
  const std::string name = value.getName();
  return std::find(std::begin(kRelationships), std::end(kRelationships), name) !=
         std::end(kRelationships);
}

bool is_media_type(Handle value) {
  return value.isName() && value.getName().find('/', 1) != std::string::npos;
}

}  // namespace

void find_associated_files(PdfaSubject& subject) {
  for (Handle object : subject.pdf.getAllObjects()) {
    Handle dictionary = object.isStream() ? object.getDict() : object;
    if (!dictionary.isDictionary()) continue;
    Handle list = dictionary.getKey("/AF");
    if (!list.isArray()) continue;
    for (const Handle& file : list.getArrayAsVector())
      subject.associated_files.insert(file.getObjGen());
  }
}

void check_embedded(PdfaSubject& subject, Handle dictionary, const std::string& place) {
  PdfaReport& report = subject.report;
  if (subject.part < kPartWithAnyFile) {
    return report.violates("6.8-embedded-file", place + " embeds a file that nobody has checked");
  }
  Handle files = dictionary.getKey("/EF");
  if (!files.isDictionary()) return;
  if (!is_named(dictionary.getKey("/F")) || !is_named(dictionary.getKey("/UF"))) {
    report.violates("6.8-file-name", place + " names its file in one way only");
  }
  if (!is_relationship(dictionary.getKey("/AFRelationship"))) {
    report.violates("6.8-relationship", place + " does not say what its file is to the document");
  }
  if (!subject.associated_files.contains(dictionary.getObjGen())) {
    report.violates("6.8-association", place + " is a file that belongs to nothing");
  }
  for (auto [key, stream] : files.getDictAsMap()) {
    if (!stream.isStream() || !is_media_type(stream.getDict().getKey("/Subtype"))) {
      report.violates("6.8-media-type", place + " does not say of what kind its file is");
    }
  }
}

}  // namespace sohoa
