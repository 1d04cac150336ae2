#include "tests/acquire/jpeg_files.h"
#include "tests/acquire/pdf_files.h"
#include "tests/acquire/pdf_streams.h"

namespace sohoa::test {
namespace {

void expect_original(const ScannedPage& page, Codec codec, const Bytes& stream) {
  EXPECT_FALSE(page.drawn);
  EXPECT_TRUE(page.master.original);
  EXPECT_EQ(page.master.codec, codec);
  EXPECT_TRUE(page.master.bytes == stream);
  EXPECT_EQ(page.master.sha256, sha256_of(stream));
}

TEST(PdfImage, AJpegIsTakenOutAsItIs) {
  const Image image = picture(3);
  const Bytes jpeg = write_jpeg(image);
  const ScannedPage page =
      load(image_pdf(image, "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", jpeg));
  expect_original(page, Codec::kJpeg, jpeg);
  EXPECT_LE(difference(page.pixels, image), 12);
  EXPECT_NEAR(page.dpi.x, 72, 1e-6);
}

TEST(PdfImage, AJpegWithinAnotherFilterIsUnwrapped) {
  const Image image = picture(3);
  const Bytes jpeg = write_jpeg(image);
  for (const bool deflated : {true, false}) {
    const std::string outer = deflated ? "/FlateDecode" : "/ASCIIHexDecode";
    const ScannedPage page = load(image_pdf(
        image, "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [" + outer + " /DCTDecode]",
        deflated ? zlib(jpeg) : hexadecimal(jpeg)));
    expect_original(page, Codec::kJpeg, jpeg);
  }
}

TEST(PdfImage, InvertedCmykFollowsTheDecodeArray) {
  Image image;
  image.width = 16;
  image.height = 16;
  JpegOptions options;
  options.stored = JCS_CMYK;
  const Bytes white = write_jpeg(Bytes(16 * 16 * 4, 255), 16, 16, 4, options);
  const std::string keys = "/ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /DCTDecode ";
  const ScannedPage page = load(image_pdf(image, keys + "/Decode [1 0 1 0 1 0 1 0]", white));
  EXPECT_EQ(page.pixels.data[0], 255);
  EXPECT_EQ(load(image_pdf(image, keys, white)).pixels.data[0], 0);
}

TEST(PdfImage, FaxIsBlackOnWhiteWhicheverWayItIsSaid) {
  const Image image = bilevel_picture();
  const Bytes data = fax(image).bytes;
  const std::string keys = "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode ";
  const std::string columns = "/K -1 /Columns " + std::to_string(image.width);
  const ScannedPage plain =
      load(image_pdf(image, keys + "/DecodeParms << " + columns + " >>", data));
  expect_original(plain, Codec::kCcitt, data);
  EXPECT_EQ(difference(plain.pixels, image), 0);
  const ScannedPage twice_turned = load(image_pdf(
      image, keys + "/Decode [1 0] /DecodeParms << /BlackIs1 true " + columns + " >>", data));
  EXPECT_EQ(difference(twice_turned.pixels, image), 0);
  const ScannedPage mask = load(image_pdf(
      image, "/ImageMask true /Filter /CCITTFaxDecode /DecodeParms << " + columns + " >>", data));
  expect_original(mask, Codec::kCcitt, data);
  EXPECT_EQ(difference(mask.pixels, image), 0);
}

TEST(PdfImage, AStencilOfAnotherColourIsDrawn) {
  const Image image = bilevel_picture();
  PdfBuilder pdf;
  pdf.image("Im", size_keys(image) + "/ImageMask true", packed_bits(image));
  EXPECT_TRUE(load(pdf.show("1 0 0 rg " + shown(image), media_box(image)).bytes()).drawn);
}

TEST(PdfImage, DeflatedSamplesAreTakenOutWithOrWithoutPredictor) {
  const Image image = picture(3);
  const std::string keys = "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode ";
  const Bytes plain = zlib(image.data);
  const ScannedPage page = load(image_pdf(image, keys, plain));
  expect_original(page, Codec::kFlate, plain);
  EXPECT_EQ(page.master.flate.predictor, 1);
  EXPECT_EQ(difference(page.pixels, image), 0);

  Bytes filtered;
  for (int y = 0; y < image.height; ++y) {
    filtered.push_back(1);
    for (std::size_t i = 0; i < image.stride(); ++i) {
      filtered.push_back(
          static_cast<std::uint8_t>(image.row(y)[i] - (i < 3 ? 0 : image.row(y)[i - 3])));
    }
  }
  const ScannedPage predicted = load(image_pdf(
      image, keys + "/DecodeParms << /Predictor 15 /Colors 3 /Columns 48 >>", zlib(filtered)));
  EXPECT_TRUE(predicted.master.original);
  EXPECT_EQ(predicted.master.flate.predictor, 15);
  EXPECT_EQ(difference(predicted.pixels, image), 0);
}

TEST(PdfImage, OtherFiltersAreStoredAgain) {
  const Image image = picture(1);
  const std::string keys = "/ColorSpace /DeviceGray /BitsPerComponent 8 ";
  for (const auto& [filter, data] :
       {std::pair<std::string, Bytes>{"", image.data},
        {"/Filter /ASCIIHexDecode", hexadecimal(image.data)},
        {"/Filter [/ASCIIHexDecode /FlateDecode]", hexadecimal(zlib(image.data))}}) {
    const ScannedPage page = load(image_pdf(image, keys + filter, data));
    EXPECT_FALSE(page.drawn);
    EXPECT_FALSE(page.master.original);
    EXPECT_EQ(difference(page.pixels, image), 0) << filter;
    EXPECT_EQ(difference(decoded_master(page), image), 0);
  }
}

TEST(PdfImage, IndexedAndProfiledColoursAreKept) {
  const Image image = picture(1, 4, 1);
  const Bytes indexes = {0x1B};  // 0 1 2 3
  const ScannedPage page = load(image_pdf(
      image, "/BitsPerComponent 2 /ColorSpace [/Indexed /DeviceRGB 3 <FF000000FF000000FF0A141E>]",
      indexes));
  EXPECT_EQ(page.master.color_space, ColorSpace::kIndexed);
  EXPECT_EQ(page.pixels.data, (Bytes{255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30}));
  const ScannedPage cmyk = load(image_pdf(
      image, "/BitsPerComponent 2 /ColorSpace [/Indexed /DeviceCMYK 1 <00000000000000FF>]",
      indexes));
  EXPECT_EQ(cmyk.pixels.data, (Bytes{255, 0, 0, 0}));
}

TEST(PdfImage, WhatAMasterCannotSayIsDrawn) {
  const Image image = picture(1);
  const std::string keys = "/BitsPerComponent 8 /ColorSpace ";
  for (const std::string colours :
       {"[/Separation /Spot /DeviceGray << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>]",
        "/DeviceGray /Mask [0 3]", "/NoSuchSpace"}) {
    const ScannedPage page = load(image_pdf(image, keys + colours, image.data));
    EXPECT_TRUE(page.drawn) << colours;
    EXPECT_FALSE(page.pixels.empty());
  }
}

TEST(PdfImage, Jbig2IsTakenOutAndReadByPoppler) {
  const Image image = bilevel_picture();
  const Bytes data = jbig2(image);
  const ScannedPage page = load(
      image_pdf(image, "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode", data));
  expect_original(page, Codec::kJbig2, data);
  EXPECT_EQ(difference(page.pixels, image), 0);
}

TEST(PdfImage, CutDataAreErrors) {
  const Image image = picture(3, 200, 150);
  const Bytes jpeg = write_jpeg(image);
  EXPECT_EQ(
      failure(image_pdf(image, "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
                        cut_short(jpeg, 0.6))),
      "scan: image data ends early; scan the page again");
  EXPECT_EQ(
      failure(image_pdf(image, "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode",
                        cut_short(zlib(image.data), 0.6))),
      "scan: image data ends early; scan the page again");
  EXPECT_EQ(failure(image_pdf(image, "/ColorSpace /DeviceRGB /BitsPerComponent 8",
                              cut_short(image.data, 0.6))),
            "scan: image data ends early; scan the page again");
}

TEST(PdfImage, ABombIsRefusedByItsHeader) {
  PdfBuilder pdf;
  pdf.image("Im",
            "/Width 90000 /Height 90000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter "
            "/FlateDecode",
            zlib(Bytes(1000, 0)));
  const Bytes file = pdf.show("q 600 0 0 800 0 0 cm /Im Do Q", "/MediaBox [0 0 600 800]").bytes();
  EXPECT_NE(failure(file).find("--max-image-mpixels 8100"), std::string::npos);
}

}  // namespace
}  // namespace sohoa::test
