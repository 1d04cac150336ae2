#include "tests/support/specimens.h"

#include <algorithm>

#include "pipeline/base/digest.h"

namespace sohoa::test {

namespace {

constexpr int kWidth = 24;
constexpr int kHeight = 32;

Line line_of(const std::vector<std::string>& texts, double left, double top) {
  Line line;
  double x = left;
  for (const std::string& text : texts) {
    const double width = 12.0 * static_cast<double>(text.size());
    line.words.push_back({text, {x, top, x + width, top + 30}, 0.955});
    x += width + 10;
  }
  line.box = {left, top, x - 10, top + 30};
  line.baseline_start = {left, top + 24};
  line.baseline_end = {x - 10, top + 25.5};
  line.x_height = 14;
  line.font_size_pt = 13;
  return line;
}

Block block_of(BlockKind kind, std::vector<Line> lines, const Box& box) {
  return {kind, box, std::move(lines)};
}

}  // namespace

TextPage specimen_text() {
  TextPage page;
  page.width = 1240;
  page.height = 1754;
  page.dpi = {150, 150};
  page.reader = "specimen 1.0";
  page.language = "vie+eng";
  page.blocks.push_back(block_of(BlockKind::kText,
                                 {line_of({"ỦY", "BAN", "NHÂN", "DÂN"}, 100, 80),
                                  line_of({"Số:", "12/QĐ-UBND", "<A&B>", "\"x\""}, 100, 130)},
                                 {100, 80, 620, 160}));
  page.blocks.push_back(block_of(BlockKind::kTable,
                                 {line_of({"1", "Trần", "Văn", "Mẫu"}, 100, 300), Line{}},
                                 {100, 300, 700, 340}));
  page.blocks.push_back(block_of(BlockKind::kText, {line_of({"Trang", "không", "thật"}, 100, 500)},
                                 {100, 500, 600, 530}));
  page.blocks.push_back(block_of(BlockKind::kSeal, {}, {800, 1300, 1000, 1500}));
  page.findings.push_back({"page.uncovered-ink", Severity::kWarning, "specimen page 1",
                           "ink that looks like text was not read", "read it yourself",
                           Box{10, 20, 30, 40}});
  return page;
}

ScannedPage specimen_scan(int number, std::uint8_t shade) {
  ScannedPage page;
  page.source = {"specimen.pdf", number};
  page.pixels = {kWidth, kHeight, 1, Bytes(kWidth * kHeight, shade)};
  page.dpi = {72, 72};
  page.size = {kWidth, kHeight};
  page.placement = {kWidth, 0, 0, kHeight, 0, 0};
  page.pixels_to_points = {1, 0, 0, -1, 0, kHeight};
  page.master.codec = Codec::kFlate;
  page.master.bytes = zlib_of(page.pixels.data);
  page.master.width = kWidth;
  page.master.height = kHeight;
  page.master.original = true;
  page.master.sha256 = sha256_of(page.master.bytes);
  return page;
}

PageAccount specimen_account(int sequence, const ScannedPage& page) {
  PageAccount account;
  account.sequence = sequence;
  account.source = page.source;
  account.master_sha256 = page.master.sha256;
  account.master_original = page.master.original;
  account.size = page.size;
  account.dpi = page.dpi;
  account.quality.dpi = page.dpi.x;
  account.quality.sharpness = 0.8125;
  account.word_count = 11;
  account.mean_confidence = 0.955;
  return account;
}

Record specimen_record() {
  Record record;
  record.program_version = "0.1.0";
  record.job_time = "2026-11-23T09:30:00+07:00";
  record.settings = {{"language", "vie"}, {"deskew", "no"}};
  record.ingredients = {{"tesseract", "5.3.0", ""}, {"vie.traineddata", "", std::string(64, 'a')}};
  record.inputs = {{"specimen.pdf", 1234, std::string(64, 'b')}};
  record.dossier.name = "Hồ sơ mẫu";
  for (int i = 1; i <= 3; ++i) {
    const ScannedPage page = specimen_scan(i, static_cast<std::uint8_t>(50 * i));
    record.dossier.pages.push_back(specimen_account(i, page));
  }
  record.dossier.pages[2].set_aside = SetAside::kBlank;
  record.dossier.pages[2].set_aside_reason = "no ink on it";
  record.dossier.pages[0].findings = specimen_text().findings;
  record.dossier.pages[0].codes = {{CodeKind::kQr, "SOHOA1|mẫu", {1, 2, 9, 10}}};
  record.dossier.pages[0].marks = {{MarkKind::kHandwriting, {2, 20, 12, 24}}};
  Paper paper;
  paper.name = "to-khai";
  paper.title = "Tờ khai";
  paper.kind = "to-khai";
  paper.kind_confidence = 0.875;
  paper.cut = "it is the first page of its file";
  paper.pages = {1, 2};
  paper.fields.push_back({"so_ky_hieu",
                          "12/QĐ-UBND",
                          "12/QĐ-UBND",
                          1,
                          {100, 130, 300, 160},
                          0.93,
                          FieldMethod::kCrossChecked,
                          FieldDoubt::kPatternNotMet,
                          true});
  paper.fields.push_back(
      {"ngay_cap", "", "", 0, {}, 0, FieldMethod::kPrint, FieldDoubt::kNotFound});
  record.dossier.papers.push_back(std::move(paper));
  record.files = {{"data/papers/01-to-khai.pdf", 4321, std::string(64, 'c')}};
  return record;
}

Bytes zlib_of(ByteView bytes) {
  constexpr std::size_t kStoredMax = 65535;
  Bytes stream{0x78, 0x01};
  std::size_t done = 0;
  do {
    const std::size_t size = std::min(kStoredMax, bytes.size() - done);
    const auto low = static_cast<std::uint8_t>(size & 255);
    const auto high = static_cast<std::uint8_t>(size >> 8);
    const bool last = done + size == bytes.size();
    stream.insert(stream.end(),
                  {static_cast<std::uint8_t>(last ? 1 : 0), low, high,
                   static_cast<std::uint8_t>(~low), static_cast<std::uint8_t>(~high)});
    stream.insert(stream.end(), bytes.begin() + static_cast<std::ptrdiff_t>(done),
                  bytes.begin() + static_cast<std::ptrdiff_t>(done + size));
    done += size;
  } while (done < bytes.size());
  std::uint32_t a = 1;
  std::uint32_t b = 0;
  for (const std::uint8_t byte : bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  for (const std::uint32_t half : {b, a}) {
    stream.push_back(static_cast<std::uint8_t>(half >> 8));
    stream.push_back(static_cast<std::uint8_t>(half & 255));
  }
  return stream;
}

}  // namespace sohoa::test
