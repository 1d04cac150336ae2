#include "tests/acquire/jpeg_files.h"
#include "tests/acquire/pdf_files.h"
#include "tests/zoo/animals.h"

namespace sohoa::test {

namespace {

constexpr int kWidth = 96, kHeight = 64;

const std::string kRgb = "/ColorSpace /DeviceRGB /BitsPerComponent 8 ";

Image colour() { return picture(3, kWidth, kHeight); }

/// The picture on a page of these keys, drawn by this content.
Animal page(const std::string& name, const std::string& content, const std::string& keys) {
  PdfBuilder pdf;
  pdf.image("Im", size_keys(colour()) + kRgb, colour().data);
  return {"pdf-page-" + name + ".pdf", pdf.show(content, keys).bytes()};
}

std::string box(double width, double height) {
  return "/MediaBox [0 0 " + std::to_string(width) + ' ' + std::to_string(height) + "] ";
}

std::string filling(double width, double height) {
  return "q " + std::to_string(width) + " 0 0 " + std::to_string(height) + " 0 0 cm /Im Do Q ";
}

void add_placements(Animals& animals) {
  for (const int rotate : {90, 180, 270}) {
    animals.push_back(page("turned-" + std::to_string(rotate), filling(96, 64),
                           box(96, 64) + "/Rotate " + std::to_string(rotate)));
  }
  animals.push_back(page("mirrored", "q -96 0 0 64 96 0 cm /Im Do Q", box(96, 64)));
  animals.push_back(page("skewed", "q 90 8 -8 60 7 0 cm /Im Do Q", box(96, 64)));
  animals.push_back(page("slanted", "q 60 0 30 64 0 0 cm /Im Do Q", box(96, 64)));
  animals.push_back(page("user-unit", filling(96, 64), box(96, 64) + "/UserUnit 2.5"));
  animals.push_back(page("crop-box", filling(96, 64), box(96, 64) + "/CropBox [10 8 70 60]"));
  animals.push_back(
      page("crop-box-beyond", filling(96, 64), box(96, 64) + "/CropBox [-9 -9 70 64]"));
  animals.push_back(
      page("origin-below-zero", "q 96 0 0 64 -50 -40 cm /Im Do Q", "/MediaBox [-50 -40 46 24]"));
  animals.push_back(page("corners-swapped", filling(96, 64), "/MediaBox [96 64 0 0]"));
  animals.push_back(page("beyond-the-page", "q 192 0 0 128 -50 -30 cm /Im Do Q", box(96, 64)));
  animals.push_back(page("small-scan", "q 48 0 0 32 20 20 cm /Im Do Q", box(96, 64)));
  animals.push_back(
      page("strips", "q 96 0 0 32 0 0 cm /Im Do Q q 96 0 0 32 0 32 cm /Im Do Q", box(96, 64)));
  animals.push_back(page("side-by-side", "q 48 0 0 64 0 0 cm /Im Do Q q 48 0 0 64 48 0 cm /Im Do Q",
                         box(96, 64)));
  animals.push_back(page("clipped", "q 10 10 60 40 re W n " + filling(96, 64) + "Q", box(96, 64)));
  animals.back().far_max = 0.03;
}

void add_sizes(Animals& animals) {
  struct Sheet {
    const char* name;
    double width;
    double height;
  };
  for (const Sheet& sheet : {Sheet{"a5", 420, 595},
                             {"a4-landscape", 842, 595},
                             {"a3", 842, 1191},
                             {"a0", 2384, 3370},
                             {"10-by-10", 10, 10},
                             {"strip", 3, 900},
                             {"14400", 14400, 14400}}) {
    animals.push_back(
        page(sheet.name, filling(sheet.width, sheet.height), box(sheet.width, sheet.height)));
  }
}

/// A page of 20 m: PDF/A-2 takes it by a user unit, which PDF/A-1 does not know.
Animal roll() {
  Animal animal = page("roll", filling(400, 10000), box(400, 10000) + "/UserUnit 5.67");
  animal.refusal = "larger than 5.08 m";
  animal.only_by_part_one = true;
  return animal;
}

Animal of_mixed_sizes() {
  PdfBuilder pdf;
  pdf.image("Im", size_keys(colour()) + kRgb, colour().data);
  pdf.show(filling(595, 842), box(595, 842));
  pdf.show(filling(842, 1191), box(842, 1191));
  pdf.show(filling(420, 298), box(420, 298) + "/Rotate 90");
  return {"pdf-page-mixed-sizes.pdf", pdf.bytes()};
}

Animal in_forms() {
  PdfBuilder pdf;
  QPDFObjectHandle scan =
      pdf.stream("/Type /XObject /Subtype /Image " + size_keys(colour()) + kRgb, colour().data);
  QPDFObjectHandle inner =
      pdf.form("In", "/BBox [0 0 1 1] /Matrix [96 0 0 64 0 0] /Resources << /XObject << >> >>",
               "q /Im Do Q");
  inner.getDict().getKey("/Resources").getKey("/XObject").replaceKey("/Im", scan);
  pdf.form("Out", "/BBox [0 0 96 64] /Group << /S /Transparency /CS /DeviceRGB >>",
           "q 1 0 0 1 0 0 cm /In Do Q");
  return {"pdf-page-nested-forms.pdf", pdf.show("/Out Do", box(96, 64)).bytes()};
}

/// A scan of A4 with something over it.
Animal stamped(const std::string& name, const std::string& content,
               const std::string& annotation = "", const std::string& appearance = "",
               const std::string& page_keys = "") {
  PdfBuilder pdf;
  pdf.image("Im", size_keys(colour()) + kRgb, colour().data);
  pdf.resources().getKey("/ExtGState").replaceKey("/Half", PdfBuilder::parse("<< /ca 0.5 >>"));
  pdf.resources()
      .getKey("/ExtGState")
      .replaceKey("/Dark", PdfBuilder::parse("<< /BM /Multiply >>"));
  pdf.show(filling(595, 842) + content, box(595, 842) + page_keys);
  if (!annotation.empty()) pdf.annotate(annotation, "/BBox [0 0 100 60]", appearance);
  return {"pdf-page-" + name + ".pdf", pdf.bytes()};
}

void add_overlays(Animals& animals) {
  const std::string stamp = "1 0 0 rg 0 0 100 12 re f 0 48 100 12 re f ";
  const std::string place = "/Rect [300 500 400 560] /F 4 ";
  animals.push_back(stamped("stamp", "", "/Subtype /Stamp " + place, stamp));
  animals.push_back(
      stamped("stamp-on-turned-page", "", "/Subtype /Stamp " + place, stamp, "/Rotate 90"));
  animals.push_back(stamped("glass", "/Half gs 0 0 1 rg 100 100 150 80 re f"));
  animals.push_back(stamped("opaque-label", "1 1 0 rg 100 100 150 80 re f"));
  animals.push_back(
      stamped("hidden-note", "", "/Subtype /Text /Rect [300 500 400 560] /F 2 ", stamp));
  animals.push_back(stamped(
      "link", "", "/Subtype /Link " + place + "/A << /S /URI /URI (https://example.org) >>", ""));
  // Multiplied ink needs what is below it: an overlay cannot say it.
  animals.push_back(stamped("multiplied", "/Dark gs 1 0 0 rg 100 100 150 80 re f"));
}

}  // namespace

Animals pdf_page_animals() {
  Animals animals;
  add_placements(animals);
  add_sizes(animals);
  animals.push_back(roll());
  animals.push_back(of_mixed_sizes());
  animals.push_back(in_forms());
  add_overlays(animals);
  return animals;
}

}  // namespace sohoa::test
