#include "pipeline/package/package_names.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string_view>

#include "pipeline/base/printable.h"
#include "pipeline/base/text.h"
#include "pipeline/package/zip/windows_names.h"

namespace sohoa {

namespace {

constexpr std::string_view kInputFolder = "data/masters/inputs/";
constexpr std::size_t kNameBytesMax = 120;
constexpr std::size_t kExtensionBytesMax = 12;

std::string numbered(const char* format, int number) {
  char text[32];
  std::snprintf(text, sizeof text, format, number);
  return text;
}

std::string stem_of(const Paper& paper) {
  return numbered("%02d-", paper.number) + safe_file_name(paper.name);
}

bool allowed_in_name(char32_t c) {
  // The percent sign is forbidden as programs disagree on how a BagIt manifest writes it.
  constexpr std::u32string_view kForbidden = U"<>:\"/\\|?*%";
  return !steers_display(c) && kForbidden.find(c) == std::u32string_view::npos;
}

bool is_end(char32_t c) { return c == U'.' || c == U' '; }

std::string shortened(std::u32string name, std::size_t bytes_max) {
  name.resize(std::min(name.size(), bytes_max));  // a letter has a byte at least
  while (to_utf8(name).size() > bytes_max) name.pop_back();
  while (!name.empty() && is_end(name.back())) name.pop_back();
  return to_utf8(name);
}

}  // namespace

std::string pdf_path_of(const Paper& paper) { return "data/papers/" + stem_of(paper) + ".pdf"; }

std::string text_path_of(const Paper& paper) { return "data/text/" + stem_of(paper) + ".txt"; }

std::string alto_path_of(const Paper& paper, int page) {
  return "data/alto/" + stem_of(paper) + "/" + numbered("%04d.xml", page);
}

std::string set_aside_path_of(const PageAccount& page) {
  return "data/masters/set-aside/" + numbered("%04d.pdf", page.sequence);
}

std::string input_path_of(int number, const std::string& name) {
  const std::string base = std::filesystem::path(name).filename().string();
  return std::string(kInputFolder) + numbered("%04d-", number) + safe_file_name(base);
}

bool is_input_path(const std::string& path) { return path.starts_with(kInputFolder); }

std::string safe_file_name(const std::string& name) {
  std::u32string safe;
  for (const char32_t c : to_code_points(to_nfc(name))) safe += allowed_in_name(c) ? c : U'_';
  while (!safe.empty() && is_end(safe.back())) safe.pop_back();
  while (!safe.empty() && is_end(safe.front())) safe.erase(0, 1);
  if (is_device_name(to_utf8(safe))) safe.insert(0, 1, U'_');
  const std::size_t dot = safe.rfind(U'.');
  std::string extension = dot == std::u32string::npos ? "" : to_utf8(safe.substr(dot));
  if (extension.size() > kExtensionBytesMax) extension.clear();
  if (!extension.empty()) safe.resize(dot);
  const std::string stem = shortened(safe, kNameBytesMax - extension.size());
  return (stem.empty() ? "file" : stem) + extension;
}

}  // namespace sohoa
