#include "pipeline/package/pdf/pdf_input.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>
#include <stdexcept>

namespace sohoa {

namespace {

bool is_end_of_line(std::uint8_t c) { return c == '\n' || c == '\r'; }

/// libqpdf reads a few bytes at a time, mostly onwards.
class PdfInput : public InputSource {
 public:
  explicit PdfInput(const PdfBytes& pdf) : pdf_(pdf) {}

  std::string const& getName() const override { return pdf_.name(); }
  qpdf_offset_t tell() override { return position_; }
  void rewind() override { position_ = 0; }
  void unreadCh(char) override { seek(-1, SEEK_CUR); }

  void seek(qpdf_offset_t offset, int whence) override {
    const qpdf_offset_t from = whence == SEEK_SET   ? 0
                               : whence == SEEK_CUR ? position_
                                                    : pdf_.size();
    if (offset < -from) throw std::runtime_error("seek before the beginning");
    // Behind the end there is nothing to read, however far: offsets of hostile files.
    position_ = offset > kPositionMax - from ? kPositionMax : from + offset;
  }

  size_t read(char* bytes, size_t length) override {
    last_offset = std::min<qpdf_offset_t>(position_, pdf_.size());
    const std::span<std::uint8_t> out(reinterpret_cast<std::uint8_t*>(bytes), length);
    const std::size_t got = length > window_.size() ? pdf_.read_at(position_, out) : take(out);
    position_ += static_cast<qpdf_offset_t>(got);
    return got;
  }

  qpdf_offset_t findAndSkipNextEOL() override {
    position_ = std::min<qpdf_offset_t>(position_, pdf_.size());
    qpdf_offset_t end = pdf_.size();
    std::uint8_t c = 0;
    for (bool found = false; take({&c, 1}) == 1; ++position_) {
      if (found && !is_end_of_line(c)) break;
      if (!found && is_end_of_line(c)) end = position_;
      found = found || is_end_of_line(c);
    }
    return end;
  }

 private:
  std::size_t take(std::span<std::uint8_t> out) {
    if (position_ >= pdf_.size()) return 0;
    const auto size = static_cast<qpdf_offset_t>(out.size());
    const auto window_end = window_start_ + static_cast<qpdf_offset_t>(window_bytes_);
    if (position_ < window_start_ || position_ + size > window_end) {
      window_start_ = position_;
      window_bytes_ = pdf_.read_at(position_, window_);
    }
    const auto skipped = static_cast<std::size_t>(position_ - window_start_);
    const std::size_t got = std::min(out.size(), window_bytes_ - skipped);
    std::copy_n(window_.data() + skipped, got, out.data());
    return got;
  }

  static constexpr qpdf_offset_t kPositionMax = std::numeric_limits<qpdf_offset_t>::max();

  const PdfBytes& pdf_;
  qpdf_offset_t position_ = 0;
  std::array<std::uint8_t, 1 << 14> window_;
  qpdf_offset_t window_start_ = 0;
  std::size_t window_bytes_ = 0;
};

}  // namespace

std::shared_ptr<InputSource> input_source_of(const PdfBytes& pdf) {
  return std::make_shared<PdfInput>(pdf);
}

}  // namespace sohoa
