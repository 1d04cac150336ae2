#include "pipeline/understand/code_fields.h"

#include <algorithm>

#include "pipeline/understand/codes/card_qr.h"
#include "pipeline/understand/codes/mrz.h"
#include "pipeline/understand/codes/one_stop_qr.h"

namespace sohoa {

namespace {

constexpr double kCodeConfidence = 0.9999;  // its own check digits and error correction hold it
constexpr double kMrzConfidence = 0.999;
constexpr double kRepairedMrzConfidence = 0.98;

std::string name_of(Sex sex) { return sex == Sex::kMale ? "Nam" : "Nữ"; }

/// Adds fields with one method, place and confidence.
class Adder {
 public:
  Adder(std::vector<Field>& fields, FieldMethod method, int page, const Box& box, double confidence)
      : fields_(fields), method_(method), page_(page), box_(box), confidence_(confidence) {}

  void add(const char* name, const std::string& value) {
    const bool there = std::any_of(fields_.begin(), fields_.end(),
                                   [&](const Field& field) { return field.name == name; });
    if (value.empty() || there) return;
    Field field;
    field.name = name;
    field.value = field.normalized = value;
    field.page = page_;
    field.box = box_;
    field.confidence = confidence_;
    field.method = method_;
    fields_.push_back(std::move(field));
  }

 private:
  std::vector<Field>& fields_;
  FieldMethod method_;
  int page_;
  Box box_;
  double confidence_;
};

void add_card(const CardQr& card, Adder& adder) {
  adder.add("so_dinh_danh", card.personal_number);
  adder.add("ho_ten", card.name);
  adder.add("ngay_sinh", card.birth_date);
  adder.add("gioi_tinh", name_of(card.sex));
  adder.add("noi_cu_tru", card.residence);
  adder.add("ngay_ban_hanh", card.issue_date);
}

void add_one_stop(const OneStopQr& qr, Adder& adder) {
  adder.add("ma_ho_so", qr.dossier_code);
  adder.add("ma_thu_tuc", qr.procedure_code);
  adder.add("so_dinh_danh", qr.owner_id);
  adder.add("ngay_ban_hanh", qr.issued);
  adder.add("ngay_hen_tra", qr.appointment);
  adder.add("hieu_luc", qr.valid_until);
}

void add_codes(const PageView& page, std::vector<Field>& fields) {
  for (const Code& code : page.codes) {
    if (code.kind != CodeKind::kQr) continue;
    Adder adder(fields, FieldMethod::kQr, page.sequence, code.box, kCodeConfidence);
    if (const std::optional<CardQr> card = card_qr(code.text); card && card->agrees) {
      add_card(*card, adder);
    } else if (const std::optional<OneStopQr> qr = one_stop_qr(code.text)) {
      add_one_stop(*qr, adder);
    }
  }
}

void add_zone(const PageView& page, std::vector<Field>& fields) {
  std::vector<std::string> lines;
  for (const ViewLine& line : page.lines) lines.push_back(line.text);
  const std::optional<Mrz> zone = read_mrz(lines);
  if (!zone || !zone->failed.empty()) return;
  Box box;
  for (const std::size_t line : zone->line_index) box = bounds(box, page.lines[line].box);
  Adder adder(fields, FieldMethod::kMrz, page.sequence, box,
              zone->repaired ? kRepairedMrzConfidence : kMrzConfidence);
  adder.add("so_dinh_danh", zone->personal_number);
  adder.add("ngay_sinh", zone->birth_date);
  if (zone->sex) adder.add("gioi_tinh", name_of(*zone->sex));
  adder.add("hieu_luc", zone->expiry_date);
  if (zone->kind == MrzKind::kTd3) adder.add("so_ho_chieu", zone->document_number);
}

const std::string& text_of(const Field& field) {
  return field.normalized.empty() ? field.value : field.normalized;
}

}  // namespace

std::vector<Field> code_fields(std::span<const PageView> pages) {
  std::vector<Field> fields;
  for (const PageView& page : pages) add_codes(page, fields);
  for (const PageView& page : pages) add_zone(page, fields);
  return fields;
}

void merge_code_fields(std::vector<Field> from_codes, std::vector<Field>& fields) {
  for (Field& code : from_codes) {
    for (Field& field : fields) {
      // Another field may say the same: the number of a receipt is the code of its dossier.
      if (field.method != FieldMethod::kPrint || text_of(field) != text_of(code)) continue;
      field.method = FieldMethod::kCrossChecked;
      field.confidence = std::max(field.confidence, code.confidence);
      field.doubt = FieldDoubt::kNone;
      field.by_hand = false;
    }
    const auto named = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field& field) { return field.name == code.name; });
    if (named == fields.end()) {
      fields.push_back(std::move(code));
    } else if (text_of(*named) != text_of(code)) {
      *named = std::move(code);
    }
  }
}

}  // namespace sohoa
