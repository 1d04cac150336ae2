#include "pipeline/recognize/lstm/traineddata.h"

#include <utility>
#include <vector>

#include "pipeline/base/file.h"
#include "pipeline/recognize/lstm/byte_reader.h"

namespace sohoa {

namespace {

// Tesseract 5 writes 24; a larger number is a swapped or foreign file.
constexpr std::uint32_t kPartsMax = 1000;

std::vector<std::int64_t> offsets_of(ByteView bytes) {
  ByteReader reader(bytes);
  const auto count = reader.take<std::uint32_t>();
  if (count == 0 || count > kPartsMax) throw UnusableModel("it is no .traineddata file");
  std::vector<std::int64_t> offsets(count);
  for (std::int64_t& offset : offsets) {
    offset = reader.take<std::int64_t>();
    if (offset > static_cast<std::int64_t>(bytes.size())) {
      throw UnusableModel("a part lies behind the end of the file");
    }
  }
  return offsets;
}

}  // namespace

TrainedData::TrainedData(Bytes bytes) : bytes_(std::move(bytes)) { offsets_of(bytes_); }

ByteView TrainedData::part(ModelPart part) const {
  const std::vector<std::int64_t> offsets = offsets_of(bytes_);
  const auto index = static_cast<std::size_t>(part);
  if (index >= offsets.size() || offsets[index] < 0) return {};
  auto end = static_cast<std::int64_t>(bytes_.size());
  for (std::size_t i = index + 1; i < offsets.size(); ++i) {
    if (offsets[i] < 0) continue;
    end = offsets[i];
    break;
  }
  if (end < offsets[index]) throw UnusableModel("its parts are out of order");
  return ByteView(bytes_).subspan(static_cast<std::size_t>(offsets[index]),
                                  static_cast<std::size_t>(end - offsets[index]));
}

TrainedData read_traineddata(const std::filesystem::path& path) {
  return TrainedData(read_file(path, kModelBytesMax));
}

}  // namespace sohoa
