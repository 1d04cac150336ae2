#pragma once

#include "models/record/geometry.h"
#include "models/record/image.h"

namespace sohoa {

// Orientations are numbered as in TIFF 6.0 and EXIF, tag 274: 1 as stored, 2 mirrored, 3 turned by
// 180°, 4 upside-down mirrored, 5 transposed, 6 turned clockwise, 7 transversed, 8 turned
// counter-clockwise. From 5 on width and height change places.

/// Stored pixels as they are to be shown. A number outside 1–8 changes nothing.
Image oriented(Image stored, int orientation);

/// Unit square of the stored image → unit square of the shown one, y up.
Matrix orientation_matrix(int orientation);

/// The orientation nearest to a placement of the unit square.
int nearest_orientation(const Matrix& placement);

inline bool swaps_sides(int orientation) { return orientation >= 5 && orientation <= 8; }

inline Resolution oriented(Resolution dpi, int orientation) {
  return swaps_sides(orientation) ? Resolution{dpi.y, dpi.x} : dpi;
}

/// Pixels of the shown image (`width` × `height`, y down) → page points, when the stored image's
/// unit square is placed by `placement`.
Matrix shown_pixels_to_points(int width, int height, int orientation, const Matrix& placement);

}  // namespace sohoa
