#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "pipeline/base/text.h"
#include "pipeline/package/text_formats.h"
#include "pipeline/package/xml_numbers.h"

namespace sohoa {

namespace {

constexpr int kLengthDecimals = 1;
constexpr int kConfidenceDecimals = 2;
constexpr int kSizeDecimals = 1;

/// Font sizes in half points, each a TextStyle.
using Styles = std::map<int, std::string>;

std::string attribute(const char* name, const std::string& value) {
  return std::string(" ") + name + "=\"" + xml_escaped(value) + "\"";
}

std::string length(const char* name, double value) {
  return attribute(name, xml_number(value, kLengthDecimals));
}

std::string place(const Box& box) {
  return length("HPOS", box.left) + length("VPOS", box.top) +
         length("WIDTH", std::max(0.0, box.width())) +
         length("HEIGHT", std::max(0.0, box.height()));
}

std::string confidence(const char* name, double value) {
  const double bounded = std::isfinite(value) ? std::clamp(value, 0.0, 1.0) : 0.0;
  return attribute(name, xml_number(bounded, kConfidenceDecimals));
}

std::string element(const char* name, const std::string& text) {
  return std::string("<") + name + ">" + xml_escaped(text) + "</" + name + ">\n";
}

std::string numbered(const std::string& parent, char letter, std::size_t number) {
  return parent + "_" + letter + std::to_string(number);
}

int half_points(const Line& line) {
  return static_cast<int>(std::lround(std::clamp(line.font_size_pt, 0.0, 1000.0) * 2));
}

Styles styles_of(const TextPage& page) {
  Styles styles;
  for (const Block& block : page.blocks) {
    for (const Line& line : block.lines) {
      const int size = half_points(line);
      if (size > 0 && !line.words.empty()) styles[size] = "size_" + std::to_string(size);
    }
  }
  return styles;
}

std::string description(const TextPage& page, const TextFormatContext& context) {
  std::string xml = "  <Description>\n    <MeasurementUnit>pixel</MeasurementUnit>\n";
  xml += "    <sourceImageInformation>\n      " + element("fileName", context.file_name);
  if (!context.image_sha256.empty()) {
    xml += "      <fileIdentifier fileIdentifierLocation=\"sha256\">" +
           xml_escaped(context.image_sha256) + "</fileIdentifier>\n";
  }
  xml += "    </sourceImageInformation>\n";
  xml += "    <Processing ID=\"reading\">\n";
  xml += "      <processingCategory>contentGeneration</processingCategory>\n";
  if (!context.job_time.empty()) {
    xml += "      " + element("processingDateTime", context.job_time);
  }
  xml += "      " + element("processingStepDescription", "text recognition");
  xml += "      " + element("processingStepSettings",
                            "reader: " + page.reader + "; language: " + page.language);
  xml += "      <processingSoftware>\n        <softwareName>sohoa</softwareName>\n        " +
         element("softwareVersion", context.program_version) +
         "      </processingSoftware>\n    </Processing>\n  </Description>\n";
  return xml;
}

std::string styles_element(const Styles& styles) {
  if (styles.empty()) return {};
  std::string xml = "  <Styles>\n";
  for (const auto& [size, id] : styles) {
    xml += "    <TextStyle" + attribute("ID", id) +
           attribute("FONTSIZE", xml_number(size / 2.0, kSizeDecimals)) + "/>\n";
  }
  return xml + "  </Styles>\n";
}

const char* tag_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::kTable:
      return "table";
    case BlockKind::kPicture:
      return "picture";
    case BlockKind::kSeal:
      return "seal";
    case BlockKind::kText:
      break;
  }
  return nullptr;
}

// Only the tags that a block refers to: a list of unused ones would say nothing.
std::string tags_element(const TextPage& page) {
  std::string xml;
  for (const BlockKind kind : {BlockKind::kTable, BlockKind::kPicture, BlockKind::kSeal}) {
    const bool used = std::any_of(page.blocks.begin(), page.blocks.end(),
                                  [&](const Block& block) { return block.kind == kind; });
    if (!used) continue;
    const std::string name = tag_of(kind);
    xml += "    <LayoutTag" + attribute("ID", "tag_" + name) + attribute("TYPE", "region") +
           attribute("LABEL", name) + "/>\n";
  }
  return xml.empty() ? xml : "  <Tags>\n" + xml + "  </Tags>\n";
}

std::string string_element(const Word& word, const std::string& id) {
  return "            <String" + attribute("ID", id) + place(word.box) +
         attribute("CONTENT", word.text) + confidence("WC", word.confidence) + "/>\n";
}

// Nothing is guessed about hyphens: a hyphen at the end of a line is mostly one that the word has.
std::string space_element(const Word& before, const Word& after) {
  return "            <SP" + length("HPOS", before.box.right) +
         length("VPOS", std::min(before.box.top, after.box.top)) +
         length("WIDTH", std::max(0.0, after.box.left - before.box.right)) + "/>\n";
}

std::string point(const Point& p) {
  return xml_number(p.x, kLengthDecimals) + "," + xml_number(p.y, kLengthDecimals);
}

std::string line_element(const Line& line, const std::string& id, const Styles& styles) {
  std::string xml = "          <TextLine" + attribute("ID", id);
  const auto style = styles.find(half_points(line));
  if (style != styles.end()) xml += attribute("STYLEREFS", style->second);
  xml += place(line.box) +
         attribute("BASELINE", point(line.baseline_start) + " " + point(line.baseline_end)) + ">\n";
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    if (i > 0) xml += space_element(line.words[i - 1], line.words[i]);
    xml += string_element(line.words[i], numbered(id, 's', i + 1));
  }
  return xml + "          </TextLine>\n";
}

std::string block_element(const Block& block, const std::string& id, const std::string& language,
                          const Styles& styles) {
  const char* tag = tag_of(block.kind);
  std::string attributes = attribute("ID", id);
  if (tag != nullptr) attributes += attribute("TAGREFS", std::string("tag_") + tag);
  attributes += place(block.box);
  if (block.kind == BlockKind::kPicture || block.kind == BlockKind::kSeal) {
    return "        <Illustration" + attributes + attribute("TYPE", tag) + "/>\n";
  }
  if (!language.empty()) attributes += attribute("LANG", language);
  std::string xml = "        <TextBlock" + attributes + ">\n";
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    if (block.lines[i].words.empty()) continue;
    xml += line_element(block.lines[i], numbered(id, 'l', i + 1), styles);
  }
  return xml + "        </TextBlock>\n";
}

double mean_confidence(const TextPage& page) {
  double sum = 0;
  std::size_t count = 0;
  for (const Block& block : page.blocks) {
    for (const Line& line : block.lines) {
      for (const Word& word : line.words) sum += word.confidence;
      count += line.words.size();
    }
  }
  return count > 0 ? sum / static_cast<double>(count) : 0.0;
}

std::string layout(const TextPage& page, const TextFormatContext& context, const Styles& styles) {
  const std::string id = "p" + std::to_string(context.page_number);
  const std::string language = language_tag(page.language);
  const std::string size = length("HEIGHT", page.height) + length("WIDTH", page.width);
  std::string xml = "  <Layout>\n    <Page" + attribute("ID", id) + size +
                    attribute("PHYSICAL_IMG_NR", std::to_string(context.page_number)) +
                    attribute("PROCESSINGREFS", "reading") +
                    confidence("PC", mean_confidence(page));
  if (!language.empty()) xml += attribute("LANG", language);
  xml += ">\n      <PrintSpace" + attribute("ID", id + "_space") + size + length("HPOS", 0) +
         length("VPOS", 0) + ">\n";
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    xml += block_element(page.blocks[i], numbered(id, 'b', i + 1), language, styles);
  }
  return xml + "      </PrintSpace>\n    </Page>\n  </Layout>\n";
}

}  // namespace

std::string alto_of(const TextPage& page, const TextFormatContext& context) {
  const Styles styles = styles_of(page);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\" SCHEMAVERSION=\"4.4\">\n" +
         description(page, context) + styles_element(styles) + tags_element(page) +
         layout(page, context, styles) + "</alto>\n";
}

PdfAttachment alto_attachment(const std::string& name, const TextFormatContext& context) {
  return {name, "application/xml", "ALTO: the words of page " + std::to_string(context.page_number),
          context.job_time};
}

}  // namespace sohoa
