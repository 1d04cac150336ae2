#pragma once

#include "models/record/geometry.h"
#include "pipeline/base/bytes.h"

namespace sohoa {

/// What a scan needs of EXIF 2.32 (CIPA DC-008, first IFD). Damaged data say nothing.
struct Exif {
  int orientation = 1;
  Resolution dpi;  // 0 where not said
};

/// `tiff` begins with the byte order mark "II" or "MM".
Exif read_exif(ByteView tiff);

/// Of two resolutions that a file states, the credible one; the first when both are.
Resolution better_resolution(Resolution first, Resolution second);

/// A resolution a scanner sets: above 96 dpi (what programs write that do not know), not absurd,
/// and axes within 4:1 (fax has 204 × 98).
bool is_credible(Resolution dpi);

}  // namespace sohoa
