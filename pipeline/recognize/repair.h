#pragma once

#include <string>
#include <vector>

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

/// The words that the recognizer ran together, as it does where a number is written by hand between
/// printed words: `ngày04tháng` → `ngày`, `04`, `tháng`; `Số:565` → `Số:`, `565`. Words without
/// marks stay whole, for they may be codes. `word` is NFC.
std::vector<std::string> run_together(const std::string& word);

}  // namespace sohoa
