// Text of any bytes: what the text functions give is UTF-8, and composing it again changes nothing.

#include <cstdlib>

#include "pipeline/base/bytes.h"
#include "pipeline/base/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = sohoa::as_text({data, size});
  const std::string composed = sohoa::to_nfc(text);
  if (!sohoa::is_nfc(composed)) std::abort();
  if (!sohoa::is_utf8(sohoa::without_marks(text))) std::abort();
  if (!sohoa::is_utf8(sohoa::xml_escaped(text))) std::abort();
  for (const std::string& word : sohoa::split_words(text)) {
    if (word.empty() || !sohoa::is_utf8(word)) std::abort();
  }
  const std::string_view a = text.substr(0, size / 2);
  const std::string_view b = text.substr(size / 2);
  if (sohoa::natural_less(a, b) && sohoa::natural_less(b, a)) std::abort();
  return 0;
}
