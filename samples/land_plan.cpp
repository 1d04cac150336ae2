#include "samples/land_plan.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "samples/land.h"
#include "samples/typist.h"

namespace sohoa {

void draw_plan(Sheet& sheet, const Parcel& parcel, const Box& area) {
  Random& random = sheet.random();
  Passage small;
  small.size_pt = 10;
  small.align = Align::kCentre;
  sheet.frame(area, 0.2);
  const Point middle = area.centre();
  std::vector<Point> corners;
  for (int i = 0; i < 4; ++i) {
    const double angle = M_PI / 4 + i * M_PI / 2;
    corners.push_back({middle.x + std::cos(angle) * random.between(26, 34),
                       middle.y + std::sin(angle) * random.between(20, 26)});
  }
  for (int i = 0; i < 4; ++i) {
    const Point& a = corners[i];
    const Point& b = corners[(i + 1) % 4];
    sheet.line(a, b, 0.4);
    char length[16];
    std::snprintf(length, sizeof length, "%.1f", std::hypot(a.x - b.x, a.y - b.y) / 3.1);
    const Point side{(a.x + b.x) / 2, (a.y + b.y) / 2};
    const Point out{(side.x - middle.x) * 0.22, (side.y - middle.y) * 0.22};
    std::string text = length;
    std::replace(text.begin(), text.end(), '.', ',');
    set_text(sheet, text, side.x + out.x - 8, side.y + out.y - 2.2, 16, small);
  }
  small.size_pt = 12;
  small.bold = true;
  set_text(sheet, std::to_string(parcel.number), middle.x - 12, middle.y - 5, 24, small);
  small.bold = false;
  set_text(sheet, area_text(parcel), middle.x - 14, middle.y + 1, 28, small);
  const Point north{area.right - 10, area.top + 8};
  sheet.line({north.x, north.y + 10}, north, 0.3);
  sheet.line(north, {north.x - 1.6, north.y + 3}, 0.3);
  sheet.line(north, {north.x + 1.6, north.y + 3}, 0.3);
  set_text(sheet, "B", north.x - 4, north.y - 5.5, 8, small);
}

}  // namespace sohoa
