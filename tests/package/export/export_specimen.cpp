#include "tests/package/export/export_specimen.h"

#include <algorithm>

#include "pipeline/package/zip/zip_contents.h"
#include "tests/package/package_specimen.h"

namespace sohoa::test {

Json specimen_metadata() {
  return {{"schema", "sohoa.export-metadata/1"},
          {"fonds", {{"code", "H99.1"}, {"name", "Phông mẫu"}}},
          {"agency", {{"name", "Ủy ban nhân dân phường Mẫu & Thử"}, {"code", "H99.1"}}},
          {"archive", {{"name", "Lưu trữ mẫu"}, {"code", "H99"}}},
          {"file",
           {{"fileCode", "H99.1.2026.7"},
            {"title", "Hồ sơ <mẫu>"},
            {"maintenance", "01"},
            {"mode", "02"},
            {"language", "01"},
            {"numberOfPaper", 3},
            {"format", "01"},
            {"paperFileCode", "H99.1.K1/G2/H3.7"}}},
          {"documents", {{"issuedDate", "23/11/2026"}, {"organName", "UBND phường Mẫu"}}},
          {"papers",
           Json::array(
               {{{"number", 2}, {"fields", {{"issuedDate", "01/02/2026"}, {"typeName", "07"}}}}})},
          {"book", {{"code", "KS-2026-01"}}}};
}

std::map<std::string, std::string> texts_of(const std::filesystem::path& zip) {
  constexpr std::uint64_t kBytesMax = 1 << 24;
  const ZipReader reader(zip);
  std::map<std::string, std::string> texts;
  for (const auto& [name, entry] : contents_of(reader).files) {
    texts[name] = reader.read_text(*entry, kBytesMax);
  }
  return texts;
}

std::vector<std::string> codes_of(const std::vector<Finding>& findings) {
  std::vector<std::string> codes;
  for (const Finding& finding : findings) {
    if (std::find(codes.begin(), codes.end(), finding.code) == codes.end()) {
      codes.push_back(finding.code);
    }
  }
  return codes;
}

std::vector<std::string> places_of(const std::vector<Finding>& findings) {
  std::vector<std::string> places;
  for (const Finding& finding : findings) places.push_back(finding.code + " " + finding.subject);
  return places;
}

Exporting::Exporting() { build_specimen_package(record()); }

std::vector<Finding> Exporting::try_export(ExportKind kind, PackageType type) const {
  ExportSettings settings;
  settings.kind = kind;
  settings.type = type;
  settings.metadata = export_metadata_from_json(metadata_);
  settings.schemas = schemas_;
  settings.program_version = "0.1.0";
  return export_package(record(), output(), settings);
}

std::map<std::string, std::string> Exporting::exported(ExportKind kind, PackageType type) const {
  EXPECT_EQ(places_of(try_export(kind, type)), std::vector<std::string>{});
  return texts_of(output());
}

}  // namespace sohoa::test
