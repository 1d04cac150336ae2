#pragma once

#include <cstdint>
#include <string>

#include "models/record/package.h"
#include "pipeline/package/zip/zip_reader.h"

namespace sohoa {

/// Of 10,000 pages a record has about 18 MB. As JSON values a hostile one takes 27 times its bytes.
inline constexpr std::uint64_t kRecordBytesMax = 128ULL << 20;

/// A record.json, which may be hostile, as its text and what it says.
struct RecordFile {
  std::string text;
  Record record;
};

/// Throws Error (kInput) for one that is damaged, too large, no JSON or no record.
RecordFile read_record(const ZipReader& zip, const ZipEntry& entry);

}  // namespace sohoa
