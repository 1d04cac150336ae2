#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace sohoa::test {

/// Puts the fuzzer's bytes into a file, for parsers that take a name; the same file at every call.
std::filesystem::path scratch_file(const std::uint8_t* data, std::size_t size);

}  // namespace sohoa::test
