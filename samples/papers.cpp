#include "samples/papers.h"

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

constexpr PaperKind kPapers[] = {
    {"quyet-dinh", "Quyết định", draw_decision},
    {"cong-van", "Công văn", draw_letter},
    {"to-trinh", "Tờ trình", draw_submission},
    {"to-khai-khai-sinh", "Tờ khai đăng ký khai sinh", draw_birth_declaration},
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
