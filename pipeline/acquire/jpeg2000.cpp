#include "pipeline/acquire/jpeg2000.h"

namespace sohoa {

SourceImage read_jpeg2000(const DecodeTask& task, Bytes) {
  throw damaged(task, "JPEG 2000 is not supported");
}
std::optional<MasterImage> as_jpeg2000(const DecodeTask&, MasterImage) { return std::nullopt; }
Image decode_jpeg2000(const DecodeTask& task, const MasterImage&) {
  throw damaged(task, "JPEG 2000 is not supported");
}

}  // namespace sohoa
