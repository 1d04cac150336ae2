#include "pipeline/base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"

namespace sohoa {

MappedFile::MappedFile(const std::filesystem::path& file) {
  const auto check = [&file](bool good) {
    if (good) return;
    throw Error(ExitCode::kDependency, file.string(), std::strerror(errno), "install it again");
  };
  const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  check(descriptor.number() >= 0);
  struct stat facts {};
  check(::fstat(descriptor.number(), &facts) == 0);
  const auto size = static_cast<std::size_t>(facts.st_size);
  if (size == 0) return;
  void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.number(), 0);
  check(mapped != MAP_FAILED);
  bytes_ = {static_cast<const std::uint8_t*>(mapped), size};
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<std::uint8_t*>(bytes_.data()), bytes_.size());
}

}  // namespace sohoa
