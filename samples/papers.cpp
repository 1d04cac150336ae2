#include "samples/papers.h"

#include <algorithm>
#include <filesystem>

#include "pipeline/base/error.h"
#include "samples/script/press.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

enum class Known { kYes, kNo };

std::vector<PaperKind> drawn_in_cpp() {
  return {
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
}

std::vector<PaperKind> scripts_in(const fs::path& folder, Known known) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<PaperKind> kinds;
  for (const fs::path& file : files) {
    const Script script = read_script(file);
    kinds.push_back({script.name, script.title,
                     [script](Pad& pad, const Case& it, Random& random) {
                       draw_script(script, pad, it, random);
                     },
                     known == Known::kYes});
  }
  return kinds;
}

std::vector<PaperKind> all_kinds() {
  const fs::path papers = fs::path(SOHOA_SAMPLES_FOLDER) / "papers";
  std::vector<PaperKind> kinds = drawn_in_cpp();
  for (PaperKind& kind : scripts_in(papers / "forms", Known::kYes))
    kinds.push_back(std::move(kind));
  for (PaperKind& kind : scripts_in(papers / "unseen", Known::kNo))
    kinds.push_back(std::move(kind));
  return kinds;
}

}  // namespace

std::span<const PaperKind> paper_kinds() {
  static const std::vector<PaperKind> kinds = all_kinds();
  return kinds;
}

const PaperKind& paper_kind(const std::string& name) {
  for (const PaperKind& kind : paper_kinds()) {
    if (kind.name == name) return kind;
  }
  throw Error(ExitCode::kUsage, name, "no such kind of paper", "see `sohoa_samples list`");
}

}  // namespace sohoa
