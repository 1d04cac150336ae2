#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/package/xml/xml_writer.h"
#include "pipeline/package/zip/package_files.h"

namespace sohoa {

/// A file of the package, as its METS speaks of it.
struct DraftFile {
  std::string id;    // "ID-…" in METS
  std::string path;  // from the package's folder
  std::string media_type;
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// The files of an information package as they come to be, in one folder of a zip. What is made
/// waits in a nameless temporary file.
class PackageDraft {
 public:
  /// `seed` is what all ids are made of: a package's UUID.
  PackageDraft(std::string folder, std::string seed, const std::filesystem::path& work_folder);

  DraftFile add_xml(const std::string& path, const std::function<void(XmlWriter&)>& write);
  DraftFile add_copy(const std::string& path, const std::string& media_type, const ZipReader& zip,
                     const ZipEntry& source);
  DraftFile add_copy(const std::string& path, const std::string& media_type,
                     const std::filesystem::path& source);

  /// "uuid-…" for the thing of that name in this package; the same for the same name.
  std::string id_of(const std::string& name) const;

  /// Writes the zip, METS.xml first, the rest by name. Call once. Errors: Error (kOutput).
  void write(const std::filesystem::path& zip, const std::string& job_time);

 private:
  DraftFile keep(const std::string& path, const std::string& media_type, PackageFile file);

  std::string folder_;
  std::string seed_;
  Spool spool_;
  std::vector<PackageFile> files_;
};

}  // namespace sohoa
