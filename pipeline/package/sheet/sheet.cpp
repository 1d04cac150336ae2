#include "pipeline/package/sheet/sheet.h"

#include <fcntl.h>

#include <cerrno>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"
#include "pipeline/package/pdf/pdf_document_metadata.h"
#include "pipeline/package/pdf/pdf_output.h"
#include "pipeline/package/pdf/pdf_output_intent.h"
#include "pipeline/package/pdf/pdf_store.h"
#include "pipeline/package/pdf/subset_font_object.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr char kTitle[] = "Tờ phân cách";

void refuse_too_many(std::size_t sheets, int count) {
  const auto most = static_cast<std::size_t>(kSheetsMax);
  if (count >= 1 && sheets >= 1 && sheets <= most / static_cast<std::size_t>(count)) return;
  throw Error(ExitCode::kUsage, "separator sheets",
              "1 to " + std::to_string(kSheetsMax) + " pages can be made at once",
              "ask for fewer with --count");
}

SubsetFont font_of(const std::vector<SeparatorSheet>& sheets) {
  std::u32string characters;
  for (const SeparatorSheet& sheet : sheets) characters += sheet_characters(sheet);
  return SubsetFont(characters);
}

DocumentMetadata metadata_of(const SheetSettings& settings) {
  DocumentMetadata metadata;
  metadata.title = kTitle;
  metadata.language = "vi";
  metadata.producer = settings.producer;
  metadata.conformance = "U";
  return metadata;
}

/// Copies share their content.
Handle page_of(PdfStore& store, const Handle& content, const Handle& font) {
  Handle fonts = Handle::newDictionary();
  fonts.replaceKey("/F0", font);
  Handle resources = Handle::newDictionary();
  resources.replaceKey("/Font", fonts);
  Handle page = Handle::parse("<< /Type /Page /MediaBox [0 0 595.28 841.89] >>");
  page.replaceKey("/Resources", resources);
  page.replaceKey("/Contents", content);
  return store.document().makeIndirectObject(page);
}

}  // namespace

void write_sheets(const std::vector<SeparatorSheet>& sheets, const SheetSettings& settings,
                  const std::filesystem::path& path) {
  refuse_too_many(sheets.size(), settings.count);
  const SubsetFont letters = font_of(sheets);
  PdfStore store(PdfVersion::k17, {});
  const Handle font = store.document().makeIndirectObject(font_dictionary(store, letters));
  QPDFPageDocumentHelper pages(store.document());
  for (const SeparatorSheet& sheet : sheets) {
    const Handle content =
        store.deflated_stream(Handle::newDictionary(), as_bytes(sheet_content(sheet, letters)));
    for (int copy = 0; copy < settings.count; ++copy) {
      pages.addPage(page_of(store, content, font), false);
    }
  }
  set_output_intent(store);
  store.document().getRoot().replaceKey("/ViewerPreferences",
                                        Handle::parse("<< /DisplayDocTitle true >>"));
  set_document_metadata(store, metadata_of(settings));
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (file.number() < 0) throw output_error(path.string(), errno);
  write_pdf(store.document(), store.version(), path.string(), [&](ByteView bytes) {
    if (const int failed = write_all(file.number(), bytes))
      throw output_error(path.string(), failed);
  });
}

}  // namespace sohoa
