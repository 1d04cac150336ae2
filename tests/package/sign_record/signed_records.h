#pragma once

#include <string>
#include <vector>

#include "pipeline/package/record_source.h"
#include "tests/package/package_specimen.h"
#include "tests/package/sign/signed_files.h"

namespace sohoa::test {

/// A finished record of two papers beside what tests of signatures have.
class SignedRecords : public SignedFiles {
 protected:
  void SetUp() override { build_specimen_package(in()); }

  std::filesystem::path in() const { return path("in.zip"); }
  std::filesystem::path out() const { return path("out.zip"); }
  std::filesystem::path twice() const { return path("twice.zip"); }

  static std::string text_in(const std::filesystem::path& zip, const std::string& name) {
    const RecordSource source(zip);
    return source.zip().read_text(source.entry(name), 1 << 30);
  }
  static Record record_in(const std::filesystem::path& zip) { return RecordSource(zip).record(); }

  const std::vector<std::string> papers_ = {"data/papers/01-to-khai.pdf",
                                            "data/papers/02-giay-xac-nhan.pdf"};
};

}  // namespace sohoa::test
