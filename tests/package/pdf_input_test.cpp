#include "pipeline/package/pdf/pdf_input.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <limits>
#include <memory>
#include <qpdf/BufferInputSource.hh>
#include <random>
#include <stdexcept>
#include <string>

#include "pipeline/base/error.h"

namespace sohoa {
namespace {

std::string text_with_lines(std::size_t size) {
  std::mt19937 random(1);
  std::string text;
  while (text.size() < size) text += "ab\r\n%"[random() % 5];
  return text;
}

class PdfInputTest : public testing::Test {
 protected:
  PdfInputTest() {
    spool_.append(as_bytes("before"));
    pdf_ = std::make_unique<SpooledPdf>("a.pdf", spool_, spool_.append(as_bytes(text_)));
    spool_.append(as_bytes("after"));
  }

  const std::string text_ = text_with_lines(100'000);
  Spool spool_;
  std::unique_ptr<SpooledPdf> pdf_;
};

TEST_F(PdfInputTest, ReadsWhatABufferOfTheSameBytesReads) {
  const std::shared_ptr<InputSource> input = input_source_of(*pdf_);
  BufferInputSource buffer("a.pdf", text_);
  std::mt19937 random(2);
  for (int i = 0; i < 3000; ++i) {
    if (random() % 3 == 0) {
      const auto offset = static_cast<qpdf_offset_t>(random() % 101'000);
      input->seek(offset, SEEK_SET);
      buffer.seek(offset, SEEK_SET);
    }
    const std::size_t wanted = random() % (random() % 8 == 0 ? 40'000 : 50);
    std::string mine(wanted, ' ');
    std::string other(wanted, ' ');
    EXPECT_EQ(input->read(mine.data(), wanted), buffer.read(other.data(), wanted));
    EXPECT_EQ(mine, other);
    EXPECT_EQ(input->getLastOffset(), buffer.getLastOffset());
    EXPECT_EQ(input->findAndSkipNextEOL(), buffer.findAndSkipNextEOL());
    EXPECT_EQ(input->tell(), buffer.tell());
  }
}

TEST_F(PdfInputTest, HasNothingAtTheOffsetsOfHostileFiles) {
  const std::shared_ptr<InputSource> input = input_source_of(*pdf_);
  char bytes[8];
  EXPECT_EQ(input->read(bytes, sizeof bytes), sizeof bytes);
  constexpr qpdf_offset_t kMax = std::numeric_limits<qpdf_offset_t>::max();
  for (const qpdf_offset_t offset : {kMax, kMax - 4, kMax / 2}) {
    input->seek(offset, SEEK_SET);
    EXPECT_EQ(input->read(bytes, sizeof bytes), 0U) << offset;
    input->seek(offset, SEEK_CUR);
    EXPECT_EQ(input->read(bytes, sizeof bytes), 0U) << offset;
    EXPECT_GE(input->tell(), 0);
  }
}

TEST_F(PdfInputTest, GivesNothingFromBesideThePdf) {
  EXPECT_EQ(pdf_->at(-3, 5), "");
  EXPECT_EQ(pdf_->at(static_cast<long long>(text_.size()) - 2, 10), text_.substr(text_.size() - 2));
  EXPECT_EQ(pdf_->at(static_cast<long long>(text_.size()), 10), "");
  EXPECT_THROW(input_source_of(*pdf_)->seek(-1, SEEK_SET), std::runtime_error);
}

/// A PDF that is all zeros.
class ZeroPdf : public PdfBytes {
 public:
  explicit ZeroPdf(long long size) : PdfBytes("big.pdf", size) {}

 private:
  std::size_t read_inside(std::uint64_t, std::span<std::uint8_t> out) const override {
    return out.size();
  }
};

TEST(PdfBytesTest, OneThatIsTooLargeIsNotTakenIntoMemory) {
  EXPECT_THROW(ZeroPdf(kPdfInMemoryBytesMax + 1).all(), Error);
  EXPECT_THROW(ZeroPdf(16LL << 30).all(), Error);
  EXPECT_EQ(ZeroPdf(1000).all().size(), 1000U);
}

}  // namespace
}  // namespace sohoa
