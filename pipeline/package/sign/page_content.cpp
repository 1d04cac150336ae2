#include "pipeline/package/sign/page_content.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <string_view>

#include "pipeline/base/process.h"
#include "pipeline/package/pdf/pdf_page_frame.h"

namespace sohoa {

namespace {

constexpr double kDpi = 50;
constexpr double kSidePixelsMax = 2000;
constexpr int kDrawingSecondsMax = 60;
constexpr std::uint64_t kWordListBytesMax = 8 << 20;
constexpr int kAnnotationsMax = 10000;
// Paper is at least as light as three tenths of a page; ink is this much darker (0 to 255).
constexpr double kPaperShare = 0.7;
constexpr int kInkContrast = 40;

/// A raw grey PNM.
struct GreyDrawing {
  int width = 0, height = 0;
  std::string_view pixels;
};

GreyDrawing read_drawing(const std::string& pgm) {
  GreyDrawing drawing;
  int white = 0, end = 0;
  if (std::sscanf(pgm.c_str(), "P5 %d %d %d%n", &drawing.width, &drawing.height, &white, &end) != 3)
    return {};
  const auto size =
      static_cast<std::size_t>(drawing.width) * static_cast<std::size_t>(drawing.height);
  const std::size_t start = static_cast<std::size_t>(end) + 1;
  if (drawing.width <= 0 || drawing.height <= 0 || white != 255 || pgm.size() < start + size)
    return {};
  drawing.pixels = std::string_view(pgm).substr(start, size);
  return drawing;
}

int paper_level(std::string_view pixels) {
  std::array<std::size_t, 256> counts{};
  for (const char c : pixels) ++counts[static_cast<unsigned char>(c)];
  const auto wanted = static_cast<std::size_t>(kPaperShare * static_cast<double>(pixels.size()));
  std::size_t seen = 0;
  int level = 0;
  while (level < 255 && (seen += counts[static_cast<std::size_t>(level)]) <= wanted) ++level;
  return level;
}

void take_ink(const GreyDrawing& drawing, TakenArea& taken) {
  const double x_pt = taken.page().width_pt / drawing.width;
  const double y_pt = taken.page().height_pt / drawing.height;
  const int limit = paper_level(drawing.pixels) - kInkContrast;
  for (int y = 0; y < drawing.height; ++y) {
    for (int x = 0; x < drawing.width; ++x) {
      const std::size_t at = static_cast<std::size_t>(y) * static_cast<std::size_t>(drawing.width) +
                             static_cast<std::size_t>(x);
      if (static_cast<unsigned char>(drawing.pixels[at]) >= limit) continue;
      taken.take({x * x_pt, y * y_pt, (x + 0.5) * x_pt, (y + 0.5) * y_pt});
    }
  }
}

ProcessResult run_poppler(std::vector<std::string> command, const std::filesystem::path& file,
                          std::uint64_t output_bytes_max) {
  ProcessLimits limits;
  limits.seconds_max = kDrawingSecondsMax;
  limits.output_bytes_max = output_bytes_max;
  for (const char* word : {"-f", "1", "-l", "1"}) command.emplace_back(word);
  command.push_back(std::filesystem::absolute(file).string());  // a name may begin with a dash
  if (command.front() == "pdftotext") command.emplace_back("-");
  return run_process(command, limits);
}

void take_drawing(const PageFrame& frame, const std::filesystem::path& file, TakenArea& taken) {
  const double longest_pt = std::max(frame.size.width_pt, frame.size.height_pt);
  const int side = static_cast<int>(std::clamp(longest_pt / 72 * kDpi, 1.0, kSidePixelsMax));
  const ProcessResult result =
      run_poppler({"pdftoppm", "-gray", "-cropbox", "-scale-to", std::to_string(side)}, file,
                  static_cast<std::uint64_t>((side + 2) * (side + 2)) + 64);
  const GreyDrawing drawing = read_drawing(result.output);
  if (drawing.pixels.empty()) return taken.take({0, 0, frame.size.width_pt, frame.size.height_pt});
  take_ink(drawing, taken);
}

double attribute(std::string_view element, std::string_view name) {
  const std::size_t at = element.find(name);
  double value = 0;
  if (at != std::string_view::npos) {
    std::from_chars(element.data() + at + name.size(), element.data() + element.size(), value);
  }
  return value;
}

/// Lines as `<word xMin="1.5" yMin="2" xMax="3" yMax="4">…`: the shown media box, in its units.
void take_words(Matrix media_to_shown, double user_unit, const std::filesystem::path& file,
                TakenArea& taken) {
  const ProcessResult result = run_poppler({"pdftotext", "-bbox", "-q"}, file, kWordListBytesMax);
  std::string_view rest = result.output;
  constexpr std::string_view kOpening = "<word ";
  for (std::size_t at = rest.find(kOpening); at != std::string_view::npos;
       at = rest.find(kOpening)) {
    rest.remove_prefix(at + kOpening.size());
    const std::string_view element = rest.substr(0, rest.find('>'));
    const Box units{attribute(element, "xMin=\""), attribute(element, "yMin=\""),
                    attribute(element, "xMax=\""), attribute(element, "yMax=\"")};
    const Matrix to_points{user_unit, 0, 0, user_unit, 0, 0};
    taken.take(media_to_shown * (to_points * units));
  }
}

void take_annotations(QPDFObjectHandle page, const PageFrame& frame, TakenArea& taken) {
  QPDFObjectHandle annotations = page.getKey("/Annots");
  if (!annotations.isArray()) return;
  const Matrix user_to_shown = inverse(frame.shown_to_user);
  const int count = std::min(annotations.getArrayNItems(), kAnnotationsMax);
  for (int i = 0; i < count; ++i) {
    QPDFObjectHandle annotation = annotations.getArrayItem(i);
    if (!annotation.isDictionary() || !annotation.getKey("/Rect").isRectangle()) continue;
    const QPDFObjectHandle::Rectangle r = annotation.getKey("/Rect").getArrayAsRectangle();
    const Box box{r.llx, r.lly, r.urx, r.ury};
    if (!box.empty()) taken.take(user_to_shown * box);
  }
}

}  // namespace

TakenArea taken_area_of_first_page(PdfDocument& document, const std::filesystem::path& file) {
  QPDFObjectHandle page = document.qpdf().getAllPages().front();
  const PageFrame frame = page_frame(page, PageBox::kCrop);
  const PageFrame media = page_frame(page, PageBox::kMedia);
  TakenArea taken(frame.size);
  take_drawing(frame, file, taken);
  take_words(then(media.shown_to_user, inverse(frame.shown_to_user)), frame.user_unit, file, taken);
  take_annotations(page, frame, taken);
  return taken;
}

}  // namespace sohoa
