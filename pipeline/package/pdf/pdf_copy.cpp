#include "pipeline/package/pdf/pdf_copy.h"

#include <qpdf/QPDFPageDocumentHelper.hh>

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

// /Annots holds web links only by then.
constexpr const char* kKeysKept[] = {"/MediaBox", "/CropBox",  "/Rotate",    "/UserUnit",
                                     "/Group",    "/Contents", "/Resources", "/Annots"};

bool is_web_link(Handle annotation) {
  if (!annotation.isDictionaryOfType("", "/Link")) return false;
  Handle action = annotation.getKey("/A");
  return action.isDictionary() && action.getKey("/S").isNameAndEquals("/URI") &&
         !action.hasKey("/Next") && !annotation.hasKey("/AA");
}

Handle web_links(Handle annotations) {
  Handle kept = Handle::newArray();
  if (!annotations.isArray()) return kept;
  for (Handle annotation : annotations.getArrayAsVector()) {
    if (!is_web_link(annotation)) continue;
    annotation.removeKey("/P");
    annotation.removeKey("/Parent");
    annotation.removeKey("/StructParent");
    kept.appendItem(annotation);
  }
  return kept;
}

Handle reduced_page(Handle page) {
  Handle reduced = Handle::newDictionary();
  reduced.replaceKey("/Type", Handle::newName("/Page"));
  for (const char* key : kKeysKept) {
    if (page.hasKey(key)) reduced.replaceKey(key, page.getKey(key));
  }
  return reduced;
}

/// Draws what annotations show into the pages; of the annotations themselves web links stay.
void flatten(QPDF& pdf) {
  std::vector<Handle> links;
  for (Handle page : pdf.getAllPages()) links.push_back(web_links(page.getKey("/Annots")));
  QPDFPageDocumentHelper(pdf).flattenAnnotations(0, an_invisible | an_hidden);
  for (std::size_t i = 0; i < links.size(); ++i) {
    Handle page = pdf.getAllPages()[i];
    page.removeKey("/Annots");
    if (links[i].getArrayNItems() > 0) page.replaceKey("/Annots", links[i]);
  }
}

}  // namespace

QPDF& PdfPageCopier::source(const std::filesystem::path& file) {
  std::unique_ptr<QPDF>& source = sources_[file.string()];
  if (source) return *source;
  auto opened = std::make_unique<QPDF>();
  opened->setSuppressWarnings(true);
  opened->processFile(file.c_str());
  QPDFPageDocumentHelper(*opened).pushInheritedAttributesToPage();
  flatten(*opened);
  source = std::move(opened);
  return *source;
}

QPDFObjectHandle PdfPageCopier::copy(QPDF& target, const std::filesystem::path& file, int number) {
  const std::string subject = file.string() + " page " + std::to_string(number);
  try {
    QPDF& from = source(file);
    const std::vector<QPDFObjectHandle>& pages = from.getAllPages();
    if (number < 1 || static_cast<std::size_t>(number) > pages.size()) {
      throw Error(ExitCode::kInput, subject, "there is no such page", "check the page numbers");
    }
    return target.copyForeignObject(from.makeIndirectObject(reduced_page(pages[number - 1])));
  } catch (const Error&) {
    throw;
  } catch (const std::exception& failure) {
    throw Error(ExitCode::kInput, subject, failure.what(), "repair the file or scan it again");
  }
}

}  // namespace sohoa
