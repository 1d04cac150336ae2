#include "pipeline/understand/administrative.h"

#include <algorithm>
#include <array>
#include <utility>

#include "pipeline/understand/dates.h"
#include "pipeline/understand/document_number.h"
#include "pipeline/understand/field_judgement.h"
#include "pipeline/understand/person_name.h"
#include "pipeline/understand/printed_case.h"
#include "pipeline/understand/subject.h"

namespace sohoa {

namespace {

constexpr double kAlike = 0.85;
constexpr std::size_t kGroundsMax = 30;
constexpr double kStampGapMm = 6;

/// "- Như trên;" on a line each → "Như trên; Lưu: VT."
std::string without_dashes(const PageView& page, const std::vector<WordRange>& lines) {
  std::string text;
  for (const WordRange& line : lines) {
    const std::string item = text_of(page, line);
    const std::size_t first = item.find_first_not_of(" -–+*");
    if (first == std::string::npos) continue;
    text += (text.empty() ? "" : " ") + item.substr(first);
  }
  return text;
}

bool begins(const Letters& letters, const Letters& with) {
  return letters.size() >= with.size() &&
         likeness(std::span(letters).first(with.size()), with, kAlike) > 0;
}

std::vector<WordRange> grounds_of(const PageView& page) {
  static const Letters kGround = letters_of("Căn cứ");
  std::vector<WordRange> grounds;
  for (std::size_t i = 0; i < page.lines.size() && grounds.size() < kGroundsMax; ++i) {
    if (begins(page.lines[i].letters, kGround)) grounds.push_back(whole_line(page, i));
  }
  return grounds;
}

/// A stamp of urgency or secrecy: its words alone in a line.
void add_stamps(const PageView& page, std::vector<Field>& fields) {
  static const std::array<std::pair<const char*, const char*>, 6> kStamps = {
      {{"do_khan", "HỎA TỐC"},
       {"do_khan", "THƯỢNG KHẨN"},
       {"do_khan", "KHẨN"},
       {"do_mat", "TUYỆT MẬT"},
       {"do_mat", "TỐI MẬT"},
       {"do_mat", "MẬT"}}};
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    for (const WordRange& piece : pieces_of(page, i, kStampGapMm)) {
      const std::string text = text_of(page, piece);
      for (const auto& [name, words] : kStamps) {
        const bool says = capital_share(text) > 0.9 && letters_of(text) == letters_of(words);
        if (!says) continue;
        fields.push_back(field_of(page, name, {piece}));
        fields.back().normalized = words;
      }
    }
  }
}

std::optional<WordRange> address_of(const PageView& page) {
  static const Letters kTo = letters_of("Kính gửi");
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const ViewLine& line = page.lines[i];
    if (!begins(line.letters, kTo) || line.words.size() < 3) continue;
    return WordRange{i, 2, line.words.size()};
  }
  return std::nullopt;
}

}  // namespace

CellReader::CellReader(const Knowledge& knowledge)
    : knowledge_(knowledge),
      agencies_(knowledge.agencies),
      closings_(knowledge.signers),
      abbreviations_(type_abbreviations(knowledge)) {}

std::vector<Field> CellReader::head_fields(const PageView& page, const Letterhead& head) const {
  std::vector<Field> fields = agency_fields(page, head);
  if (head.number) fields.push_back(number_field(page, head));
  if (head.date) {
    for (Field& field : date_fields(page, *head.date)) fields.push_back(std::move(field));
  }
  return fields;
}

std::vector<Field> CellReader::subject_fields(const PageView& page, const FirstPage& first) const {
  std::vector<Field> fields;
  const std::vector<WordRange> subject = find_subject(page, first);
  if (!subject.empty()) {
    Field field = field_of(page, "trich_yeu", subject);
    field.normalized = trimmed(field.value);
    fields.push_back(std::move(field));
  }
  if (const std::optional<WordRange> address = address_of(page)) {
    Field field = field_of(page, "kinh_gui", {*address});
    field.normalized = trimmed(field.value);
    fields.push_back(std::move(field));
  }
  if (const std::vector<WordRange> grounds = grounds_of(page); !grounds.empty()) {
    fields.push_back(field_of(page, "can_cu", grounds));
  }
  add_stamps(page, fields);
  return fields;
}

std::vector<Field> CellReader::closing_fields(std::span<const PageView> pages) const {
  std::vector<Field> fields;
  for (auto page = pages.rbegin(); page != pages.rend(); ++page) {
    const std::optional<Closing> closing = closings_.find(*page);
    if (!closing) continue;
    if (!closing->authority.empty()) {
      fields.push_back(field_of(*page, "quyen_han", closing->authority));
    }
    if (!closing->position.empty()) {
      Field position = field_of(*page, "chuc_vu", closing->position);
      position.normalized = closings_.position_in_right_case(position.value);
      // Who signs "KT. CHỦ TỊCH" is a deputy: otherwise a word is hidden.
      const bool deputy_hidden = !closing->authority.empty() &&
                                 text_of(*page, closing->authority.back()).starts_with("KT") &&
                                 !position.normalized.starts_with("Phó");
      if (deputy_hidden) position.confidence *= kUnlikelyShare;
      fields.push_back(std::move(position));
    }
    if (closing->signer) {
      Field signer = field_of(*page, "nguoi_ky", {*closing->signer});
      signer.normalized = normalized_name(signer.value);
      if (!has_family_name(signer.normalized, knowledge_.signers.family_names)) {
        signer.confidence *= kUnusualShare;
      }
      fields.push_back(std::move(signer));
    }
    if (!closing->receivers.empty()) {
      fields.push_back(field_of(*page, "noi_nhan", closing->receivers));
      fields.back().normalized = without_dashes(*page, closing->receivers);
    }
    break;
  }
  return fields;
}

Field CellReader::number_field(const PageView& page, const Letterhead& head) const {
  Field field = field_of(page, "so_ky_hieu", {*head.number});
  // With the gap that a number by hand may stand in, read or not.
  field.box = px_of(page, *head.number_line);
  std::string text = field.value;
  // "Số:47/QĐ-UBND" was read as one word.
  if (const std::size_t colon = text.find(':'); colon != std::string::npos && colon < 8) {
    text = text.substr(colon + 1);
  }
  field.value = text;
  const std::optional<DocumentNumber> number = read_document_number(text, abbreviations_);
  if (!number) {
    field.doubt = field.value.empty() ? FieldDoubt::kNotFound : FieldDoubt::kPatternNotMet;
    return field;
  }
  field.normalized = number->text();
  if (number->number.empty()) field.doubt = FieldDoubt::kPatternNotMet;
  if (number->repaired) field.confidence *= kRepairedShare;
  return field;
}

std::vector<Field> CellReader::agency_fields(const PageView& page, const Letterhead& head) const {
  if (head.agencies.empty()) return {};
  std::vector<std::string> lines;
  for (const WordRange& range : head.agencies) lines.push_back(text_of(page, range));
  const IssuingAgency agency = agencies_.read(lines);
  const auto split = head.agencies.begin() + static_cast<std::ptrdiff_t>(agency.issuer_first_line);
  std::vector<Field> fields;
  if (!agency.parent.empty()) {
    fields.push_back(field_of(page, "co_quan_cap_tren", {head.agencies.begin(), split}));
    fields.back().normalized = agency.parent_normalized;
  }
  fields.push_back(field_of(page, "co_quan_ban_hanh", {split, head.agencies.end()}));
  fields.back().normalized = agency.normalized;
  if (!agency.known) fields.back().confidence *= kUnusualShare;
  return fields;
}

std::vector<Field> date_fields(const PageView& page, const WordRange& range) {
  const ViewLine& line = page.lines[range.line];
  const std::optional<SpelledDate> date = find_spelled_date(line);
  if (!date) return {};
  std::vector<Field> fields;
  Field day = field_of(page, "ngay_ban_hanh", {{range.line, date->first_word, date->word_end}});
  day.normalized = iso_of(date->day);
  if (!date->day.is_whole()) day.doubt = FieldDoubt::kPatternNotMet;
  if (date->repaired) day.confidence *= kRepairedShare;
  fields.push_back(std::move(day));
  if (date->first_word > range.first) {
    Field place = field_of(page, "dia_danh", {{range.line, range.first, date->first_word}});
    place.normalized = trimmed(place.value);
    if (!place.normalized.empty()) fields.push_back(std::move(place));
  }
  return fields;
}

}  // namespace sohoa
