#pragma once

#include <cstddef>
#include <functional>

namespace sohoa::test {

/// Calls `work` with 0 … count − 1, each once, on as many threads as there are jobs; returns when
/// all is done. What `work` throws first is thrown here, and nothing more is begun.
void in_parallel(std::size_t count, int jobs, const std::function<void(std::size_t)>& work);

}  // namespace sohoa::test
