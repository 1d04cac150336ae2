#pragma once

#include <string>

namespace sohoa {

/// The 134 letters with Vietnamese marks, đ among them: 67 of lower case, then their capitals in
/// the same order.
std::u32string marked_letters();

}  // namespace sohoa
