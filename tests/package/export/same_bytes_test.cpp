#include <gtest/gtest.h>

#include <clocale>
#include <cstdlib>
#include <ctime>

#include "pipeline/base/digest.h"
#include "tests/package/export/export_specimen.h"

namespace sohoa {
namespace {

constexpr std::pair<ExportKind, PackageType> kKinds[] = {
    {ExportKind::kArchive, PackageType::kAip},  {ExportKind::kArchive, PackageType::kSip},
    {ExportKind::kEark, PackageType::kAip},     {ExportKind::kEark, PackageType::kSip},
    {ExportKind::kBagit, PackageType::kAip},    {ExportKind::kOneStop, PackageType::kAip},
    {ExportKind::kCivilBook, PackageType::kAip}};

using SameBytes = test::Exporting;

TEST_F(SameBytes, InAnyTimeZoneAndLocale) {
  for (const auto& [kind, type] : kKinds) {
    std::string first;
    for (const char* zone : {"UTC", "Pacific/Auckland", "America/New_York"}) {
      for (const char* locale : {"C", "vi_VN.UTF-8", "C.UTF-8"}) {
        ::setenv("TZ", zone, 1);
        ::tzset();
        std::setlocale(LC_ALL, locale);  // stays as it is where the system lacks that locale
        exported(kind, type);
        const std::string digest = sha256_of_file(output());
        if (first.empty()) first = digest;
        EXPECT_EQ(digest, first) << zone << " " << locale;
      }
    }
  }
  std::setlocale(LC_ALL, "C");
  ::unsetenv("TZ");
  ::tzset();
}

}  // namespace
}  // namespace sohoa
