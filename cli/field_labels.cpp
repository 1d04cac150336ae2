#include "cli/field_labels.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace sohoa {

namespace {

using Row = std::pair<std::string_view, std::string_view>;

constexpr Row kLabels[] = {
    {"can_cu", "Căn cứ"},
    {"can_nang", "Cân nặng"},
    {"chuc_vu", "Chức vụ"},
    {"co_quan_ban_hanh", "Cơ quan ban hành"},
    {"co_quan_cap_tren", "Cơ quan cấp trên"},
    {"dan_toc", "Dân tộc"},
    {"dia_danh", "Địa danh"},
    {"dien_tich", "Diện tích"},
    {"gia_tri_den", "Có giá trị đến"},
    {"giay_to_tuy_than", "Giấy tờ tùy thân"},
    {"gioi_tinh", "Giới tính"},
    {"hieu_luc", "Hiệu lực"},
    {"ho_ten", "Họ, chữ đệm, tên"},
    {"ket_hon_lan", "Kết hôn lần thứ"},
    {"kinh_gui", "Kính gửi"},
    {"loai_dat", "Loại đất"},
    {"ma_ho_so", "Mã hồ sơ"},
    {"ma_thu_tuc", "Mã thủ tục"},
    {"muc_dich", "Mục đích"},
    {"nam_sinh", "Năm sinh"},
    {"nganh_nghe", "Ngành, nghề"},
    {"ngay_ban_hanh", "Ngày ban hành"},
    {"ngay_cap", "Ngày cấp"},
    {"ngay_hen_tra", "Ngày hẹn trả"},
    {"ngay_het_han", "Ngày hết hạn"},
    {"ngay_nhan", "Ngày nhận"},
    {"ngay_sinh", "Ngày, tháng, năm sinh"},
    {"nguoi_ky", "Người ký"},
    {"nguoi_nop", "Người nộp"},
    {"nguoi_yeu_cau", "Người yêu cầu"},
    {"noi_cap", "Nơi cấp"},
    {"noi_cu_tru", "Nơi cư trú"},
    {"noi_dang_ky", "Nơi đăng ký"},
    {"noi_nhan", "Nơi nhận"},
    {"noi_sinh", "Nơi sinh"},
    {"quan_he", "Quan hệ"},
    {"que_quan", "Quê quán"},
    {"quoc_tich", "Quốc tịch"},
    {"quyen_han", "Quyền hạn"},
    {"so_dien_thoai", "Số điện thoại"},
    {"so_dinh_danh", "Số định danh cá nhân"},
    {"so_ky_hieu", "Số, ký hiệu"},
    {"so_phat_hanh", "Số phát hành"},
    {"so_vao_so", "Số vào sổ"},
    {"ten_giay_to", "Tên giấy tờ"},
    {"thua_dat_so", "Thửa đất số"},
    {"to_ban_do_so", "Tờ bản đồ số"},
    {"trich_yeu", "Trích yếu"},
};

/// Whose the field is, where a paper is about several persons.
constexpr Row kPersons[] = {
    {"_chu_ho", "chủ hộ"}, {"_cha", "cha"}, {"_me", "mẹ"}, {"_nam", "bên nam"}, {"_nu", "bên nữ"}};

std::string common_label(std::string_view name) {
  const auto found = std::find_if(std::begin(kLabels), std::end(kLabels),
                                  [&](const Row& row) { return row.first == name; });
  return found == std::end(kLabels) ? std::string() : std::string(found->second);
}

std::string label_of_kind(const std::string& name, const PaperKind* kind) {
  if (kind == nullptr) return {};
  const auto found = std::find_if(kind->fields.begin(), kind->fields.end(),
                                  [&](const KindField& field) { return field.name == name; });
  return found == kind->fields.end() ? std::string() : found->labels.front();
}

/// Null for a field that is of no such person.
const Row* person_of(std::string_view name) {
  const auto found = std::find_if(std::begin(kPersons), std::end(kPersons),
                                  [&](const Row& row) { return name.ends_with(row.first); });
  return found == std::end(kPersons) ? nullptr : &*found;
}

}  // namespace

std::string field_label(const std::string& name, const PaperKind* kind) {
  std::string label = label_of_kind(name, kind);
  if (label.empty()) label = common_label(name);
  const Row* person = person_of(name);
  if (person == nullptr) return label;
  const std::string_view whole = name;
  if (label.empty()) label = common_label(whole.substr(0, whole.size() - person->first.size()));
  const bool said = label.empty() || label.find(person->second) != std::string::npos;
  return said ? label : label + " (" + std::string(person->second) + ")";
}

}  // namespace sohoa
