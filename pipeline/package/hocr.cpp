#include <algorithm>
#include <cmath>
#include <string>

#include "pipeline/base/text.h"
#include "pipeline/package/text_formats.h"
#include "pipeline/package/xml_numbers.h"

namespace sohoa {

namespace {

constexpr int kSlopeDecimals = 4;
constexpr int kOffsetDecimals = 1;
constexpr int kSizeDecimals = 1;
constexpr double kPointsPerInch = 72;

// hOCR boxes are whole pixels, with the corners in order.
std::string bbox(const Box& box) {
  const double right = std::max(box.left, box.right);
  const double bottom = std::max(box.top, box.bottom);
  return "bbox " + xml_number(std::floor(box.left), 0) + " " + xml_number(std::floor(box.top), 0) +
         " " + xml_number(std::ceil(right), 0) + " " + xml_number(std::ceil(bottom), 0);
}

// A line y = slope · x + offset from the bottom left corner of the line's box, y down.
std::string baseline(const Line& line) {
  const double run = line.baseline_end.x - line.baseline_start.x;
  const double slope = run > 0 ? (line.baseline_end.y - line.baseline_start.y) / run : 0.0;
  const double at_left = line.baseline_start.y + slope * (line.box.left - line.baseline_start.x);
  return "baseline " + xml_number(slope, kSlopeDecimals) + " " +
         xml_number(at_left - std::ceil(line.box.bottom), kOffsetDecimals);
}

std::string confidence(double value) {
  const double bounded = std::isfinite(value) ? std::clamp(value, 0.0, 1.0) : 0.0;
  return "x_wconf " + xml_number(std::round(bounded * 100), 0);
}

// A string in hOCR's property grammar stands in quotes and has no escape for a quote of its own.
std::string quoted(const std::string& text) {
  std::string plain = text;
  std::replace(plain.begin(), plain.end(), '"', '\'');
  return "\"" + plain + "\"";
}

std::string open_element(const char* tag, const char* type, const std::string& id,
                         const std::string& title) {
  return std::string("<") + tag + " class=\"" + type + "\" id=\"" + id + "\" title=\"" +
         xml_escaped(title) + "\">";
}

// Of the font in pixels; the height of the line stands in where the reader did not tell.
double x_size(const Line& line, const TextPage& page) {
  const double size = line.font_size_pt * page.dpi.y / kPointsPerInch;
  return size > 0 ? size : line.box.height();
}

std::string line_element(const Line& line, const TextPage& page, const std::string& id) {
  std::string title = bbox(line.box) + "; " + baseline(line) + "; x_size " +
                      xml_number(x_size(line, page), kSizeDecimals);
  if (line.font_size_pt > 0) title += "; x_fsize " + xml_number(std::round(line.font_size_pt), 0);
  std::string html = "     " + open_element("span", "ocr_line", id, title) + "\n";
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const Word& word = line.words[i];
    html += "      " +
            open_element("span", "ocrx_word", id + "_w" + std::to_string(i + 1),
                         bbox(word.box) + "; " + confidence(word.confidence)) +
            xml_escaped(word.text) + "</span>\n";
  }
  return html + "     </span>\n";
}

std::string block_element(const Block& block, const TextPage& page, const std::string& id) {
  if (block.kind == BlockKind::kPicture || block.kind == BlockKind::kSeal) {
    return "   " + open_element("div", "ocr_photo", id, bbox(block.box)) + "</div>\n";
  }
  const char* type = block.kind == BlockKind::kTable ? "ocr_table" : "ocr_carea";
  std::string html = "   " + open_element("div", type, id, bbox(block.box)) + "\n    " +
                     open_element("p", "ocr_par", id + "_p1", bbox(block.box)) + "\n";
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    if (block.lines[i].words.empty()) continue;
    html += line_element(block.lines[i], page, id + "_l" + std::to_string(i + 1));
  }
  return html + "    </p>\n   </div>\n";
}

std::string language_attribute(const std::string& language) {
  return language.empty() ? "" : " lang=\"" + language + "\" xml:lang=\"" + language + "\"";
}

std::string meta(const char* name, const std::string& content) {
  return std::string("  <meta name=\"") + name + "\" content=\"" + xml_escaped(content) + "\"/>\n";
}

std::string head(const TextFormatContext& context, const std::string& language) {
  std::string html = " <head>\n  <title>" + xml_escaped(context.file_name) + "</title>\n";
  html += "  <meta http-equiv=\"Content-Type\" content=\"text/html;charset=utf-8\"/>\n";
  html += meta("ocr-system", "sohoa " + context.program_version);
  html += meta("ocr-capabilities",
               "ocr_page ocr_carea ocr_table ocr_photo ocr_par ocr_line ocrx_word ocrp_wconf "
               "ocrp_lang");
  html += meta("ocr-number-of-pages", "1");
  if (!language.empty()) html += meta("ocr-langs", language);
  return html + " </head>\n";
}

}  // namespace

std::string hocr_of(const TextPage& page, const TextFormatContext& context) {
  const std::string language = language_tag(page.language);
  const std::string id = "page_" + std::to_string(context.page_number);
  const Box whole{0, 0, static_cast<double>(page.width), static_cast<double>(page.height)};
  const std::string title = "image " + quoted(context.file_name) + "; " + bbox(whole) +
                            "; ppageno " + std::to_string(context.page_number - 1) + "; scan_res " +
                            xml_number(std::round(page.dpi.x), 0) + " " +
                            xml_number(std::round(page.dpi.y), 0);
  std::string html =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"" +
      language_attribute(language) + ">\n" + head(context, language) + " <body>\n  " +
      open_element("div", "ocr_page", id, title) + "\n";
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    html += block_element(page.blocks[i], page, id + "_b" + std::to_string(i + 1));
  }
  return html + "  </div>\n </body>\n</html>\n";
}

}  // namespace sohoa
