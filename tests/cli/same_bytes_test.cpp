#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "pipeline/base/file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "tests/support/paths.h"
#include "tests/support/program_limits.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

/// The environment variable, set for a while.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) { ::setenv(name, value, 1); }
  ~Variable() { ::unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
};

TEST(SameBytes, InEveryTimeZoneAndLocaleOfEveryType) {
  const TemporaryFolder folder;
  const fs::path page = folder.path() / "page.pgm";
  std::ofstream(page, std::ios::binary) << "P5\n90 60\n255\n" << std::string(90 * 60, '\xDD');
  const auto convert = [&](const char* type) {
    const fs::path output = folder.path() / "out.pdf";
    const ProcessResult made =
        run_process({test::program(), "convert", "-q", "--image-dpi", "150", "--job-time",
                     "2026-11-23T10:00:00+07:00", "--output-type", type, page, output},
                    test::program_limits());
    EXPECT_EQ(made.exit_code, 0) << made.messages;
    return read_file(output);
  };
  for (const char* type : {"pdfa-1b", "pdfa-2b", "pdfa-2u", "pdfa-3u", "pdf"}) {
    SCOPED_TRACE(type);
    const Bytes here = convert(type);
    const Variable zone("TZ", "Asia/Tokyo");
    const Variable locale("LC_ALL", "de_DE.UTF-8");
    EXPECT_EQ(convert(type), here);
  }
}

}  // namespace
}  // namespace sohoa
