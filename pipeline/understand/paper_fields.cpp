#include "pipeline/understand/paper_fields.h"

#include <algorithm>

#include "pipeline/understand/code_fields.h"
#include "pipeline/understand/dates.h"
#include "pipeline/understand/field_judgement.h"
#include "pipeline/understand/form_fields.h"
#include "pipeline/understand/printed_case.h"

namespace sohoa {

namespace {

constexpr char kTitleField[] = "ten_giay_to";
constexpr double kUnprintedTitleConfidence = 0.95;
constexpr char kDateField[] = "ngay_ban_hanh";

bool has(const std::vector<Field>& fields, const std::string& name) {
  return std::any_of(fields.begin(), fields.end(),
                     [&](const Field& field) { return field.name == name; });
}

/// Those that are not there yet.
void add(std::vector<Field> more, std::vector<Field>& fields) {
  for (Field& field : more) {
    if (!has(fields, field.name)) fields.push_back(std::move(field));
  }
}

Field title_field(const PageView& page, const Title& title) {
  std::vector<WordRange> lines;
  for (std::size_t i = title.first_line; i < title.line_end; ++i) {
    lines.push_back(whole_line(page, i));
  }
  Field field = field_of(page, kTitleField, lines);
  // Where the catalogue has the title its spelling is right.
  if (title.kind != nullptr) field.confidence = std::max(field.confidence, title.likeness);
  // "Hộ chiếu / Passport"
  field.normalized = in_sentence_case(title.text.substr(0, title.text.find(" / ")));
  const bool of_kind =
      title.kind != nullptr && letters_of(title.kind->title.vi) == letters_of(field.normalized);
  if (of_kind) field.normalized = title.kind->title.vi;
  return field;
}

/// Official letters bear no title; of other papers it could not be read.
Field unprinted_title(const PageView& page, const PaperKind& kind) {
  Field field;
  field.name = kTitleField;
  field.value = field.normalized = kind.title.vi;
  field.page = page.sequence;
  field.confidence = kUnprintedTitleConfidence;
  return field;
}

/// "Làm tại: Tân Ngãi, ngày 02 tháng 9 năm 2026", above the signature.
std::vector<Field> closing_date(std::span<const PageView> pages) {
  for (auto page = pages.rbegin(); page != pages.rend(); ++page) {
    for (std::size_t i = page->lines.size(); i-- > 0;) {
      constexpr std::size_t kWordsMax = 14;  // more is a sentence with a date in it
      const ViewLine& line = page->lines[i];
      if (line.words.size() > kWordsMax || line.mm.centre().x < page->width_mm / 2) continue;
      // A sentence goes on after its date, a note begins with a bracket.
      const std::optional<SpelledDate> found = find_spelled_date(line);
      if (!found || found->word_end < line.words.size() || line.text.starts_with('(')) continue;
      std::vector<Field> date = date_fields(*page, whole_line(*page, i));
      if (!date.empty()) return date;
    }
  }
  return {};
}

}  // namespace

PaperFields::PaperFields(const Knowledge& knowledge) : cells_(knowledge) {}

std::vector<Field> PaperFields::read(const PaperKind* kind, const FirstPage& first,
                                     std::span<const PageView> pages) const {
  std::vector<Field> fields;
  if (pages.empty()) return fields;
  const PageView& front = pages.front();
  if (first.title) {
    fields.push_back(title_field(front, *first.title));
  } else if (kind != nullptr) {
    fields.push_back(unprinted_title(front, *kind));
  }
  if (kind != nullptr) add(form_fields(*kind, pages), fields);
  if (first.head) add(cells_.head_fields(front, *first.head), fields);
  if (kind != nullptr && kind->layout == PaperLayout::kAdministrative) {
    add(cells_.subject_fields(front, first), fields);
  }
  if (!has(fields, kDateField)) add(closing_date(pages), fields);
  add(cells_.closing_fields(pages), fields);
  for (Field& field : fields) {
    const auto page = std::find_if(pages.begin(), pages.end(),
                                   [&](const PageView& one) { return one.sequence == field.page; });
    if (page != pages.end()) judge(field, *page);
  }
  merge_code_fields(code_fields(pages), fields);
  return fields;
}

}  // namespace sohoa
