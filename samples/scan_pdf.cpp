#include "samples/scan_pdf.h"

#include <cerrno>
#include <cstdio>

#include "pipeline/base/error.h"
#include "samples/encode.h"

namespace sohoa {

namespace {

constexpr int kCatalog = 1;
constexpr int kPages = 2;
constexpr int kObjectsPerPage = 3;  // page, contents, image

int page_object(int index) { return 3 + index * kObjectsPerPage; }

std::string points(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

std::string reference(int number) { return std::to_string(number) + " 0 R"; }

}  // namespace

ScanPdf::ScanPdf(const std::filesystem::path& target)
    : target_(target), file_(target, std::ios::binary | std::ios::trunc) {
  write("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n");
}

void ScanPdf::add(const Scan& page) {
  const bool bilevel = page.wear.tone == Tone::kBilevel;
  const Image& image = page.pixels;
  const Bytes data =
      bilevel ? group4_of(image) : jpeg_of(image, page.wear.dpi, page.wear.jpeg_quality);
  const int number = page_object(pages_++);
  const std::string width = points(page.size.width_pt), height = points(page.size.height_pt);
  begin_object(number);
  write("<< /Type /Page /Parent " + reference(kPages) + " /MediaBox [0 0 " + width + " " + height +
        "] /Contents " + reference(number + 1) + " /Resources << /XObject << /Im " +
        reference(number + 2) + " >> >> >>\nendobj\n");
  const std::string contents = "q " + width + " 0 0 " + height + " 0 0 cm /Im Do Q";
  begin_object(number + 1);
  write("<< /Length " + std::to_string(contents.size()) + " >>\nstream\n" + contents +
        "\nendstream\nendobj\n");
  begin_object(number + 2);
  write("<< /Type /XObject /Subtype /Image /Width " + std::to_string(image.width) + " /Height " +
        std::to_string(image.height) + " /BitsPerComponent " + (bilevel ? "1" : "8") +
        " /ColorSpace " + (image.channels == 3 ? "/DeviceRGB" : "/DeviceGray") + " /Filter " +
        (bilevel ? "/CCITTFaxDecode /DecodeParms << /K -1 /Columns " + std::to_string(image.width) +
                       " /Rows " + std::to_string(image.height) + " >>"
                 : "/DCTDecode") +
        " /Length " + std::to_string(data.size()) + " >>\nstream\n");
  file_.write(reinterpret_cast<const char*>(data.data()),
              static_cast<std::streamsize>(data.size()));
  write("\nendstream\nendobj\n");
}

void ScanPdf::finish() {
  std::string kids;
  for (int i = 0; i < pages_; ++i) kids += reference(page_object(i)) + " ";
  begin_object(kCatalog);
  write("<< /Type /Catalog /Pages " + reference(kPages) + " >>\nendobj\n");
  begin_object(kPages);
  write("<< /Type /Pages /Count " + std::to_string(pages_) + " /Kids [" + kids + "] >>\nendobj\n");
  const std::streamoff table = file_.tellp();
  write("xref\n0 " + std::to_string(offsets_.size() + 1) + "\n0000000000 65535 f \n");
  for (const std::streamoff offset : offsets_) {
    char row[24];
    std::snprintf(row, sizeof row, "%010lld 00000 n \n", static_cast<long long>(offset));
    write(row);
  }
  write("trailer\n<< /Size " + std::to_string(offsets_.size() + 1) + " /Root " +
        reference(kCatalog) + " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n");
  file_.close();
  if (file_.fail()) throw output_error(target_.string(), errno);
}

void ScanPdf::begin_object(int number) {
  if (offsets_.size() < static_cast<std::size_t>(number)) {
    offsets_.resize(static_cast<std::size_t>(number));
  }
  offsets_[static_cast<std::size_t>(number - 1)] = file_.tellp();
  write(std::to_string(number) + " 0 obj\n");
}

void ScanPdf::write(const std::string& text) {
  file_.write(text.data(), static_cast<std::streamsize>(text.size()));
}

}  // namespace sohoa
