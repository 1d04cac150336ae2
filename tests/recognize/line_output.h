#pragma once

#include "pipeline/recognize/lstm/batch_network.h"

namespace sohoa::test {

/// Whether two outputs have the same bits.
bool same_output(const LineOutput& a, const LineOutput& b);

}  // namespace sohoa::test
