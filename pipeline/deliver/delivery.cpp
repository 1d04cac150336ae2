#include "pipeline/deliver/delivery.h"

#include "pipeline/base/standard_output.h"

namespace sohoa {

Delivery::Delivery(const std::filesystem::path& destination) {
  if (is_standard_output(destination)) {
    folder_.emplace();
    path_ = folder_->path() / "product";
  } else {
    file_.emplace(destination);
    path_ = file_->path();
  }
}

void Delivery::write(ByteView bytes) {
  if (file_) {
    file_->write(bytes);
  } else {
    write_file(path_, bytes);
  }
}

void Delivery::commit() {
  if (file_) {
    file_->commit();
  } else {
    copy_to_standard_output(path_);
  }
}

bool is_standard_output(const std::filesystem::path& destination) { return destination == "-"; }

}  // namespace sohoa
