// Lines of any bytes: what is read names its lines, and is put right only when all digits fit.

#include <cstdlib>

#include "pipeline/base/bytes.h"
#include "pipeline/understand/codes/mrz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::string> lines(1);
  for (std::size_t i = 0; i < size; ++i) {
    if (data[i] == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += static_cast<char>(data[i]);
    }
  }
  const auto mrz = sohoa::read_mrz(lines);
  if (!mrz) return 0;
  const std::size_t count = mrz->kind == sohoa::MrzKind::kTd1 ? 3 : 2;
  if (mrz->line_index.size() != count || mrz->line_index.back() >= lines.size()) std::abort();
  if (mrz->repaired && !mrz->failed.empty()) std::abort();
  return 0;
}
