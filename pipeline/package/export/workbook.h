#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace sohoa {

/// A table with one row of heads.
struct BookTable {
  std::string name;  // of the sheet
  std::vector<std::string> heads;
  std::vector<std::vector<std::string>> rows;  // each as long as `heads`
};

/// Writes the table as an .xlsx (by libxlsxwriter): all cells are text, the first row is bold and
/// stays in sight. `job_time` (ISO 8601) is when it was made. Same table, same bytes, whatever the
/// time zone. Errors: Error (kOutput).
void write_workbook(const BookTable& table, const std::string& job_time,
                    const std::filesystem::path& file);

}  // namespace sohoa
