#pragma once

namespace sohoa {

/// Pages of one file; more is an attack or a mistake.
inline constexpr int kPagesMax = 100'000;

}  // namespace sohoa
