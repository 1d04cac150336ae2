#include <gtest/gtest.h>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "pipeline/acquire/acquire.h"
#include "pipeline/base/digest.h"
#include "tests/support/paths.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

/// The raw data of the largest image that the first page names.
std::string digest_of_largest_image(const fs::path& file) {
  QPDF document;
  document.setSuppressWarnings(true);
  document.processFile(file.c_str());
  QPDFPageObjectHelper page(document.getAllPages().at(0));
  long long best_area = 0;
  std::string digest;
  page.forEachImage(true, [&](QPDFObjectHandle& image, QPDFObjectHandle&, std::string const&) {
    const long long area = image.getDict().getKey("/Width").getIntValue() *
                           image.getDict().getKey("/Height").getIntValue();
    if (area <= best_area) return;
    best_area = area;
    const std::shared_ptr<Buffer> raw = image.getRawStreamData();
    digest = sha256_of({raw->getBuffer(), raw->getSize()});
  });
  return digest;
}

TEST(RealScans, ScannedPagesKeepTheirStreamAndBornDigitalOnesAreDrawn) {
  SOHOA_NEEDS_REAL_SCANS();
  AcquireSettings settings;
  settings.copy_signed = true;
  PageLoader loader(settings);
  int count = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(test::real_scans())) {
    if (entry.path().extension() != ".pdf") continue;
    SCOPED_TRACE(entry.path().filename().string());
    const std::string stem = entry.path().stem().string();
    const InputFile input = open_input(entry.path(), stem, settings);
    const ScannedPage page = loader.load(input, 1);
    ++count;
    EXPECT_EQ(page.drawn, stem.starts_with("qnbd"));
    EXPECT_FALSE(page.pixels.empty());
    if (page.drawn) continue;
    EXPECT_TRUE(page.master.original);
    EXPECT_EQ(page.master.sha256, digest_of_largest_image(entry.path()));
    EXPECT_EQ(page.master.sha256, sha256_of(page.master.bytes));
  }
  EXPECT_EQ(count, 44);
}

}  // namespace
}  // namespace sohoa
