#pragma once

#include <filesystem>
#include <functional>

#include "pipeline/base/bytes.h"

namespace sohoa {

inline constexpr int kOverlayDpi = 110;

/// Draws the pages 1 … `page_count` of a PDF as PNG at kOverlayDpi, by a `pdftoppm` child, and
/// hands them over one by one. Throws Error: kDependency without the program, kInput for a page
/// that it cannot draw in its limits.
void draw_overlay_pictures(const std::filesystem::path& pdf, int page_count,
                           const std::function<void(ByteView png)>& take);

}  // namespace sohoa
