// What a symbol carries, of any bytes: taken only when it is whole, and always as UTF-8.

#include <cstdlib>

#include "pipeline/base/bytes.h"
#include "pipeline/base/text.h"
#include "pipeline/understand/codes/card_qr.h"
#include "pipeline/understand/codes/one_stop_qr.h"
#include "pipeline/understand/codes/separator_code.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(sohoa::as_text({data, size}));
  if (const auto qr = sohoa::one_stop_qr(text)) {
    require(!qr->dossier_code.empty() && sohoa::is_utf8(qr->paper_name));
    for (const std::string& member : qr->unknown) require(sohoa::is_utf8(member));
  }
  if (const auto card = sohoa::card_qr(text)) {
    require(card->personal_number.size() == 12 && card->birth_date.size() == 10);
    require(sohoa::is_utf8(card->name) && sohoa::is_utf8(card->residence));
  }
  if (const auto code = sohoa::separator_code({sohoa::CodeKind::kQr, text, {}})) {
    require(sohoa::separator_code({sohoa::CodeKind::kQr, sohoa::separator_text(*code), {}})
                .has_value());
  }
  return 0;
}
