#include "pipeline/package/export/workbook.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

#include "pipeline/base/error.h"
#include "pipeline/base/text.h"

namespace sohoa {

namespace {

constexpr std::size_t kSheetNameLengthMax = 31;  // Excel's
constexpr std::size_t kCellLengthMax = 32767;
constexpr std::size_t kRowsMax = 1'048'575;
constexpr double kColumnWidth = 22;  // characters

std::string shortened(const std::string& text, std::size_t length_max) {
  std::u32string points = to_code_points(to_nfc(text));
  if (points.size() > length_max) points.resize(length_max);
  return to_utf8(points);
}

// Excel allows none of these in the name of a sheet.
std::string sheet_name(const std::string& name) {
  std::string clean = shortened(name, kSheetNameLengthMax);
  std::replace_if(
      clean.begin(), clean.end(),
      [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos; }, '_');
  return clean.empty() ? "1" : clean;
}

// Read from the text, not through a time zone: the clock face is what the file shows.
std::time_t clock_face(const std::string& job_time) {
  int year = 1980, month = 1, day = 1, hour = 0, minute = 0, second = 0;
  std::sscanf(job_time.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d", &year, &month, &day, &hour, &minute,
              &second);
  using namespace std::chrono;
  const sys_days date = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                        std::chrono::day(static_cast<unsigned>(day));
  return system_clock::to_time_t(date + hours(hour) + minutes(minute) + seconds(second));
}

Error failure(const std::filesystem::path& file, lxw_error error) {
  return Error(ExitCode::kOutput, file.string(), lxw_strerror(error), "check the disk");
}

void write_row(lxw_worksheet* sheet, lxw_row_t row, const std::vector<std::string>& cells,
               lxw_format* format) {
  lxw_col_t column = 0;
  for (const std::string& cell : cells) {
    worksheet_write_string(sheet, row, column++, shortened(cell, kCellLengthMax).c_str(), format);
  }
}

}  // namespace

void write_workbook(const BookTable& table, const std::string& job_time,
                    const std::filesystem::path& file) {
  if (table.rows.size() > kRowsMax || table.heads.size() > LXW_COL_MAX) {
    throw Error(ExitCode::kInput, table.name, "has more rows than an .xlsx can hold",
                "divide the book");
  }
  lxw_workbook* book = workbook_new(file.c_str());
  if (book == nullptr) throw failure(file, LXW_ERROR_MEMORY_MALLOC_FAILED);
  std::string program = "sohoa";
  lxw_doc_properties properties{};
  properties.author = program.data();
  properties.created = clock_face(job_time);
  workbook_set_properties(book, &properties);
  lxw_worksheet* sheet = workbook_add_worksheet(book, sheet_name(table.name).c_str());
  lxw_format* bold = workbook_add_format(book);
  format_set_bold(bold);
  if (!table.heads.empty()) {
    worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(table.heads.size() - 1), kColumnWidth,
                         nullptr);
  }
  worksheet_freeze_panes(sheet, 1, 0);
  write_row(sheet, 0, table.heads, bold);
  lxw_row_t row = 1;
  for (const auto& cells : table.rows) write_row(sheet, row++, cells, nullptr);
  const lxw_error error = workbook_close(book);
  if (error != LXW_NO_ERROR) throw failure(file, error);
}

}  // namespace sohoa
