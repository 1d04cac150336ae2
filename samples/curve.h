#pragma once

#include <vector>

#include "models/record/geometry.h"

namespace sohoa {

/// A Catmull-Rom curve through the points, as a polyline; a point given twice makes a corner.
std::vector<Point> smoothed(const std::vector<Point>& points);

}  // namespace sohoa
