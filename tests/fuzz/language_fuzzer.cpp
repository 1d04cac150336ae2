// A file of a language model: whatever its bytes, it is refused or answers within bounds.

#include <cstdlib>

#include "pipeline/base/error.h"
#include "pipeline/recognize/guard.h"
#include "pipeline/recognize/language_model.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sohoa;
  const Bytes bytes(data, data + size);
  try {
    const LanguageModel model(bytes, "fuzzed.lm");
    const int words[] = {LanguageModel::kNone, model.number(), model.other(), model.word("a")};
    for (const int before : words) {
      for (const int last : words) {
        if (model.log_probability(before, last, model.number()) > 0) std::abort();
      }
    }
    choose_readings(model, {{{"a", 0}, {"b", -1}}, {{"12", 0}}, {{"a", -1}, {"c", -2}}});
  } catch (const Error&) {
    return 0;
  }
  return 0;
}
