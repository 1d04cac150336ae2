#pragma once

#include <vector>

#include "models/record/finding.h"
#include "models/record/package.h"
#include "models/record/page.h"
#include "models/record/report.h"
#include "models/record/signature.h"
#include "pipeline/base/json.h"

namespace sohoa {

// One JSON form for each noun that leaves the program; the schemas in models/record/schema/ state
// them. Lengths are px or pt as the structs say, rounded to 2 decimals; shares to 4.

Json json_of(const Box& box);
Json json_of(const Resolution& dpi);
Json json_of(const Finding& finding);
Json json_of(const std::vector<Finding>& findings);
Json json_of(const Record& record);           // "schema": "sohoa.record/1"
Json json_of(const Report& report);           // "schema": "sohoa.report/1"
Json json_of(const SignatureReport& report);  // "schema": "sohoa.verify/1"
Json json_of(const TextPage& page);           // "schema": "sohoa.page/1"

/// Strict: throws Error (kInput) naming the first member that is missing, unknown or of the wrong
/// kind, and page counts that are not those of the pages.
Record record_from_json(const Json& json);

}  // namespace sohoa
