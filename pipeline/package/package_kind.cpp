#include "pipeline/package/package_kind.h"

#include <cerrno>
#include <fstream>
#include <string_view>

#include "pipeline/base/error.h"
#include "pipeline/package/bagit.h"
#include "pipeline/package/book_check.h"
#include "pipeline/package/mets/mets_check.h"

namespace sohoa {

bool begins_like_zip(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw input_error(file.string(), errno);
  char head[4] = {};
  stream.read(head, sizeof head);
  const std::string_view text(head, sizeof head);
  return text == "PK\3\4" || text == "PK\5\6";  // the second: one without an entry
}

PackageKind kind_of(const ZipContents& contents) {
  if (contents.has(kRecordName)) return PackageKind::kRecord;
  if (contents.has(kMetsName)) return PackageKind::kMets;
  if (contents.has(kBagDeclarationName)) return PackageKind::kBag;
  if (is_civil_book(contents)) return PackageKind::kBook;
  return PackageKind::kRecord;
}

}  // namespace sohoa
