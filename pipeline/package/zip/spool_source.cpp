#include "pipeline/package/zip/spool_source.h"

#include <algorithm>
#include <cerrno>
#include <exception>

namespace sohoa {

namespace {

// libzip asks for 8 KiB at a time: a system call for each costs more than the copying.
constexpr std::uint64_t kReadAheadBytes = 1 << 18;

}  // namespace

SpoolSource::SpoolSource(const PackageFile& file, const Spool& spool) : file_(file), spool_(spool) {
  zip_error_init(&error_);
}

SpoolSource::~SpoolSource() { zip_error_fini(&error_); }

zip_source_t* SpoolSource::source(zip_t* archive) {
  return zip_source_function(archive, &SpoolSource::call, this);
}

zip_int64_t SpoolSource::call(void* self, void* data, zip_uint64_t length,
                              zip_source_cmd_t command) {
  return static_cast<SpoolSource*>(self)->answer(data, length, command);
}

zip_int64_t SpoolSource::answer(void* data, zip_uint64_t length, zip_source_cmd_t command) {
  switch (command) {
    case ZIP_SOURCE_SUPPORTS:
      return ZIP_SOURCE_SUPPORTS_READABLE;
    case ZIP_SOURCE_OPEN:
      piece_ = 0;
      offset_ = 0;
      taken_ = 0;
      ahead_.clear();
      return 0;
    case ZIP_SOURCE_READ:
      return read(static_cast<std::uint8_t*>(data), length);
    case ZIP_SOURCE_STAT:
      return stat(static_cast<zip_stat_t*>(data));
    case ZIP_SOURCE_ERROR:
      return zip_error_to_data(&error_, data, length);
    case ZIP_SOURCE_CLOSE:
      Bytes().swap(ahead_);
      return 0;
    case ZIP_SOURCE_FREE:
      return 0;
    default:
      return failed(ZIP_ER_OPNOTSUPP, 0);
  }
}

zip_int64_t SpoolSource::read(std::uint8_t* data, std::uint64_t length) {
  if (taken_ == ahead_.size() && !fill()) return failed(ZIP_ER_READ, EIO);
  const std::size_t given = std::min<std::uint64_t>(length, ahead_.size() - taken_);
  std::copy_n(ahead_.data() + taken_, given, data);
  taken_ += given;
  return static_cast<zip_int64_t>(given);
}

/// Reads on into `ahead_`; nothing when all was read.
bool SpoolSource::fill() {
  taken_ = 0;
  ahead_.clear();
  if (piece_ == file_.pieces.size()) return true;
  const Spool::Piece& piece = file_.pieces[piece_];
  // An exception must not pass through libzip, which is C.
  try {
    ahead_.resize(std::min(kReadAheadBytes, piece.size - offset_));
    if (spool_.read_at(piece.offset + offset_, ahead_) != ahead_.size()) return false;
  } catch (const std::exception&) {
    return false;
  }
  offset_ += ahead_.size();
  if (offset_ == piece.size) {
    ++piece_;
    offset_ = 0;
  }
  return true;
}

zip_int64_t SpoolSource::stat(zip_stat_t* facts) const {
  zip_stat_init(facts);
  facts->valid = ZIP_STAT_SIZE;
  facts->size = file_.bytes;
  if (!file_.deflated_crc32) return sizeof(zip_stat_t);
  facts->valid |= ZIP_STAT_COMP_METHOD | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC;
  facts->comp_method = ZIP_CM_DEFLATE;
  facts->crc = *file_.deflated_crc32;
  facts->comp_size = 0;
  for (const Spool::Piece& piece : file_.pieces) facts->comp_size += piece.size;
  return sizeof(zip_stat_t);
}

zip_int64_t SpoolSource::failed(int zip_code, int error_number) {
  zip_error_set(&error_, zip_code, error_number);
  return -1;
}

}  // namespace sohoa
