#include "models/record/json.h"
#include "models/record/json_names.h"
#include "models/record/json_numbers.h"

namespace sohoa {

namespace {

Json json_of(const Point& point) {
  return Json::array({json_length(point.x), json_length(point.y)});
}

Json json_of(const Word& word) {
  return {{"text", word.text},
          {"box", sohoa::json_of(word.box)},
          {"confidence", json_share(word.confidence)}};
}

Json json_of(const Line& line) {
  Json words = Json::array();
  for (const Word& word : line.words) words.push_back(json_of(word));
  return {{"box", sohoa::json_of(line.box)},
          {"baseline", Json::array({json_of(line.baseline_start), json_of(line.baseline_end)})},
          {"x_height", json_length(line.x_height)},
          {"font_size_pt", json_length(line.font_size_pt)},
          {"words", std::move(words)}};
}

Json json_of(const Block& block) {
  Json lines = Json::array();
  for (const Line& line : block.lines) lines.push_back(json_of(line));
  return {{"kind", name_in(kBlockKindNames, block.kind)},
          {"box", sohoa::json_of(block.box)},
          {"lines", std::move(lines)}};
}

}  // namespace

Json json_of(const Box& box) {
  return {{"left", json_length(box.left)},
          {"top", json_length(box.top)},
          {"right", json_length(box.right)},
          {"bottom", json_length(box.bottom)}};
}

Json json_of(const Resolution& dpi) {
  return {{"x", json_length(dpi.x)}, {"y", json_length(dpi.y)}};
}

Json json_of(const Finding& finding) {
  Json json = {{"code", finding.code},
               {"severity", name_in(kSeverityNames, finding.severity)},
               {"subject", finding.subject},
               {"reason", finding.reason}};
  if (!finding.remedy.empty()) json["remedy"] = finding.remedy;
  if (finding.where) json["where"] = json_of(*finding.where);
  return json;
}

Json json_of(const std::vector<Finding>& findings) {
  Json list = Json::array();
  for (const Finding& finding : findings) list.push_back(json_of(finding));
  return list;
}

Json json_of(const TextPage& page) {
  Json blocks = Json::array();
  for (const Block& block : page.blocks) blocks.push_back(json_of(block));
  return {{"schema", "sohoa.page/1"},
          {"width", page.width},
          {"height", page.height},
          {"dpi", json_of(page.dpi)},
          {"quarter_turns", page.quarter_turns},
          {"skew_degrees", json_share(page.skew_degrees)},
          {"reader", page.reader},
          {"language", page.language},
          {"blocks", std::move(blocks)},
          {"findings", json_of(page.findings)}};
}

}  // namespace sohoa
