#include "samples/scan_json.h"

namespace sohoa {

Json json_of(const Scan& scan) {
  Json entry = json_of(scan.truth);
  entry["width"] = scan.pixels.width;
  entry["height"] = scan.pixels.height;
  entry["dpi"] = {scan.wear.dpi.x, scan.wear.dpi.y};
  entry["quarter_turns"] = scan.wear.quarter_turns;
  entry["skew_degrees"] = rounded(scan.wear.skew_degrees, 3);
  return entry;
}

}  // namespace sohoa
