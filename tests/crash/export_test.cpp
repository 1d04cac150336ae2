#include "pipeline/package/export/export.h"

#include "pipeline/base/temporary_folder.h"
#include "pipeline/deliver/delivery.h"
#include "pipeline/package/verify.h"
#include "tests/crash/duress.h"
#include "tests/package/package_specimen.h"

namespace sohoa {
namespace {

constexpr ExportKind kKinds[] = {ExportKind::kArchive, ExportKind::kBagit, ExportKind::kOneStop,
                                 ExportKind::kCivilBook};

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
class ExportUnderDuress : public test::Duress {
 protected:
  void SetUp() override { test::build_specimen_package(record_folder_.path() / "record.zip"); }

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

 private:
  TemporaryFolder record_folder_;
};

TEST_F(ExportUnderDuress, KilledLeavesNothingOrAWholeOne) {
  for (const ExportKind kind : kKinds) {
    expect_killed_leaves_nothing_half([&] { deliver_export(kind); },
                                      [&] { return verify_package(target()).empty(); });
  }
}

TEST_F(ExportUnderDuress, FullDiskFailsWithTheOutputCodeAndLeavesNothing) {
  for (const ExportKind kind : kKinds) {
    expect_full_disk_is_told([&] { deliver_export(kind); });
  }
}

}  // namespace
}  // namespace sohoa
