#include "samples/papers.h"

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

constexpr PaperKind kPapers[] = {
    {"quyet-dinh", "Quyết định", draw_decision},
    {"cong-van", "Công văn", draw_letter},
    {"to-trinh", "Tờ trình", draw_submission},
    {"to-khai-khai-sinh", "Tờ khai đăng ký khai sinh", draw_birth_declaration},
    {"giay-chung-sinh", "Giấy chứng sinh", draw_birth_notice},
    {"giay-khai-sinh", "Giấy khai sinh", draw_birth_certificate},
    {"to-khai-ket-hon", "Tờ khai đăng ký kết hôn", draw_marriage_declaration},
    {"xac-nhan-hon-nhan", "Giấy xác nhận tình trạng hôn nhân", draw_marital_status},
    {"to-khai-ct01", "Tờ khai thay đổi thông tin cư trú (CT01)", draw_residence_declaration},
    {"giay-chung-nhan-qsdd", "Giấy chứng nhận quyền sử dụng đất", draw_land_certificate},
    {"don-bien-dong-dat-dai", "Đơn đăng ký biến động đất đai", draw_land_change},
    {"hop-dong-tang-cho", "Hợp đồng tặng cho quyền sử dụng đất", draw_gift_contract},
    {"giay-uy-quyen", "Giấy ủy quyền", draw_authorization},
    {"de-nghi-ho-kinh-doanh", "Giấy đề nghị đăng ký hộ kinh doanh", draw_business_registration},
    {"giay-tiep-nhan", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", draw_receipt},
    {"can-cuoc", "Thẻ căn cước", draw_identity_card},
};

}  // namespace

std::span<const PaperKind> paper_kinds() { return kPapers; }

const PaperKind& paper_kind(const std::string& name) {
  for (const PaperKind& kind : kPapers) {
    if (kind.name == name) return kind;
  }
  throw Error(ExitCode::kUsage, name, "no such kind of paper", "see `sohoa_samples list`");
}

}  // namespace sohoa
