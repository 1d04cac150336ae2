#pragma once

#include "pipeline/base/json.h"
#include "pipeline/run/progress.h"

namespace sohoa {

/// One line of JSON on standard output, or on standard error while the product goes to standard
/// output (see use_standard_error_for_json).
void print_json_line(const Json& value);

void use_standard_error_for_json();

Json json_of(const PageDone& page);  // "schema": "sohoa.progress/1"

}  // namespace sohoa
