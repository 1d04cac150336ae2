#include "pipeline/package/zip/zip_output.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <new>

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

// libzip writes 8 KiB at a time, and goes back to complete the head of every entry.
constexpr std::size_t kWaitingBytesMax = 1 << 18;

}  // namespace

ZipOutput::ZipOutput(const std::filesystem::path& path)
    : descriptor_(::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)) {
  if (descriptor_ < 0) throw output_error(path.string(), errno);
  zip_error_init(&error_);
}

ZipOutput::~ZipOutput() {
  ::close(descriptor_);
  zip_error_fini(&error_);
}

zip_source_t* ZipOutput::source(zip_error_t* error) {
  return zip_source_function_create(&ZipOutput::call, this, error);
}

zip_int64_t ZipOutput::call(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command) {
  return static_cast<ZipOutput*>(self)->answer(data, length, command);
}

zip_int64_t ZipOutput::answer(void* data, zip_uint64_t length, zip_source_cmd_t command) {
  switch (command) {
    case ZIP_SOURCE_SUPPORTS:
      return ZIP_SOURCE_SUPPORTS_WRITABLE;
    case ZIP_SOURCE_OPEN:
      read_position_ = 0;
      return 0;
    case ZIP_SOURCE_BEGIN_WRITE:
      waiting_.clear();
      write_position_ = 0;
      return 0;
    case ZIP_SOURCE_READ:
      return read(data, length);
    case ZIP_SOURCE_WRITE:
      return write(data, length);
    case ZIP_SOURCE_SEEK:
      return seek(read_position_, data, length);
    case ZIP_SOURCE_SEEK_WRITE:
      return seek(write_position_, data, length);
    case ZIP_SOURCE_TELL:
      return static_cast<zip_int64_t>(read_position_);
    case ZIP_SOURCE_TELL_WRITE:
      return static_cast<zip_int64_t>(write_position_);
    case ZIP_SOURCE_STAT:
      return stat(data, length);
    case ZIP_SOURCE_ERROR:
      return zip_error_to_data(&error_, data, length);
    case ZIP_SOURCE_COMMIT_WRITE:
      return flush() == 0 ? begin_sync() : -1;
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_ROLLBACK_WRITE:
    case ZIP_SOURCE_REMOVE:
    case ZIP_SOURCE_FREE:
      return 0;
    default:
      return failed(ZIP_ER_OPNOTSUPP, 0);
  }
}

zip_int64_t ZipOutput::read(void* data, zip_uint64_t length) {
  if (flush() != 0) return -1;
  const ssize_t got = ::pread(descriptor_, data, length, static_cast<off_t>(read_position_));
  if (got < 0) return failed(ZIP_ER_READ, errno);
  read_position_ += static_cast<std::uint64_t>(got);
  return got;
}

zip_int64_t ZipOutput::write(const void* data, zip_uint64_t length) {
  const bool joins = write_position_ >= waiting_position_ &&
                     write_position_ - waiting_position_ <= waiting_.size() &&
                     write_position_ - waiting_position_ + length <= kWaitingBytesMax;
  if (!joins) {
    if (flush() != 0) return -1;
    waiting_position_ = write_position_;
  }
  const std::size_t offset = write_position_ - waiting_position_;
  try {
    waiting_.resize(std::max<std::size_t>(waiting_.size(), offset + length));
  } catch (const std::bad_alloc&) {  // an exception must not pass through libzip, which is C
    return failed(ZIP_ER_MEMORY, 0);
  }
  std::copy_n(static_cast<const std::uint8_t*>(data), length, waiting_.data() + offset);
  write_position_ += length;
  size_ = std::max(size_, write_position_);
  return static_cast<zip_int64_t>(length);
}

// A short write is no error to pwrite, but libzip asks for all or nothing.
zip_int64_t ZipOutput::flush() {
  std::size_t done = 0;
  while (done < waiting_.size()) {
    const ssize_t written = ::pwrite(descriptor_, waiting_.data() + done, waiting_.size() - done,
                                     static_cast<off_t>(waiting_position_ + done));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failed(ZIP_ER_WRITE, errno);
    done += static_cast<std::size_t>(written);
  }
  waiting_.clear();
  return 0;
}

// The disk works while the zip is verified, so that its fsync has less to wait for.
zip_int64_t ZipOutput::begin_sync() {
  static_cast<void>(::sync_file_range(descriptor_, 0, 0, SYNC_FILE_RANGE_WRITE));
  return 0;
}

zip_int64_t ZipOutput::seek(std::uint64_t& position, void* data, zip_uint64_t length) {
  const zip_int64_t to = zip_source_seek_compute_offset(position, size_, data, length, &error_);
  if (to < 0) return -1;
  position = static_cast<std::uint64_t>(to);
  return 0;
}

zip_int64_t ZipOutput::stat(void* data, zip_uint64_t length) {
  if (length < sizeof(zip_stat_t)) return failed(ZIP_ER_INVAL, 0);
  auto* facts = static_cast<zip_stat_t*>(data);
  zip_stat_init(facts);
  facts->valid = ZIP_STAT_SIZE;
  facts->size = size_;
  return sizeof(zip_stat_t);
}

zip_int64_t ZipOutput::failed(int zip_code, int error_number) {
  zip_error_set(&error_, zip_code, error_number);
  return -1;
}

}  // namespace sohoa
