#include "pipeline/deliver/delivery.h"

#include <gtest/gtest.h>

#include <fstream>

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

class DeliveryTest : public testing::Test {
 protected:
  fs::path target() const { return folder_.path() / "record.zip"; }
  static std::string text_of(const fs::path& file) {
    const Bytes bytes = read_file(file);
    return std::string(as_text(bytes));
  }

  TemporaryFolder folder_;
};

TEST_F(DeliveryTest, ProductArrivesAtCommitAndNotBefore) {
  Delivery delivery(target());
  delivery.write_by([](const fs::path& path) { std::ofstream(path) << "whole"; });
  EXPECT_FALSE(fs::exists(target()));
  delivery.commit();
  EXPECT_EQ(text_of(target()), "whole");
}

TEST_F(DeliveryTest, ReceiptTellsWhereAndWhat) {
  Delivery delivery(target());
  delivery.write(as_bytes("whole"));
  Package package;
  package.sha256 = std::string(64, 'a');
  const Receipt receipt = deliver(package, delivery);
  EXPECT_EQ(receipt.destination, target().string());
  EXPECT_EQ(receipt.sha256, package.sha256);
  EXPECT_EQ(text_of(target()), "whole");
}

TEST_F(DeliveryTest, ErrorAboutTheWorkPathNamesTheDestination) {
  Delivery delivery(target());
  try {
    delivery.write_by([](const fs::path& path) { throw output_error(path.string(), ENOSPC); });
    FAIL() << "the error is gone";
  } catch (const Error& error) {
    EXPECT_EQ(error.subject(), target().string());
    EXPECT_EQ(error.code(), ExitCode::kOutput);
  }
}

TEST_F(DeliveryTest, ErrorAboutSomethingElseStaysAsItIs) {
  Delivery delivery(target());
  try {
    delivery.write_by([](const fs::path&) { throw input_error("scan.pdf", ENOENT); });
    FAIL() << "the error is gone";
  } catch (const Error& error) {
    EXPECT_EQ(error.subject(), "scan.pdf");
  }
}

TEST_F(DeliveryTest, WithoutCommitNothingArrives) {
  { Delivery(target()).write(as_bytes("half")); }
  EXPECT_TRUE(fs::is_empty(folder_.path()));
}

TEST_F(DeliveryTest, WorksBesideItsDestination) {
  EXPECT_EQ(Delivery(target()).work_folder(), folder_.path());
  const Delivery to_standard_output("-");
  EXPECT_TRUE(fs::is_directory(to_standard_output.work_folder()));
}

}  // namespace
}  // namespace sohoa
