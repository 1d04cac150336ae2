#pragma once

#include <cstdint>

#include "models/record/package.h"
#include "models/record/page.h"

namespace sohoa::test {

/// A small page as the reader gives it: two text blocks, a table, a seal; words with letters and
/// signs that XML must escape. Invented people only.
TextPage specimen_text();

/// A grey scan of 24 × 32 px at 72 dpi whose stream stands in a PDF as it is. `shade` makes pages
/// differ.
ScannedPage specimen_scan(int number, std::uint8_t shade);

/// What became of that scan.
PageAccount specimen_account(int sequence, const ScannedPage& page);

/// A record that uses every member: three pages in, two in a paper, one blank.
Record specimen_record();

/// zlib data (RFC 1950) that holds `bytes` without compression.
Bytes zlib_of(ByteView bytes);

}  // namespace sohoa::test
