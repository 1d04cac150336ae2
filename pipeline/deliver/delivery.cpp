#include "pipeline/deliver/delivery.h"

#include "pipeline/base/error.h"
#include "pipeline/base/standard_output.h"

namespace sohoa {

namespace fs = std::filesystem;

Delivery::Delivery(const fs::path& destination) : destination_(destination) {
  if (is_standard_output(destination)) {
    folder_.emplace();
    path_ = folder_->path() / "product";
  } else {
    file_.emplace(destination);
    path_ = file_->path();
  }
}

fs::path Delivery::work_folder() const {
  return folder_ ? folder_->path() : folder_of(destination_);
}

void Delivery::write_by(const std::function<void(const fs::path&)>& writer) {
  try {
    writer(path_);
  } catch (const Error& error) {
    if (error.subject() != path_) throw;
    throw Error(error.code(), destination_.string(), error.reason(), error.remedy());
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

Receipt deliver(const Package& package, Delivery& delivery) {
  delivery.commit();
  return {delivery.destination().string(), package.sha256};
}

bool is_standard_output(const fs::path& destination) { return destination == "-"; }

}  // namespace sohoa
