#include "tests/package/conform/drawn_record.h"

#include <algorithm>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/digest.h"
#include "pipeline/base/text.h"
#include "pipeline/package/package.h"
#include "pipeline/package/pdf/pdf_output.h"
#include "pipeline/package/zip/zip_reader.h"
#include "pipeline/package/zip/zip_writer.h"

namespace sohoa::test {

namespace {

constexpr double kMmPerInch = 25.4;
constexpr char kTime[] = "2026-11-25T09:00:00+07:00";

Bytes deflated(const Bytes& bytes) {
  Pl_Buffer result("deflated");
  Pl_Flate flate("deflate", &result, Pl_Flate::a_deflate);
  flate.write(bytes.data(), bytes.size());
  flate.finish();
  const std::shared_ptr<Buffer> buffer = result.getBufferSharedPointer();
  return Bytes(buffer->getBuffer(), buffer->getBuffer() + buffer->getSize());
}

int px(double mm, double dpi) { return static_cast<int>(mm / kMmPerInch * dpi + 0.5); }

/// One grey bar a fifth as wide as the page, in rows of the upper tenth.
MasterImage image_of(const DrawnPage& page, int number) {
  MasterImage image;
  image.width = px(page.width_mm, page.dpi);
  image.height = px(page.height_mm, page.dpi);
  image.color_space = page.colours;
  const int channels = component_count(page.colours);
  const auto stride = static_cast<std::size_t>(image.width) * channels;
  Bytes pixels(stride * image.height, page.colours == ColorSpace::kCmyk ? 4 : 250);
  const std::uint8_t ink = page.colours == ColorSpace::kCmyk ? 240 : 30;
  for (int y = image.height / 10; page.inked && y < image.height / 5; ++y) {
    std::fill_n(pixels.begin() + static_cast<std::ptrdiff_t>(stride) * y, stride / 2, ink);
  }
  pixels.back() = static_cast<std::uint8_t>(number);  // no two pages alike
  image.bytes = deflated(pixels);
  image.sha256 = sha256_of(image.bytes);
  image.original = true;
  return image;
}

Line line_at(double top, double px_per_letter, const std::string& text) {
  Line line;
  double left = 10 * px_per_letter;
  for (const std::string& word : split_words(text)) {
    const double width = px_per_letter * static_cast<double>(to_code_points(word).size());
    line.words.push_back({word, {left, top, left + width, top + 2 * px_per_letter}, 0.99});
    line.box = bounds(line.box, line.words.back().box);
    left += width + px_per_letter;
  }
  line.baseline_start = {line.box.left, line.box.bottom};
  line.baseline_end = {line.box.right, line.box.bottom};
  line.x_height = px_per_letter;
  return line;
}

PageAccount account_of(const ScannedPage& page, const TextPage& text, int sequence) {
  PageAccount account;
  account.sequence = sequence;
  account.source = page.source;
  account.master_sha256 = page.master.sha256;
  account.master_original = true;
  account.size = page.size;
  account.dpi = page.dpi;
  for (const Block& block : text.blocks) {
    for (const Line& line : block.lines) account.word_count += static_cast<int>(line.words.size());
  }
  return account;
}

PdfSettings settings_of(const DrawnPdf& drawn) {
  PdfSettings settings;
  settings.output_type = drawn.type;
  settings.title = "Tờ khai";
  settings.job_time = kTime;
  settings.producer = "sohoa 0.1.0";
  return settings;
}

}  // namespace

ScannedPage scan_of(const DrawnPage& drawn, int number) {
  ScannedPage page;
  page.source = {"scan.pdf", number};
  page.master = image_of(drawn, number);
  page.dpi = {drawn.dpi, drawn.dpi};
  page.size = {page.master.width / drawn.dpi * 72, page.master.height / drawn.dpi * 72};
  page.placement = {page.size.width_pt, 0, 0, page.size.height_pt, 0, 0};
  page.pixels_to_points = {72 / drawn.dpi, 0, 0, -72 / drawn.dpi, 0, page.size.height_pt};
  return page;
}

TextPage text_of(const DrawnPage& drawn) {
  TextPage text;
  text.width = px(drawn.width_mm, drawn.dpi);
  text.height = px(drawn.height_mm, drawn.dpi);
  text.dpi = {drawn.dpi, drawn.dpi};
  text.blocks.push_back({BlockKind::kText, {}, {}});
  double top = text.height * 0.1;
  for (const std::string& line : drawn.lines) {
    text.blocks[0].lines.push_back(line_at(top, drawn.dpi / 20, line));
    top += drawn.dpi / 5;
  }
  return text;
}

void draw_pdf(const DrawnPdf& drawn, const std::filesystem::path& path) {
  PdfWriter pdf(settings_of(drawn));
  int number = 0;
  for (const DrawnPage& page : drawn.pages) pdf.add_page(scan_of(page, ++number), text_of(page));
  pdf.write(path);
}

void change_pdf(const std::filesystem::path& path, const std::function<void(QPDF&)>& change) {
  QPDF pdf;
  pdf.processFile(path.c_str());
  change(pdf);
  Bytes bytes;
  write_pdf(pdf, PdfVersion::k17, path.string(),
            [&](ByteView piece) { bytes.insert(bytes.end(), piece.begin(), piece.end()); });
  write_file(path, bytes);
}

void draw_package(const DrawnPackage& drawn, const std::filesystem::path& path) {
  Record record;
  record.program_version = "0.1.0";
  record.job_time = kTime;
  record.settings = {{"output-type", "pdfa-2u"}};
  record.inputs = {{"scan.pdf", 1, std::string(64, 'a')}};
  record.dossier.name = "ho-so";
  PackageSettings settings;
  settings.job.program_version = "0.1.0";
  settings.pdf = settings_of({});
  PackageBuilder builder(settings);
  int sequence = 0;
  for (const DrawnPdf& pdf : drawn.papers) {
    Paper paper;
    paper.number = static_cast<int>(record.dossier.papers.size()) + 1;
    paper.name = paper.title = "giay-to";
    builder.begin_paper(paper);
    for (const DrawnPage& page : pdf.pages) {
      const ScannedPage scan = scan_of(page, ++sequence);
      record.dossier.pages.push_back(account_of(scan, text_of(page), sequence));
      builder.add_page(record.dossier.pages.back(), scan, text_of(page));
      paper.pages.push_back(sequence);
    }
    record.dossier.papers.push_back(paper);
  }
  for (int i = 0; i < drawn.blank_pages; ++i) {
    DrawnPage blank;
    blank.inked = false;
    blank.lines.clear();
    const ScannedPage scan = scan_of(blank, ++sequence);
    PageAccount account = account_of(scan, {}, sequence);
    account.set_aside = SetAside::kBlank;
    account.set_aside_reason = "no print or writing on it";
    builder.set_aside(account, scan);
    record.dossier.pages.push_back(account);
  }
  drawn.change(record);
  builder.finish(std::move(record), path);
}

void change_zip(const std::filesystem::path& path,
                const std::function<void(std::vector<std::pair<std::string, Bytes>>&)>& change) {
  std::vector<std::pair<std::string, Bytes>> files;
  {
    const ZipReader zip(path);
    for (const ZipEntry& entry : zip.entries()) {
      files.emplace_back(entry.name, Bytes());
      zip.read(entry, [&](ByteView piece) {
        files.back().second.insert(files.back().second.end(), piece.begin(), piece.end());
      });
    }
  }
  change(files);
  Spool spool;
  std::vector<PackageFile> packed;
  for (const auto& [name, bytes] : files) packed.push_back(package_file(name, bytes, spool));
  write_zip(path, packed, spool, kTime);
}

}  // namespace sohoa::test
