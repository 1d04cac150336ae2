#include "samples/truth.h"

#include <algorithm>

namespace sohoa {

namespace {

std::string name_of(WordInk ink) {
  if (ink == WordInk::kHand) return "hand";
  return ink == WordInk::kStamp ? "stamp" : "print";
}

Json json_of_pixels(const Box& box) {
  return {rounded(box.left, 1), rounded(box.top, 1), rounded(box.right, 1), rounded(box.bottom, 1)};
}

Json json_of(const TruthLine& line) {
  Json words = Json::array();
  for (const TruthWord& word : line.words) {
    Json entry = {
        {"text", word.text}, {"box", json_of_pixels(word.box)}, {"ink", name_of(word.ink)}};
    if (!word.field.empty()) entry["field"] = word.field;
    words.push_back(std::move(entry));
  }
  return {{"text", text_of(line)}, {"box", json_of_pixels(box_of(line))}, {"words", words}};
}

}  // namespace

PageTruth moved(const PageTruth& truth, const Matrix& matrix, double width, double height) {
  PageTruth result = truth;
  const Box page{0, 0, width, height};
  const auto move = [&](Box& box) {
    if (!box.empty()) box = intersection(matrix * box, page);
  };
  for (TruthLine& line : result.lines) {
    for (TruthWord& word : line.words) move(word.box);
  }
  for (TruthMark& mark : result.marks) move(mark.box);
  for (TruthField& field : result.fields) move(field.box);
  return result;
}

std::string text_of(const TruthLine& line) {
  std::string text;
  bool inside = false;  // of {{…}}
  for (const TruthWord& word : line.words) {
    const bool print = word.ink == WordInk::kPrint;
    if (inside && print) text += "}}";
    if (!text.empty()) text += ' ';
    if (!inside && !print) text += "{{";
    inside = !print;
    text += word.text;
  }
  if (inside) text += "}}";
  return text;
}

std::string text_of(const PageTruth& truth) {
  std::string text;
  for (const TruthLine& line : truth.lines) text += text_of(line) + "\n";
  return text;
}

Box box_of(const TruthLine& line) {
  Box around;
  for (const TruthWord& word : line.words) around = bounds(around, word.box);
  return around;
}

std::string name_of(TruthMarkKind kind) {
  switch (kind) {
    case TruthMarkKind::kSeal:
      return "seal";
    case TruthMarkKind::kSignature:
      return "signature";
    case TruthMarkKind::kStamp:
      return "stamp";
    case TruthMarkKind::kQr:
      return "qr";
    case TruthMarkKind::kTickedBox:
      return "ticked-box";
    case TruthMarkKind::kEmptyBox:
      return "empty-box";
    case TruthMarkKind::kPhoto:
      return "photo";
    case TruthMarkKind::kBarcode:
      return "barcode";
  }
  return {};
}

Json json_of(const PageTruth& truth) {
  Json lines = Json::array();
  for (const TruthLine& line : truth.lines) lines.push_back(json_of(line));
  Json marks = Json::array();
  for (const TruthMark& mark : truth.marks) {
    Json entry = {{"kind", name_of(mark.kind)}, {"box", json_of_pixels(mark.box)}};
    if (!mark.text.empty()) entry["text"] = mark.text;
    marks.push_back(std::move(entry));
  }
  Json fields = Json::array();
  for (const TruthField& field : truth.fields) {
    Json entry = {{"name", field.name}, {"value", field.value}};
    if (!field.box.empty()) entry["box"] = json_of_pixels(field.box);
    fields.push_back(std::move(entry));
  }
  return {{"lines", lines}, {"marks", marks}, {"fields", fields}, {"blank", truth.blank}};
}

}  // namespace sohoa
