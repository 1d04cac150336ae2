#pragma once

#include <string>

namespace sohoa {

/// Mends what the recognizer is known to write wrongly, where the result proves itself:
///   letters that Vietnamese does not have      Ð → Đ, nøhĩa → nghĩa, ï) → i)
///   vowels and Đ written twice                 câầu → cầu, QĐÐ-UBND → QĐ-UBND
///   the kind of an act in its number           12/0Đ-UBND → 12/QĐ-UBND, 71/2019/WVĐ-CP → …/NĐ-CP
///   l and I before digits                      l8/2020 → 18/2020
///   the sign that ends an official text        này./ → này./.
///   the dotted lines of forms                  tên:........ → tên:
/// `word` is NFC. Empty when there was nothing but a dotted line.
std::string repaired(const std::string& word);

}  // namespace sohoa
