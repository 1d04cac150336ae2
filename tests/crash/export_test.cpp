#include "pipeline/package/export/export.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>

#include <algorithm>

#include "pipeline/base/error.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/deliver/delivery.h"
#include "pipeline/package/verify.h"
#include "tests/crash/traced_child.h"
#include "tests/package/package_specimen.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

constexpr ExportKind kKinds[] = {ExportKind::kArchive, ExportKind::kBagit, ExportKind::kOneStop,
                                 ExportKind::kCivilBook};
constexpr int kSomethingLeft = 98;

ExportMetadata metadata() {
  return export_metadata_from_json({{"schema", "sohoa.export-metadata/1"},
                                    {"fonds", {{"code", "H99"}}},
                                    {"agency", {{"name", "UBND phường Mẫu"}}},
                                    {"file",
                                     {{"fileCode", "H99.7"},
                                      {"title", "Hồ sơ mẫu"},
                                      {"maintenance", "01"},
                                      {"mode", "01"},
                                      {"language", "01"},
                                      {"confidenceLevel", "01"}}},
                                    {"documents", {{"issuedDate", "2026"}, {"organName", "UBND"}}},
                                    {"book", {{"code", "KS"}}}});
}

/// Exports of one record, delivered as the command does.
class ExportUnderDuress : public testing::Test {
 protected:
  void SetUp() override { test::build_specimen_package(record_folder_.path() / "record.zip"); }

  fs::path target() const { return folder_.path() / "out.zip"; }

  void deliver_export(ExportKind kind) const {
    Delivery delivery(target());
    ExportSettings settings;
    settings.kind = kind;
    settings.metadata = metadata();
    settings.work_folder = delivery.work_folder();
    const auto faults =
        export_package(record_folder_.path() / "record.zip", delivery.path(), settings);
    ASSERT_TRUE(faults.empty());
    delivery.commit();
  }

  /// No file but a whole target, or one that waits for its last rename.
  void expect_nothing_half() const {
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
      if (entry.path() == target()) {
        EXPECT_TRUE(verify_package(target()).empty());
        continue;
      }
      const std::string name = entry.path().filename().string();
      EXPECT_TRUE(name.starts_with(".out.zip.") && name.ends_with(".part")) << name;
    }
  }

  TemporaryFolder record_folder_;
  TemporaryFolder folder_;
};

TEST_F(ExportUnderDuress, KilledLeavesNothingOrAWholeOne) {
  constexpr int kLastSteps = 24;
  constexpr int kOtherSteps = 24;
  for (const ExportKind kind : kKinds) {
    const auto work = [&] { deliver_export(kind); };
    const int steps = test::count_kernel_steps(work);
    if (steps < 0) GTEST_SKIP() << "needs ptrace";
    fs::remove(target());
    for (int step = 1; step < steps;
         step += step < steps - kLastSteps ? std::max(1, steps / kOtherSteps) : 1) {
      test::kill_at_kernel_step(work, step);
      expect_nothing_half();
      fs::remove(target());
    }
  }
}

TEST_F(ExportUnderDuress, FullDiskFailsWithTheOutputCodeAndLeavesNothing) {
  for (const ExportKind kind : kKinds) {
    deliver_export(kind);
    const std::uintmax_t whole = fs::file_size(target());
    fs::remove(target());
    for (std::uintmax_t room = 512; room < whole; room *= 2) {
      const int code = test::exit_status_of([&] {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{room, room};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        try {
          deliver_export(kind);
          return 0;
        } catch (const Error& error) {
          return fs::is_empty(folder_.path()) ? static_cast<int>(error.code()) : kSomethingLeft;
        }
      });
      EXPECT_EQ(code, static_cast<int>(ExitCode::kOutput)) << room << " bytes";
      EXPECT_TRUE(fs::is_empty(folder_.path())) << room << " bytes";
    }
  }
}

}  // namespace
}  // namespace sohoa
