#include "tests/package/changed_record.h"

#include "pipeline/package/bagit.h"
#include "pipeline/package/record_source.h"
#include "pipeline/package/record_zip.h"

namespace sohoa::test {

void change_record(const std::filesystem::path& in, const std::filesystem::path& out,
                   const std::function<void(Dossier&)>& change) {
  const RecordSource source(in);
  Record record = source.record();
  change(record.dossier);
  Spool spool;
  std::vector<PackageFile> payload;
  for (const ZipEntry& entry : source.zip().entries()) {
    if (entry.kind != ZipEntryKind::kFile || !entry.name.starts_with(kPayloadFolder)) continue;
    payload.push_back(package_copy(entry.name, source.zip(), entry, spool));
  }
  record.files.clear();
  write_record_zip(out, std::move(record), std::move(payload), spool, {});
}

}  // namespace sohoa::test
