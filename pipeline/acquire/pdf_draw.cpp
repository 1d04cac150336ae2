#include "pipeline/acquire/pdf_draw.h"

#include <cmath>
#include <cstdio>
#include <qpdf/QPDFWriter.hh>
#include <utility>

#include "pipeline/acquire/flate.h"
#include "pipeline/acquire/jpeg.h"
#include "pipeline/acquire/pnm.h"
#include "pipeline/base/digest.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"

namespace sohoa {

namespace {

constexpr std::uint64_t kMemoryBytesMax = 3ULL << 30;
constexpr std::uint64_t kHeaderBytesMax = 1 << 10;
constexpr std::uint64_t kDocumentPixelsMax = 200'000'000;
constexpr int kDrawingQuality = 90;

std::string absolute_name(const std::filesystem::path& file) {
  return std::filesystem::absolute(file).string();  // a name may begin with a dash
}

std::vector<Image> run_pdftoppm(const DecodeTask& task, std::vector<std::string> command,
                                std::uint64_t pixel_count, int seconds_max) {
  ProcessLimits limits;
  limits.seconds_max = seconds_max;
  limits.memory_bytes_max = kMemoryBytesMax;
  limits.output_bytes_max = pixel_count * 3 + kHeaderBytesMax;
  command.insert(command.begin(), "pdftoppm");
  const ProcessResult result = run_process(command, limits);
  if (result.timed_out) {
    throw Error(ExitCode::kInput, task.subject,
                "drawing it takes longer than " + std::to_string(seconds_max) + " s",
                "raise the time limit, or print the page to a new PDF");
  }
  if (result.exit_code != 0 || result.output_too_large || result.output.empty()) {
    throw damaged(task, "the page cannot be drawn");
  }
  return decode_raw_pnms(task, as_bytes(result.output));
}

std::string number_text(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", value);
  return text;
}

Image without_needless_colour(Image image) {
  if (image.channels == 1) return image;
  for (std::size_t i = 0; i < image.data.size(); i += 3) {
    if (image.data[i] != image.data[i + 1] || image.data[i] != image.data[i + 2]) return image;
  }
  for (std::size_t i = 0; i < image.data.size() / 3; ++i) image.data[i] = image.data[3 * i];
  image.data.resize(image.data.size() / 3);
  image.data.shrink_to_fit();
  image.channels = 1;
  return image;
}

QPDFObjectHandle number_array(const std::vector<double>& numbers) {
  QPDFObjectHandle array = QPDFObjectHandle::newArray();
  for (const double number : numbers) array.appendItem(QPDFObjectHandle::newReal(number, 6));
  return array;
}

/// An image XObject of a bilevel master.
QPDFObjectHandle image_object(QPDF& document, const MasterImage& master) {
  QPDFObjectHandle image =
      QPDFObjectHandle::newStream(&document, std::string(as_text(master.bytes)));
  QPDFObjectHandle dictionary = image.getDict();
  QPDFObjectHandle parameters = QPDFObjectHandle::newDictionary();
  dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
  dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
  dictionary.replaceKey("/Width", QPDFObjectHandle::newInteger(master.width));
  dictionary.replaceKey("/Height", QPDFObjectHandle::newInteger(master.height));
  dictionary.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(1));
  dictionary.replaceKey("/ColorSpace", QPDFObjectHandle::newName("/DeviceGray"));
  if (!master.decode.empty()) dictionary.replaceKey("/Decode", number_array(master.decode));
  if (master.codec == Codec::kJbig2) {
    dictionary.replaceKey("/Filter", QPDFObjectHandle::newName("/JBIG2Decode"));
    if (!master.jbig2_globals.empty()) {
      parameters.replaceKey("/JBIG2Globals",
                            document.makeIndirectObject(QPDFObjectHandle::newStream(
                                &document, std::string(as_text(master.jbig2_globals)))));
    }
  } else {
    dictionary.replaceKey("/Filter", QPDFObjectHandle::newName("/CCITTFaxDecode"));
    parameters.replaceKey("/K", QPDFObjectHandle::newInteger(master.ccitt.k));
    parameters.replaceKey("/Columns", QPDFObjectHandle::newInteger(master.width));
    parameters.replaceKey("/Rows", QPDFObjectHandle::newInteger(master.height));
    parameters.replaceKey("/BlackIs1", QPDFObjectHandle::newBool(master.ccitt.black_is_1));
    parameters.replaceKey("/EncodedByteAlign",
                          QPDFObjectHandle::newBool(master.ccitt.encoded_byte_align));
  }
  dictionary.replaceKey("/DecodeParms", parameters);
  return image;
}

/// A matrix that Poppler draws pixel for pixel: it widens an image that ends on a pixel's edge by
/// one more pixel.
std::string exact_matrix(const MasterImage& master) {
  char text[120];
  std::snprintf(text, sizeof text, "%.2f 0 0 %.2f 0.01 0.01 cm", master.width - 0.02,
                master.height - 0.02);
  return text;
}

/// A document of one page, a point a pixel.
void write_image_document(const MasterImage& master, const std::filesystem::path& path) {
  QPDF document;
  document.emptyPDF();
  QPDFObjectHandle objects = QPDFObjectHandle::newDictionary();
  objects.replaceKey("/Image", image_object(document, master));
  QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
  resources.replaceKey("/XObject", objects);
  QPDFObjectHandle page = QPDFObjectHandle::newDictionary();
  page.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
  page.replaceKey("/MediaBox", number_array({0, 0, static_cast<double>(master.width),
                                             static_cast<double>(master.height)}));
  page.replaceKey("/Resources", resources);
  page.replaceKey("/Contents",
                  QPDFObjectHandle::newStream(&document, exact_matrix(master) + " /Image Do\n"));
  document.addPage(document.makeIndirectObject(page), false);
  QPDFWriter writer(document, path.c_str());
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.setDecodeLevel(qpdf_dl_none);
  writer.write();
}

}  // namespace

Image draw_page(const DecodeTask& task, const std::filesystem::path& file, int number,
                const PdfPage& page, const DrawLimits& limits) {
  const PageSize size = page.shown_size();
  const auto width = static_cast<std::uint64_t>(std::ceil(size.width_pt / 72 * limits.dpi));
  const auto height = static_cast<std::uint64_t>(std::ceil(size.height_pt / 72 * limits.dpi));
  check_size(task, width, height);
  const std::string page_number = std::to_string(number);
  // Poppler takes a unit for a point.
  std::vector<Image> drawing =
      run_pdftoppm(task,
                   {"-r", number_text(limits.dpi * page.user_unit), "-f", page_number, "-l",
                    page_number, "-cropbox", absolute_name(file)},
                   (width + 2) * (height + 2), limits.seconds_max);
  return without_needless_colour(std::move(drawing.front()));
}

std::vector<Image> draw_document(const DecodeTask& task, const std::filesystem::path& file,
                                 const DrawLimits& limits) {
  return run_pdftoppm(task, {"-r", number_text(limits.dpi), absolute_name(file)},
                      kDocumentPixelsMax, limits.seconds_max);
}

Image draw_image(const DecodeTask& task, const MasterImage& master, int seconds_max) {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "image.pdf";
  write_image_document(master, path);
  const std::uint64_t pixel_count =
      static_cast<std::uint64_t>(master.width) * static_cast<std::uint64_t>(master.height);
  std::vector<Image> drawing =
      run_pdftoppm(task, {"-r", "72", "-gray", absolute_name(path)}, pixel_count, seconds_max);
  if (drawing.front().width != master.width || drawing.front().height != master.height) {
    throw damaged(task, "image data cannot be decoded");
  }
  return std::move(drawing.front());
}

MasterImage store_drawing(const Image& drawing) {
  MasterImage master;
  master.width = drawing.width;
  master.height = drawing.height;
  if (drawing.channels == 1) return store_flate(std::move(master), drawing.data);
  master.codec = Codec::kJpeg;
  master.color_space = ColorSpace::kRgb;
  master.bytes = encode_jpeg(drawing, kDrawingQuality);
  master.sha256 = sha256_of(master.bytes);
  return master;
}

}  // namespace sohoa
