#pragma once

#include <filesystem>
#include <functional>
#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "models/record/package.h"
#include "pipeline/package/pdf/pdf_writer.h"

namespace sohoa::test {

/// One page to draw: a colour scan with a bar of ink, and lines of text over it.
struct DrawnPage {
  double width_mm = 105, height_mm = 148;
  double dpi = 200;
  ColorSpace colours = ColorSpace::kRgb;
  bool inked = true;
  std::vector<std::string> lines = {"Họ và tên: Trần Văn Mẫu", "Sinh ngày 02 tháng 5 năm 1990"};
};

struct DrawnPdf {
  std::vector<DrawnPage> pages = {DrawnPage{}};
  OutputType type = OutputType::kPdfA2u;
  std::string description;  // of an access copy
};

ScannedPage scan_of(const DrawnPage& page, int number);
TextPage text_of(const DrawnPage& page);

void draw_pdf(const DrawnPdf& drawn, const std::filesystem::path& path);

/// Writes the PDF anew after `change`, as the PDF writer would.
void change_pdf(const std::filesystem::path& path, const std::function<void(QPDF&)>& change);

/// A package with one paper for each `papers`, and blank scans set aside after it.
struct DrawnPackage {
  std::vector<DrawnPdf> papers = {DrawnPdf{}};
  int blank_pages = 1;
  std::function<void(Record&)> change = [](Record&) {};  // before it is packed
};

void draw_package(const DrawnPackage& drawn, const std::filesystem::path& path);

/// Writes the zip anew with its files changed: name → bytes; a name may be added or erased.
void change_zip(const std::filesystem::path& path,
                const std::function<void(std::vector<std::pair<std::string, Bytes>>&)>& change);

}  // namespace sohoa::test
