#include "samples/dossier_plan.h"

#include "pipeline/base/error.h"

namespace sohoa {

std::span<const PlannedDossier> planned_dossiers() {
  static const std::vector<PlannedDossier> dossiers = {
      {"dat-dai",
       "Đăng ký biến động do tặng cho quyền sử dụng đất",
       202601,
       {{"01-don-bien-dong.tif", 200, {{"don-bien-dong-dat-dai", "mono"}}},
        {"02-hop-dong-tang-cho.tif", 200, {{"hop-dong-tang-cho", "mono", Sides::kBoth}}},
        {"03-giay-chung-nhan.pdf", 200, {{"giay-chung-nhan-qsdd", "filed"}}},
        {"04-giay-uy-quyen.tif", 200, {{"giay-uy-quyen", "photocopy"}}},
        {"05-quyet-dinh.pdf", 200, {{"quyet-dinh", "skewed"}}}}},
      {"ho-kinh-doanh",
       "Đăng ký thành lập hộ kinh doanh",
       202602,
       {{"01-giay-tiep-nhan.png", 200, {{"giay-tiep-nhan", "mono"}}},
        {"02-ho-so.pdf",
         200,
         {{"de-nghi-ho-kinh-doanh", "clean", Sides::kBoth},
          {"giay-uy-quyen", "folded"},
          {"can-cuoc", "clean", Sides::kBoth},
          {"cong-van", "bleed-through"}}},
        {"03-to-trinh.tif", 204, {{"to-trinh", "fax"}}}}},
      {"ket-hon",
       "Đăng ký kết hôn",
       202604,
       {{"01-to-khai.jpg", 200, {{"to-khai-ket-hon", "clean"}}},
        {"02-xac-nhan-hon-nhan.pdf", 200, {{"xac-nhan-hon-nhan", "rotated"}}}}},
      {"khai-sinh",
       "Đăng ký khai sinh liên thông đăng ký thường trú",
       202613,
       {{"01-to-khai.jpg", 200, {{"to-khai-khai-sinh", "clean", Sides::kBoth}}},
        {"02-giay-chung-sinh.jpg", 200, {{"giay-chung-sinh", "folded"}}},
        {"03-giay-to-kem-theo.pdf",
         200,
         {{"can-cuoc", "shaded"}, {"giay-tiep-nhan", "rotated"}, {"to-khai-ct01", "filed"}}},
        {"04-giay-khai-sinh.jpg", 200, {{"giay-khai-sinh", "feeder-line"}}}}},
  };
  return dossiers;
}

const PlannedDossier& planned_dossier(const std::string& name) {
  for (const PlannedDossier& dossier : planned_dossiers()) {
    if (dossier.name == name) return dossier;
  }
  throw Error(ExitCode::kUsage, name, "no such dossier", "see `sohoa_samples list`");
}

}  // namespace sohoa
