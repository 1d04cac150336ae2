#pragma once

#include <filesystem>
#include <vector>

#include "tests/bench/stage_times.h"

namespace sohoa::test {

/// The way from images to a verified package on this thread, stage by stage, `runs` times over all
/// pages. Stages without a function of their own are what is left of the call that they are part
/// of; those of the whole package count in parts of a page.
std::vector<StageFigures> measure_stages(const std::vector<std::filesystem::path>& images,
                                         int runs);

}  // namespace sohoa::test
