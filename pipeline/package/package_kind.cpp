#include "pipeline/package/package_kind.h"

#include "pipeline/package/bagit.h"
#include "pipeline/package/book_check.h"
#include "pipeline/package/mets/mets_check.h"

namespace sohoa {

PackageKind kind_of(const ZipContents& contents) {
  if (contents.has(kRecordName)) return PackageKind::kRecord;
  if (contents.has(kMetsName)) return PackageKind::kMets;
  if (contents.has(kBagDeclarationName)) return PackageKind::kBag;
  if (is_civil_book(contents)) return PackageKind::kBook;
  return PackageKind::kRecord;
}

}  // namespace sohoa
