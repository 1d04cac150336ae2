#pragma once

#include <unistd.h>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// Writes all of it, however often the system takes only a part. 0, or the errno of the failure.
int write_all(int descriptor, ByteView bytes);

/// Owns an open file descriptor; a negative number is none.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace sohoa
