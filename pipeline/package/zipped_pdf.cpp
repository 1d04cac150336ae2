#include "pipeline/package/zipped_pdf.h"

#include "pipeline/base/spool.h"
#include "pipeline/base/text.h"
#include "pipeline/package/zip/zip_contents.h"

namespace sohoa {

namespace {

constexpr char kMastersFolder[] = "data/masters/";

/// A PDF that is stored in the zip.
class StoredPdf : public PdfBytes {
 public:
  StoredPdf(const ZipReader& zip, const ZipEntry& entry)
      : PdfBytes(entry.name, static_cast<long long>(entry.bytes)), entry_(zip, entry) {}

 private:
  std::size_t read_inside(std::uint64_t offset, std::span<std::uint8_t> out) const override {
    return entry_.read_at(offset, out);
  }

  StoredEntry entry_;
};

}  // namespace

bool is_pdf_name(const std::string& name) {
  return case_folded(std::filesystem::path(name).extension().string()) == ".pdf";
}

std::vector<const ZipEntry*> paper_entries(const ZipReader& zip) {
  const std::string masters = contents_of(zip).top + kMastersFolder;
  std::vector<const ZipEntry*> papers;
  for (const ZipEntry& entry : zip.entries()) {
    if (is_pdf_name(entry.name) && !entry.name.starts_with(masters)) papers.push_back(&entry);
  }
  return papers;
}

void with_zipped_pdf(const ZipReader& zip, const ZipEntry& entry,
                     const std::filesystem::path& work_folder,
                     const std::function<void(const PdfBytes&)>& take) {
  if (entry.stored) return take(StoredPdf(zip, entry));
  Spool unpacked(work_folder);
  zip.read(entry, [&](ByteView piece) { unpacked.append(piece); });
  take(SpooledPdf(entry.name, unpacked, {0, unpacked.size()}));
}

}  // namespace sohoa
