#pragma once

#include <optional>
#include <vector>

#include "pipeline/understand/agency.h"
#include "pipeline/understand/knowledge.h"
#include "pipeline/understand/page_view.h"

namespace sohoa {

/// The lines that say what a paper is: large or in capitals, in the upper part of its first page.
struct Title {
  std::size_t first_line = 0;  // in PageView::lines
  std::size_t line_end = 0;
  bool on_top = false;              // near the upper edge of the page
  const PaperKind* kind = nullptr;  // null: of a kind that the catalogue does not have
  std::string text;                 // of the catalogue, else as printed
  double likeness = 0;              // to one of the kind's titles, 0 … 1
  double confidence = 0;            // of the reading, 0 … 1
};

/// Finds titles of the catalogue's kinds. Keeps a reference to `knowledge`.
class TitleFinder {
 public:
  explicit TitleFinder(const Knowledge& knowledge);

  /// The title below `top_mm`, of a kind or of none; none when the page shows no line like one.
  std::optional<Title> find(const PageView& page, double top_mm) const;

 private:
  struct KnownTitle {
    const PaperKind* kind;
    std::string text;
    Letters letters;
  };
  struct Match {
    const KnownTitle* title = nullptr;
    double likeness = 0;
  };
  Match best_match(const Letters& letters) const;
  /// The name of an office or of the state, which stands above titles.

  std::optional<Title> known_title(const PageView& page, const std::vector<std::size_t>& lines,
                                   std::size_t first, std::size_t end) const;
  bool is_of_the_head(const ViewLine& line) const;

  std::vector<KnownTitle> titles_;
  AgencyReader agencies_;
  std::vector<Letters> positions_;  // of who decides, named above a title
};

}  // namespace sohoa
