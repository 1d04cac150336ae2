#include "pipeline/acquire/tiff_handle.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>

namespace sohoa {

namespace {

constexpr std::size_t kMessageBytesMax = 200;
constexpr tmsize_t kAllocationMax = tmsize_t{1} << 31;

using Options = std::unique_ptr<TIFFOpenOptions, void (*)(TIFFOpenOptions*)>;

Options make_options(TIFFErrorHandlerExtR on_error, TIFFErrorHandlerExtR on_warning, void* self) {
  Options options(TIFFOpenOptionsAlloc(), TIFFOpenOptionsFree);
  TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), kAllocationMax);
  TIFFOpenOptionsSetErrorHandlerExtR(options.get(), on_error, self);
  TIFFOpenOptionsSetWarningHandlerExtR(options.get(), on_warning, self);
  return options;
}

TiffHandle& from(thandle_t self) { return *static_cast<TiffHandle*>(self); }

}  // namespace

TiffHandle::TiffHandle() : writing_(true) { open_memory("w"); }

TiffHandle::TiffHandle(ByteView bytes) : bytes_(bytes) { open_memory("r"); }

TiffHandle::TiffHandle(const std::filesystem::path& file) {
  // Not mapped: a file that shrinks while it is read must not end the program.
  handle_ = TIFFOpenExt(file.c_str(), "rm", make_options(on_error, on_warning, this).get());
}

TiffHandle::~TiffHandle() {
  if (handle_ != nullptr) TIFFClose(handle_);
}

void TiffHandle::forget_messages() {
  error_.clear();
  warning_.clear();
  ended_early_ = false;
}

void TiffHandle::open_memory(const char* mode) {
  handle_ = TIFFClientOpenExt("image", mode, this, read, write, seek, close, size, map, unmap,
                              make_options(on_error, on_warning, this).get());
}

tmsize_t TiffHandle::read(thandle_t self, void* out, tmsize_t wanted) {
  TiffHandle& tiff = from(self);
  const ByteView all = tiff.writing_ ? ByteView(tiff.written_) : tiff.bytes_;
  if (wanted <= 0 || tiff.position_ >= all.size()) return 0;
  const std::size_t got = std::min(static_cast<std::size_t>(wanted), all.size() - tiff.position_);
  std::memcpy(out, all.data() + tiff.position_, got);
  tiff.position_ += got;
  return static_cast<tmsize_t>(got);
}

tmsize_t TiffHandle::write(thandle_t self, void* data, tmsize_t count) {
  TiffHandle& tiff = from(self);
  if (!tiff.writing_ || count < 0) return -1;
  const std::size_t end = tiff.position_ + static_cast<std::size_t>(count);
  if (end > tiff.written_.size()) tiff.written_.resize(end);
  std::memcpy(tiff.written_.data() + tiff.position_, data, static_cast<std::size_t>(count));
  tiff.position_ = end;
  return count;
}

toff_t TiffHandle::seek(thandle_t self, toff_t offset, int whence) {
  TiffHandle& tiff = from(self);
  const std::size_t base = whence == SEEK_SET   ? 0
                           : whence == SEEK_CUR ? tiff.position_
                                                : static_cast<std::size_t>(size(self));
  tiff.position_ = base + static_cast<std::size_t>(offset);
  return tiff.position_;
}

int TiffHandle::close(thandle_t) { return 0; }

toff_t TiffHandle::size(thandle_t self) {
  const TiffHandle& tiff = from(self);
  return tiff.writing_ ? tiff.written_.size() : tiff.bytes_.size();
}

int TiffHandle::map(thandle_t self, void** base, toff_t* count) {
  const TiffHandle& tiff = from(self);
  if (tiff.writing_) return 0;
  *base = const_cast<std::uint8_t*>(tiff.bytes_.data());
  *count = tiff.bytes_.size();
  return 1;
}

void TiffHandle::unmap(thandle_t, void*, toff_t) {}

void TiffHandle::note(std::string& first, const char* format, va_list arguments) {
  char line[kMessageBytesMax];
  std::vsnprintf(line, sizeof line, format, arguments);
  const std::string_view text(line);
  for (const char* sign :
       {"remature EOF", "remature end", "Read error", "Not enough data", "File truncated"}) {
    if (text.find(sign) != std::string_view::npos) ended_early_ = true;
  }
  if (first.empty()) first = line;
}

int TiffHandle::on_error(TIFF*, void* self, const char*, const char* format, va_list arguments) {
  TiffHandle& tiff = from(self);
  tiff.note(tiff.error_, format, arguments);
  return 1;
}

int TiffHandle::on_warning(TIFF*, void* self, const char*, const char* format, va_list arguments) {
  TiffHandle& tiff = from(self);
  tiff.note(tiff.warning_, format, arguments);
  return 1;
}

}  // namespace sohoa
