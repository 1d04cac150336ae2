#pragma once

namespace sohoa {

// What a civil-status book's table is headed with; the writer and the check both ask here.

inline constexpr char kBookOrdinalHeader[] = "STT";
inline constexpr char kBookFileHeader[] = "Tên tệp";
inline constexpr char kBookTitleHeader[] = "Tên giấy tờ";
inline constexpr char kBookPagesHeader[] = "Số trang";

}  // namespace sohoa
