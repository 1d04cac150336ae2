#include "pipeline/package/mets/mets_source.h"

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

constexpr std::uint64_t kXmlBytesMax = 512ULL << 20;

}  // namespace

XmlSource xml_of_package(const ZipReader& zip, const ZipContents& contents,
                         const std::string& path) {
  const ZipEntry& entry = *contents.files.at(path);
  return [&zip, &entry](const std::function<void(ByteView)>& take) {
    if (entry.bytes > kXmlBytesMax) {
      throw Error(ExitCode::kInput, entry.name, "is too large for XML",
                  "get the package again from its maker");
    }
    zip.read(entry, take);
  };
}

}  // namespace sohoa
