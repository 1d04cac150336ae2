#include "tests/package/pdf_sample.h"

#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>

#include "pipeline/base/digest.h"
#include "pipeline/base/text.h"

namespace sohoa::test {

namespace {

constexpr int kWidth = 827, kHeight = 1169;  // A4 at 100 dpi

Bytes deflated(const Bytes& bytes) {
  Pl_Buffer result("deflated");
  Pl_Flate flate("deflate", &result, Pl_Flate::a_deflate);
  flate.write(bytes.data(), bytes.size());
  flate.finish();
  const std::shared_ptr<Buffer> buffer = result.getBufferSharedPointer();
  return Bytes(buffer->getBuffer(), buffer->getBuffer() + buffer->getSize());
}

MasterImage stored(int width, int height, ColorSpace space, const Bytes& pixels) {
  MasterImage image;
  image.codec = Codec::kFlate;
  image.bytes = deflated(pixels);
  image.width = width;
  image.height = height;
  image.color_space = space;
  image.sha256 = sha256_of(image.bytes);
  return image;
}

Line line_at(double top, const std::string& text) {
  constexpr double kLetter = 8, kHigh = 14;
  Line line;
  double left = 80;
  for (const std::string& word : split_words(text)) {
    const double width = kLetter * static_cast<double>(to_code_points(word).size());
    line.words.push_back({word, {left, top, left + width, top + kHigh}, 0.9});
    line.box = bounds(line.box, line.words.back().box);
    left += width + kLetter;
  }
  line.baseline_start = {line.box.left, top + kHigh - 3};
  line.baseline_end = {line.box.right, top + kHigh - 3};
  line.x_height = 7;
  return line;
}

}  // namespace

MasterImage stored_image(const Image& pixels) {
  return stored(pixels.width, pixels.height,
                pixels.channels == 3 ? ColorSpace::kRgb : ColorSpace::kGrey, pixels.data);
}

MasterImage plain_image(int width, int height, ColorSpace space, const Bytes& pixel) {
  Bytes pixels;
  for (int i = 0; i < width * height; ++i) pixels.insert(pixels.end(), pixel.begin(), pixel.end());
  return stored(width, height, space, pixels);
}

ScannedPage sample_page() {
  Bytes pixels(static_cast<std::size_t>(kWidth) * kHeight, 0xF0);
  for (int y = 100; y < 120; ++y) {
    for (int x = 80; x < 500; ++x) pixels[static_cast<std::size_t>(y) * kWidth + x] = 0x20;
  }
  ScannedPage page;
  page.source = {"scan.png", 1};
  page.master = stored(kWidth, kHeight, ColorSpace::kGrey, pixels);
  page.dpi = {100, 100};
  page.size = {kWidth * 0.72, kHeight * 0.72};
  page.placement = {page.size.width_pt, 0, 0, page.size.height_pt, 0, 0};
  page.pixels_to_points = {0.72, 0, 0, -0.72, 0, page.size.height_pt};
  return page;
}

TextPage sample_text() {
  TextPage text;
  text.width = kWidth;
  text.height = kHeight;
  text.dpi = {100, 100};
  text.blocks.push_back({BlockKind::kText, {}, {}});
  text.blocks.push_back({BlockKind::kText, {}, {}});
  text.blocks[0].lines = {line_at(100, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                          line_at(130, "Độc lập - Tự do - Hạnh phúc")};
  text.blocks[1].lines = {line_at(200, "Họ và tên: Nguyễn Thị Ỷ Ỵ ẵ ỡ ữ"),
                          line_at(230, "Số: 12/QĐ-UBND 𠀋 № “đơn”")};
  return text;
}

PdfSettings sample_settings() {
  PdfSettings settings;
  settings.title = "Đơn & <tờ khai>";
  settings.job_time = "2026-11-23T10:00:00+07:00";
  settings.producer = "sohoa 0.1.0";
  return settings;
}

}  // namespace sohoa::test
