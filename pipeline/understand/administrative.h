#pragma once

#include <span>
#include <vector>

#include "models/record/field.h"
#include "pipeline/understand/agency.h"
#include "pipeline/understand/closing.h"
#include "pipeline/understand/first_page.h"
#include "pipeline/understand/knowledge.h"

namespace sohoa {

/// Reads the cells of decree 30/2020, annex I, that papers of most kinds have at their head and
/// end. Keeps a reference to `knowledge`.
class CellReader {
 public:
  explicit CellReader(const Knowledge& knowledge);

  /// Office, number, place and date of a first page.
  std::vector<Field> head_fields(const PageView& page, const Letterhead& head) const;
  /// What the paper is about, to whom it goes, on what grounds.
  std::vector<Field> subject_fields(const PageView& page, const FirstPage& first) const;
  /// Who signed, in which office, and who receives a copy: of the last page that tells.
  std::vector<Field> closing_fields(std::span<const PageView> pages) const;

 private:
  Field number_field(const PageView& page, const Letterhead& head) const;
  std::vector<Field> agency_fields(const PageView& page, const Letterhead& head) const;

  const Knowledge& knowledge_;
  AgencyReader agencies_;
  ClosingFinder closings_;
  std::vector<std::string> abbreviations_;
};

/// The date of a line like "Tân Ngãi, ngày 02 tháng 9 năm 2026", and the place before it.
std::vector<Field> date_fields(const PageView& page, const WordRange& line);

}  // namespace sohoa
