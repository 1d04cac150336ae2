#pragma once

#include <string>

namespace sohoa {

/// "TỜ KHAI ĐĂNG KÝ KHAI SINH" → "Tờ khai đăng ký khai sinh"; what is not in capitals stays as it
/// is.
std::string in_sentence_case(const std::string& text);

/// Without white space and punctuation at its ends.
std::string trimmed(const std::string& text);

}  // namespace sohoa
