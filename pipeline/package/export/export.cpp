#include "pipeline/package/export/export.h"

#include "pipeline/base/error.h"
#include "pipeline/package/export/exporters.h"
#include "pipeline/package/verify.h"

namespace sohoa {

namespace {

std::vector<Finding> export_by_kind(const RecordSource& source, const std::filesystem::path& output,
                                    const ExportSettings& settings) {
  switch (settings.kind) {
    case ExportKind::kArchive:
      return export_information_package(source, output, settings,
                                        load_package_profile("tt05-2025"));
    case ExportKind::kEark:
      return export_information_package(source, output, settings,
                                        load_package_profile("eark-csip-2.1"));
    case ExportKind::kBagit:
      return export_bag(source, output, settings);
    case ExportKind::kOneStop:
      return export_record(source, output, settings);
    case ExportKind::kCivilBook:
      break;
  }
  return export_civil_book(source, output, settings);
}

void throw_first(const std::vector<Finding>& findings) {
  if (findings.empty()) return;
  throw Error(ExitCode::kOutput, findings.front().subject,
              "the finished package does not verify: " + findings.front().reason,
              "run it again; if it happens twice, report it");
}

}  // namespace

std::vector<Finding> export_package(const std::filesystem::path& record_zip,
                                    const std::filesystem::path& output_zip,
                                    const ExportSettings& settings) {
  std::vector<Finding> faults = verify_package(record_zip);
  if (!faults.empty()) return faults;
  faults = export_by_kind(RecordSource(record_zip), output_zip, settings);
  if (faults.empty()) throw_first(verify_package(output_zip));
  return faults;
}

}  // namespace sohoa
