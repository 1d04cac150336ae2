#include "pipeline/package/sign/visible_block.h"

#include <algorithm>

#include "pipeline/base/text.h"
#include "pipeline/package/pdf/pdf_number.h"
#include "pipeline/package/sign/signing_time.h"

namespace sohoa {

namespace {

constexpr double kFontSize_pt = 10;
constexpr double kLeading_pt = 12;
constexpr double kAscent_pt = 9;  // of capitals with two marks
constexpr double kPadding_pt = 2;
constexpr int kDecimals = 3;

std::string copy_words(CopyMark mark) {
  switch (mark) {
    case CopyMark::kSaoY:
      return "SAO Y";
    case CopyMark::kSaoLuc:
      return "SAO LỤC";
    case CopyMark::kTrichSao:
      return "TRÍCH SAO";
    case CopyMark::kNone:
      break;
  }
  return "";
}

std::u32string characters_of(const std::vector<std::string>& lines) {
  std::u32string all = U" ";
  for (const std::string& line : lines) all += to_code_points(line);
  return all;
}

double width_pt(const BlockFont& font, const std::string& text) {
  return font.width_of(to_code_points(text)) / 1000 * kFontSize_pt;
}

std::vector<std::string> broken(const BlockFont& font, const std::vector<std::string>& lines,
                                double width_max_pt) {
  std::vector<std::string> result;
  for (const std::string& line : lines) {
    std::string begun;
    for (const std::string& word : split_words(line)) {
      const std::string longer = begun.empty() ? word : begun + ' ' + word;
      if (!begun.empty() && width_pt(font, longer) > width_max_pt) {
        result.push_back(begun);
        begun = word;
      } else {
        begun = longer;
      }
    }
    result.push_back(begun);
  }
  return result;
}

/// The turn that /Rotate undoes (ISO 32000-1, 12.5.5: the form's box, so turned, fills the /Rect).
Matrix turn_of(int quarter_turns) {
  constexpr Matrix kTurns[] = {
      {1, 0, 0, 1, 0, 0}, {0, 1, -1, 0, 0, 0}, {-1, 0, 0, -1, 0, 0}, {0, -1, 1, 0, 0, 0}};
  return kTurns[quarter_turns];
}

}  // namespace

std::vector<std::string> block_words(const SignSettings& settings) {
  std::vector<std::string> lines;
  const std::string copy = copy_words(settings.copy);
  if (!settings.mark.empty()) lines.push_back(to_nfc(settings.mark));
  if (!copy.empty()) lines.push_back(copy);
  const bool officer = settings.role == SignerRole::kOfficer;
  lines.push_back((officer ? "Người số hóa: " : "") + to_nfc(settings.name));
  lines.push_back((officer ? "Thời gian: " : "") + shown_time(settings.time));
  return lines;
}

VisibleBlock::VisibleBlock(const SignSettings& settings, double width_max_pt)
    : font_(characters_of(block_words(settings))),
      lines_(broken(font_, block_words(settings), width_max_pt - 2 * kPadding_pt)) {
  for (const std::string& line : lines_) {
    size_.width_pt = std::max(size_.width_pt, width_pt(font_, line) + 2 * kPadding_pt);
  }
  size_.height_pt = kLeading_pt * static_cast<double>(lines_.size()) + 2 * kPadding_pt;
}

QPDFObjGen VisibleBlock::put_into(IncrementalUpdate& update, const PageFrame& frame) const {
  const QPDFObjGen font = font_.put_into(update);
  const QPDFObjGen form = update.new_id();
  update.put_stream(form,
                    "/Type /XObject /Subtype /Form /BBox [0 0 " +
                        pdf_number(size_.width_pt / frame.user_unit, kDecimals) + ' ' +
                        pdf_number(size_.height_pt / frame.user_unit, kDecimals) + "] /Matrix [" +
                        pdf_matrix(turn_of(frame.quarter_turns)) + "] /Resources << /Font << /F0 " +
                        reference_to(font) + " >> >>",
                    operators(frame.user_unit));
  return form;
}

std::string VisibleBlock::operators(double user_unit) const {
  const auto number = [&](double pt) { return pdf_number(pt / user_unit, kDecimals); };
  std::string text = "q 0 g BT /F0 " + number(kFontSize_pt) + " Tf " + number(kLeading_pt) +
                     " TL " + number(kPadding_pt) + ' ' +
                     number(size_.height_pt - kPadding_pt - kAscent_pt) + " Td\n";
  for (const std::string& line : lines_) text += font_.codes_of(to_code_points(line)) + " Tj T*\n";
  return text + "ET Q";
}

}  // namespace sohoa
