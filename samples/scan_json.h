#pragma once

#include "pipeline/base/json.h"
#include "samples/scan.h"

namespace sohoa {

/// The truth of a scanned page with how it was scanned: "width", "height" (px), "dpi",
/// "quarter_turns", "skew_degrees" beside the members of the page's truth.
Json json_of(const Scan& scan);

}  // namespace sohoa
