#include "tests/fuzz/scratch_file.h"

#include <fstream>

#include "pipeline/base/temporary_folder.h"

namespace sohoa::test {

std::filesystem::path scratch_file(const std::uint8_t* data, std::size_t size) {
  static const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "input";
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  return path;
}

}  // namespace sohoa::test
