#include "pipeline/acquire/kind.h"

namespace sohoa {

namespace {

using namespace std::string_view_literals;

struct Mark {
  std::string_view bytes;
  FileKind kind;
};

constexpr Mark kMarks[] = {
    {"\xFF\xD8\xFF"sv, FileKind::kJpeg},
    {"\x89PNG\r\n\x1A\n"sv, FileKind::kPng},
    {"II*\0"sv, FileKind::kTiff},
    {"MM\0*"sv, FileKind::kTiff},
    {"II+\0"sv, FileKind::kTiff},  // BigTIFF
    {"MM\0+"sv, FileKind::kTiff},
    {"\0\0\0\x0CjP  \r\n\x87\n"sv, FileKind::kJpeg2000},
    {"\xFF\x4F\xFF\x51"sv, FileKind::kJpeg2000},  // bare codestream
    {"%PDF-"sv, FileKind::kPdf},
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '#'; }

bool is_pnm(std::string_view text) {
  return text.size() > 3 && text[0] == 'P' && text[1] >= '1' && text[1] <= '6' && is_space(text[2]);
}

/// "BM", and the size of one of the information headers that there are.
bool is_bmp(std::string_view text) {
  if (!text.starts_with("BM") || text.size() < 18) return false;
  const auto size = static_cast<unsigned char>(text[14]);
  return text[15] == 0 && (size == 12 || size == 40 || size == 52 || size == 56 || size == 64 ||
                           size == 108 || size == 124);
}

}  // namespace

std::optional<FileKind> kind_of(ByteView beginning) {
  const std::string_view text = as_text(beginning);
  for (const Mark& mark : kMarks) {
    if (text.starts_with(mark.bytes)) return mark.kind;
  }
  if (text.starts_with("RIFF") && text.size() >= 12 && text.substr(8, 4) == "WEBP") {
    return FileKind::kWebp;
  }
  if (is_bmp(text)) return FileKind::kBmp;
  if (is_pnm(text)) return FileKind::kPnm;
  if (text.substr(0, kKindBytes).find("%PDF-") != std::string_view::npos) return FileKind::kPdf;
  return std::nullopt;
}

}  // namespace sohoa
