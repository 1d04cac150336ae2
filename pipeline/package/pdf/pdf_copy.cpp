#include "pipeline/package/pdf/pdf_copy.h"

#include <qpdf/QPDFPageDocumentHelper.hh>

#include "pipeline/base/error.h"
#include "pipeline/package/pdf/pdf_input.h"

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

QPDF& PdfPageCopier::source(const std::string& name, const std::function<void(QPDF&)>& open) {
  std::unique_ptr<QPDF>& source = sources_[name];
  if (source) return *source;
  auto opened = std::make_unique<QPDF>();
  opened->setSuppressWarnings(true);
  open(*opened);
  QPDFPageDocumentHelper(*opened).pushInheritedAttributesToPage();
  flatten(*opened);
  source = std::move(opened);
  return *source;
}

QPDFObjectHandle PdfPageCopier::copy(QPDF& target, const std::filesystem::path& file, int number) {
  return copy(target, file.string(), number, [&](QPDF& pdf) { pdf.processFile(file.c_str()); });
}

QPDFObjectHandle PdfPageCopier::copy(QPDF& target, const PdfBytes& pdf, int number) {
  return copy(target, pdf.name(), number,
              [&](QPDF& opened) { opened.processInputSource(input_source_of(pdf)); });
}

QPDFObjectHandle PdfPageCopier::copy(QPDF& target, const std::string& name, int number,
                                     const std::function<void(QPDF&)>& open) {
  const std::string subject = name + " page " + std::to_string(number);
  try {
    QPDF& from = source(name, open);
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
