#pragma once

#include <string>
#include <vector>

#include "models/record/geometry.h"
#include "pipeline/package/overlay/overlay_boxes.h"

namespace sohoa {

// Names in the drawing's resources.
inline constexpr char kOverlayFont[] = "F";   // Courier-Bold
inline constexpr char kOverlayState[] = "G";  // fills let the scan through

/// PDF operators that frame the boxes, each tinted and with its label above it, or inside where
/// there is no room above. `to_shown`: upright px → points of the page, y down; `to_user`: these →
/// user space. What lies beyond the page is cut.
std::string overlay_operators(const std::vector<OverlayBox>& boxes, const Matrix& to_shown,
                              const Matrix& to_user, const PageSize& page);

}  // namespace sohoa
