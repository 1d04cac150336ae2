#pragma once

#include <cstdint>
#include <string>

#include "models/record/page.h"
#include "samples/scan.h"

namespace sohoa::test {

/// The first page of a paper, drawn and worn.
Scan worn_page(const std::string& paper, const std::string& wear_name, double skew_degrees,
               std::uint64_t seed);

/// Read as pages are read.
TextPage read_worn(const Scan& drawn);

}  // namespace sohoa::test
