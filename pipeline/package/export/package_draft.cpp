#include "pipeline/package/export/package_draft.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/uuid.h"
#include "pipeline/package/zip/zip_writer.h"

namespace sohoa {

PackageDraft::PackageDraft(std::string folder, std::string seed,
                           const std::filesystem::path& work_folder)
    : folder_(std::move(folder)), seed_(std::move(seed)), spool_(work_folder) {}

DraftFile PackageDraft::add_xml(const std::string& path,
                                const std::function<void(XmlWriter&)>& write) {
  PackageFileBuilder file(folder_ + "/" + path, spool_);
  XmlWriter xml([&](ByteView piece) { file.add(piece); });
  write(xml);
  xml.finish();
  return keep(path, "application/xml", file.finish());
}

DraftFile PackageDraft::add_copy(const std::string& path, const std::string& media_type,
                                 const ZipReader& zip, const ZipEntry& source) {
  return keep(path, media_type, package_copy(folder_ + "/" + path, zip, source, spool_));
}

DraftFile PackageDraft::add_copy(const std::string& path, const std::string& media_type,
                                 const std::filesystem::path& source) {
  return keep(path, media_type, package_copy(folder_ + "/" + path, source, spool_));
}

std::string PackageDraft::id_of(const std::string& name) const {
  return "uuid-" + upper_case_uuid(name_based_uuid(seed_, name));
}

void PackageDraft::write(const std::filesystem::path& zip, const std::string& job_time) {
  const std::string first = folder_ + "/METS.xml";
  std::sort(files_.begin(), files_.end(), [&](const PackageFile& a, const PackageFile& b) {
    return std::pair(a.path != first, a.path) < std::pair(b.path != first, b.path);
  });
  write_zip(zip, files_, spool_, job_time);
}

DraftFile PackageDraft::keep(const std::string& path, const std::string& media_type,
                             PackageFile file) {
  const std::string id = "ID-" + upper_case_uuid(name_based_uuid(seed_, "file " + path));
  files_.push_back(std::move(file));
  return {id, path, media_type, files_.back().bytes, files_.back().sha256};
}

}  // namespace sohoa
