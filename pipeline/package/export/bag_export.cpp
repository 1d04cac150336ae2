#include <algorithm>

#include "pipeline/base/digest.h"
#include "pipeline/package/bagit.h"
#include "pipeline/package/export/exporters.h"
#include "pipeline/package/package_names.h"
#include "pipeline/package/zip/package_files.h"
#include "pipeline/package/zip/zip_writer.h"

namespace sohoa {

namespace {

constexpr char kManifest512[] = "manifest-sha512.txt";
constexpr char kTagManifest512[] = "tagmanifest-sha512.txt";

/// A file of the bag with both its digests.
struct BagFile {
  FileDigest digest;  // path in the bag
  std::string sha512;
};

/// One bag on its way. Its folder holds everything, as RFC 8493 (4.) asks of one that is zipped.
class BagExport {
 public:
  BagExport(const RecordSource& source, const ExportSettings& settings)
      : source_(source),
        settings_(settings),
        folder_(safe_file_name(source.record().dossier.name) + "/"),
        spool_(settings.work_folder) {}

  void write(const std::filesystem::path& output) {
    std::vector<BagFile> payload;
    for (const FileDigest& file : source_.record().files) payload.push_back(copy(file.path));
    std::vector<BagFile> tags = {copy(kRecordName), text(kBagDeclarationName, bag_declaration()),
                                 text(kBagInfoName, information()),
                                 text(kManifestName, manifest256(payload)),
                                 text(kManifest512, manifest512(payload))};
    sort(tags);
    text(kTagManifestName, manifest256(tags));
    text(kTagManifest512, manifest512(tags));
    std::sort(files_.begin(), files_.end(),
              [](const PackageFile& a, const PackageFile& b) { return a.path < b.path; });
    write_zip(output, files_, spool_, source_.record().job_time);
  }

 private:
  BagFile copy(const std::string& path) {
    const ZipEntry& entry = source_.entry(path);
    PackageFileBuilder file(folder_ + path, spool_,
                            entry.stored ? Packing::kStored : Packing::kByName);
    Digest sha512(DigestAlgorithm::kSha512);
    source_.zip().read(entry, [&](ByteView piece) {
      file.add(piece);
      sha512.add(piece);
    });
    return keep(path, file.finish(), sha512.hex());
  }

  BagFile text(const std::string& path, const std::string& content) {
    Digest sha512(DigestAlgorithm::kSha512);
    sha512.add(as_bytes(content));
    return keep(path, package_file(folder_ + path, as_bytes(content), spool_), sha512.hex());
  }

  BagFile keep(const std::string& path, PackageFile file, std::string sha512) {
    files_.push_back(std::move(file));
    return {{path, files_.back().bytes, files_.back().sha256}, std::move(sha512)};
  }

  std::string information() const {
    std::vector<BagTag> more;
    const ExportMetadata& metadata = settings_.metadata;
    const auto title = metadata.file.find("title");
    more.push_back({"Source-Organization", metadata.agency.name});
    more.push_back({"External-Description", title == metadata.file.end() ? "" : title->second});
    return bag_info(source_.record(), more);
  }

  static void sort(std::vector<BagFile>& files) {
    std::sort(files.begin(), files.end(),
              [](const BagFile& a, const BagFile& b) { return a.digest.path < b.digest.path; });
  }

  static std::string manifest256(const std::vector<BagFile>& files) {
    std::vector<FileDigest> digests;
    for (const BagFile& file : files) digests.push_back(file.digest);
    return manifest_of(digests);
  }

  static std::string manifest512(const std::vector<BagFile>& files) {
    std::vector<FileDigest> digests;
    for (const BagFile& file : files) {
      digests.push_back({file.digest.path, file.digest.bytes, file.sha512});
    }
    return manifest_of(digests);
  }

  const RecordSource& source_;
  const ExportSettings& settings_;
  std::string folder_;
  Spool spool_;
  std::vector<PackageFile> files_;
};

}  // namespace

std::vector<Finding> export_bag(const RecordSource& source, const std::filesystem::path& output,
                                const ExportSettings& settings) {
  BagExport(source, settings).write(output);
  return {};
}

}  // namespace sohoa
