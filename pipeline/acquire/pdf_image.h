#pragma once

#include <optional>

#include "pipeline/acquire/pdf_file.h"
#include "pipeline/acquire/source_image.h"

namespace sohoa {

/// An image XObject as a master: its raw stream where it has a single filter that PDF/A-2 may
/// carry, otherwise its samples stored again. A stencil mask becomes black on white. Nothing when
/// it has transparency, a colour space that a master cannot name, or parameters that contradict it:
/// the page is drawn then. Errors: Error (kInput) for an image that is too large or cut short.
std::optional<MasterImage> master_of_image(const DecodeTask& task, QPDFObjectHandle image);

}  // namespace sohoa
