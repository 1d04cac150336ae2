#include "pipeline/acquire/pdf_stream.h"

#include <qpdf/Pipeline.hh>
#include <stdexcept>
#include <utility>

namespace sohoa {

namespace {

/// Takes what a stream gives, up to a limit: data may be a bomb.
class LimitedSink : public Pipeline {
 public:
  explicit LimitedSink(std::size_t bytes_max)
      : Pipeline("limited", nullptr), bytes_max_(bytes_max) {}
  void write(unsigned char const* data, std::size_t size) override {
    if (size > bytes_max_ - bytes_.size()) {
      too_large_ = true;
      throw std::runtime_error("stream too large");
    }
    bytes_.insert(bytes_.end(), data, data + size);
  }
  void finish() override {}
  bool too_large() const { return too_large_; }
  Bytes take() { return std::move(bytes_); }

 private:
  std::size_t bytes_max_;
  Bytes bytes_;
  bool too_large_ = false;
};

}  // namespace

StreamData stream_data(QPDFObjectHandle stream, std::size_t bytes_max) {
  LimitedSink sink(bytes_max);
  bool filtered = false;
  bool done = false;
  try {
    done = stream.isStream() &&
           stream.pipeStreamData(&sink, &filtered, 0, qpdf_dl_specialized, true, false);
  } catch (const std::runtime_error&) {
    done = false;
  }
  if (!filtered) return {};
  const bool whole = done && !sink.too_large();
  return {sink.take(), whole};
}

std::vector<double> numbers_of(QPDFObjectHandle array) {
  constexpr int kNumbersMax = 64;
  std::vector<double> numbers;
  if (!array.isArray() || array.getArrayNItems() > kNumbersMax) return numbers;
  for (int i = 0; i < array.getArrayNItems(); ++i) {
    QPDFObjectHandle item = array.getArrayItem(i);
    if (!item.isNumber()) return {};
    numbers.push_back(item.getNumericValue());
  }
  return numbers;
}

}  // namespace sohoa
