#include "pipeline/package/pdf/pdf_icc.h"
#include "tests/acquire/jpeg2000_files.h"
#include "tests/acquire/jpeg_files.h"
#include "tests/acquire/pdf_files.h"
#include "tests/acquire/pdf_streams.h"
#include "tests/zoo/animals.h"

namespace sohoa::test {

namespace {

constexpr int kWidth = 96, kHeight = 64;

Image grey() { return picture(1, kWidth, kHeight); }
Image colour() { return picture(3, kWidth, kHeight); }
Image bilevel() { return bilevel_picture(kWidth, kHeight); }

const std::string kRgb = "/ColorSpace /DeviceRGB /BitsPerComponent 8 ";
const std::string kGrey = "/ColorSpace /DeviceGray /BitsPerComponent 8 ";
const std::string kBit = "/ColorSpace /DeviceGray /BitsPerComponent 1 ";

Animal of_image(const std::string& name, const std::string& keys, const Bytes& data,
                const std::string& page_keys = "") {
  return {"pdf-image-" + name + ".pdf", image_pdf(colour(), keys, data, page_keys)};
}

/// An image whose colour space needs objects of its own.
Animal in_space(const std::string& name, int components, const std::string& space,
                const std::string& keys = "") {
  const Bytes samples = components == 1 ? grey().data : picture(components, kWidth, kHeight).data;
  return of_image(name, "/BitsPerComponent 8 /ColorSpace " + space + ' ' + keys, samples);
}

void add_codings(Animals& animals) {
  animals.push_back(of_image("jpeg", kRgb + "/Filter /DCTDecode", write_jpeg(colour())));
  animals.push_back(of_image("jpeg-in-hexadecimal", kRgb + "/Filter [/ASCIIHexDecode /DCTDecode]",
                             hexadecimal(write_jpeg(colour()))));
  animals.push_back(of_image("jpeg-not-transformed",
                             kRgb + "/Filter /DCTDecode /DecodeParms << /ColorTransform 0 >>",
                             write_jpeg(colour())));
  animals.push_back(of_image("jpeg2000", "/Filter /JPXDecode", write_jpeg2000(colour())));
  animals.push_back(
      of_image("jpeg2000-with-space", kRgb + "/Filter /JPXDecode", write_jpeg2000(colour())));
  Jpeg2000Options bare;
  bare.bare = true;
  animals.push_back(
      of_image("jpeg2000-bare", kRgb + "/Filter /JPXDecode", write_jpeg2000(colour(), bare)));
  const std::string fax_keys =
      kBit + "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns " + std::to_string(kWidth);
  animals.push_back(of_image("fax", fax_keys + " >>", fax(bilevel()).bytes));
  animals.push_back(
      of_image("fax-black-is-1", fax_keys + " /BlackIs1 true >>", fax(bilevel()).bytes));
  animals.push_back(of_image("jbig2", kBit + "/Filter /JBIG2Decode", jbig2(bilevel())));
  animals.push_back(of_image("flate", kRgb + "/Filter /FlateDecode", zlib(colour().data)));
  animals.push_back(of_image("plain", kRgb, colour().data));
  Bytes runs;
  const Image image = grey();
  for (int y = 0; y < kHeight; ++y) {
    runs.push_back(kWidth - 1);
    runs.insert(runs.end(), image.row(y), image.row(y) + kWidth);
  }
  runs.push_back(128);
  animals.push_back(of_image("run-length", kGrey + "/Filter /RunLengthDecode", runs));
  animals.push_back(
      of_image("hexadecimal", kGrey + "/Filter /ASCIIHexDecode", hexadecimal(grey().data)));
}

void add_spaces(Animals& animals) {
  animals.push_back(
      in_space("indexed-string", 1, "[/Indexed /DeviceRGB 1 <FF000000FF00>]", "/Decode [0 1]"));
  // Poppler does not adapt the white of these two.
  animals.push_back(
      in_space("cal-grey", 1, "[/CalGray << /WhitePoint [0.95 1 1.09] /Gamma 2.2 >>]"));
  animals.back().picture = grey();
  animals.push_back(
      in_space("cal-rgb", 3,
               "[/CalRGB << /WhitePoint [0.9505 1 1.089] /Gamma [2.2 2.2 2.2] /Matrix "
               "[0.4124 0.2126 0.0193 0.3576 0.7152 0.1192 0.1805 0.0722 0.9505] >>]"));
  animals.back().picture = colour();
  animals.push_back(in_space("cal-grey-linear", 1, "[/CalGray << /WhitePoint [0.95 1 1.09] >>]"));
  animals.push_back(in_space("cal-rgb-xyz", 3, "[/CalRGB << /WhitePoint [0.95 1 1.09] >>]"));
  animals.push_back(in_space("lab", 3, "[/Lab << /WhitePoint [0.96 1 0.82] >>]"));
  const std::string to_rgb =
      " << /FunctionType 2 /Domain [0 1] /C0 [1 1 1] /C1 [0.7 0 0.1] /N 1 >>";
  animals.push_back(in_space("separation", 1, "[/Separation /Red /DeviceRGB" + to_rgb + "]"));
  animals.push_back(in_space("device-n", 1, "[/DeviceN [/Red] /DeviceRGB" + to_rgb + "]"));
  animals.push_back(in_space("decode-turned", 1, "/DeviceGray", "/Decode [1 0]"));
  animals.push_back(in_space("decode-of-colour", 3, "/DeviceRGB", "/Decode [1 0 0 1 0.2 0.8]"));
  Bytes pairs;
  for (const std::uint8_t value : colour().data) pairs.insert(pairs.end(), {value, value});
  animals.push_back(of_image("16-bits", "/ColorSpace /DeviceRGB /BitsPerComponent 16", pairs));
  animals.push_back(of_image("2-bits", "/ColorSpace /DeviceGray /BitsPerComponent 2",
                             cut_short(grey().data, 0.25)));
  animals.push_back(of_image("4-bits", "/ColorSpace /DeviceGray /BitsPerComponent 4",
                             cut_short(grey().data, 0.5)));
  Bytes inks;
  for (std::size_t i = 0; i < colour().data.size(); ++i) {
    inks.push_back(static_cast<std::uint8_t>(colour().data[i] / 2));
    if (i % 3 == 2) inks.push_back(10);
  }
  animals.push_back(of_image("cmyk", "/ColorSpace /DeviceCMYK /BitsPerComponent 8", inks));
  animals.back().mean_max = 25;
}

/// /Im in an ICC space.
Animal profiled(const std::string& name, const Bytes& profile, int components, int stated) {
  PdfBuilder pdf;
  const Image image = colour();
  QPDFObjectHandle made = pdf.image("Im", size_keys(image) + "/BitsPerComponent 8",
                                    components == 1 ? grey().data : image.data);
  QPDFObjectHandle space = PdfBuilder::parse("[/ICCBased]");
  space.appendItem(pdf.stream("/N " + std::to_string(stated), profile));
  made.getDict().replaceKey("/ColorSpace", space);
  return {"pdf-image-" + name + ".pdf", pdf.show(shown(image), media_box(image)).bytes()};
}

/// /Im with a mask of its own.
Animal masked(const std::string& name, const std::string& key, const std::string& mask_keys,
              const Bytes& mask, const std::string& below = "") {
  PdfBuilder pdf;
  const Image image = colour();
  QPDFObjectHandle made = pdf.image("Im", size_keys(image) + kRgb, image.data);
  made.getDict().replaceKey(
      key, pdf.stream("/Type /XObject /Subtype /Image " + size_keys(image) + mask_keys, mask));
  return {"pdf-image-" + name + ".pdf", pdf.show(below + shown(image), media_box(image)).bytes()};
}

void add_masks(Animals& animals) {
  animals.push_back(masked("soft-mask", "/SMask", kGrey, grey().data));
  animals.push_back(
      masked("soft-mask-over-red", "/SMask", kGrey, grey().data, "1 0 0 rg 0 0 96 64 re f "));
  animals.push_back(
      masked("mask", "/Mask", "/ImageMask true /BitsPerComponent 1", packed_bits(bilevel())));
  animals.push_back(of_image("colour-key", kGrey + "/Mask [0 60]", grey().data));
  animals.push_back(
      of_image("stencil", "/ImageMask true /BitsPerComponent 1", packed_bits(bilevel())));
  animals.push_back(of_image("stencil-turned", "/ImageMask true /BitsPerComponent 1 /Decode [1 0]",
                             packed_bits(bilevel())));
  for (Animal& animal : animals) {
    if (animal.name.find("-stencil") != std::string::npos) animal.far_max = 0.03;
    if (animal.name.find("-image-mask") != std::string::npos) animal.far_max = 0.03;
  }
  PdfBuilder red;
  red.image("Im", size_keys(bilevel()) + "/ImageMask true", packed_bits(bilevel()));
  animals.push_back({"pdf-image-stencil-red.pdf",
                     red.show("1 0 0 rg " + shown(bilevel()), media_box(bilevel())).bytes()});
  animals.back().far_max = 0.03;
  PdfBuilder within;
  const std::string data(as_text(hexadecimal(grey().data)));
  within.show("q 96 0 0 64 0 0 cm BI /W 96 /H 64 /CS /G /BPC 8 /F /AHx ID " + data + " EI Q",
              media_box(grey()));
  animals.push_back({"pdf-image-inline.pdf", within.bytes()});
}

}  // namespace

Animals pdf_image_animals() {
  Animals animals;
  add_codings(animals);
  add_spaces(animals);
  animals.push_back(profiled("icc-version-4", srgb_profile(), 3, 3));
  animals.push_back(profiled("icc-version-2", srgb_profile(IccVersion::k2), 3, 3));
  animals.push_back(profiled("icc-nonsense", Bytes(900, 3), 3, 3));
  animals.push_back(profiled("icc-of-cmyk-on-grey", plain_cmyk_profile(), 1, 1));
  animals.back().picture = grey();  // whatever the profile says of other inks
  add_masks(animals);
  return animals;
}

}  // namespace sohoa::test
