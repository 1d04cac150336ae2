#pragma once

#include <optional>

#include "pipeline/base/bytes.h"

namespace sohoa {

enum class FileKind { kJpeg, kPng, kTiff, kJpeg2000, kWebp, kBmp, kPnm, kPdf };

/// How many bytes of a file tell its kind: a PDF's mark may stand anywhere in the first 1024.
inline constexpr std::size_t kKindBytes = 1024 + 8;

/// By the content's first bytes, never by the name.
std::optional<FileKind> kind_of(ByteView beginning);

}  // namespace sohoa
