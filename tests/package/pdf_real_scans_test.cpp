#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <qpdf/QPDF.hh>
#include <set>
#include <string>
#include <vector>

#include "pipeline/acquire/acquire.h"
#include "pipeline/base/digest.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/pdf/pdf_writer.h"
#include "pipeline/package/pdfa/pdfa_lint.h"
#include "tests/support/paths.h"

namespace sohoa {

namespace {

std::vector<std::filesystem::path> scans() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(test::real_scans())) {
    if (entry.path().extension() == ".pdf") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// SHA-256 of every image stream of a PDF, as it is coded.
std::set<std::string> image_digests(const std::filesystem::path& file) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processFile(file.c_str());
  std::set<std::string> digests;
  for (QPDFObjectHandle object : pdf.getAllObjects()) {
    if (!object.isStream()) continue;
    if (!object.getDict().getKey("/Subtype").isNameAndEquals("/Image")) continue;
    const std::shared_ptr<Buffer> data = object.getRawStreamData();
    digests.insert(sha256_of({data->getBuffer(), data->getSize()}));
  }
  return digests;
}

}  // namespace

TEST(PdfOfRealScans, IsLawfulAndHoldsTheScannersOwnStream) {
  SOHOA_NEEDS_REAL_SCANS();
  AcquireSettings settings;
  settings.copy_signed = true;
  const TemporaryFolder folder;
  const std::filesystem::path made = folder.path() / "made.pdf";
  for (const std::filesystem::path& scan : scans()) {
    SCOPED_TRACE(scan.filename());
    const InputFile input = open_input(scan, scan.filename(), settings);
    const ScannedPage page = PageLoader(settings).load(input, 1);
    PdfWriter writer({});
    writer.add_page(page, {});
    writer.write(made);
    EXPECT_TRUE(lint_pdfa(made).empty());
    EXPECT_TRUE(image_digests(made).contains(page.master.sha256));
    EXPECT_EQ(image_digests(scan).contains(page.master.sha256), page.master.original);
    EXPECT_EQ(run_process({"qpdf", "--check", made.string()}, {}).exit_code, 0);
  }
}

}  // namespace sohoa
