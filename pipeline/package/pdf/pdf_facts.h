#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/record/geometry.h"

namespace sohoa {

/// An image as a page shows it. Where the file does not tell a number, it is 0.
struct PdfImageFacts {
  int width = 0;           // px
  int height = 0;          // px
  int bits_per_pixel = 0;  // of what is stored: a palette of 256 colours has 8
  int components = 0;      // of its colour space, 1 grey, 3 RGB
  bool stencil = false;    // a mask that paints one colour
  Resolution dpi;          // px over the inches they are shown on
  Resolution own_dpi;      // what the image's own header says (JFIF)
  double page_share = 0;   // 0 … 1, of the page that it covers
  Matrix placement;        // unit square, y up → shares of the page as shown, y down
};

/// Text on one line as the page draws it, without what annotations show.
struct PdfLine {
  std::string text;  // UTF-8, as mapped to Unicode; not normalized
  double top = 0;    // 0 top of the page as shown … 1 bottom; of the baseline
  bool visible = true;
};

struct PdfPageFacts {
  PageSize size;  // as shown: of the /MediaBox, turned
  std::vector<PdfImageFacts> images;
  std::vector<PdfLine> lines;  // in the order of the content
  int unmapped = 0;            // characters without a Unicode value
  /// Of a page without text: the darkest image's share of pixels that are ink, 0 … 1; nothing when
  /// it cannot be told here.
  std::optional<double> ink_share;
};

/// What a signature field shows.
struct PdfSignatureFacts {
  std::string field;
  int page = 0;            // from 1; 0: on none
  Box place;               // shares of the page as shown, y down; empty: invisible
  std::string text;        // drawn by its appearance
  bool has_image = false;  // in its appearance
};

struct PdfFacts {
  std::string version;  // "1.7", the later one of header and catalog
  bool encrypted = false;
  int pdfa_part = 0;  // that its metadata claim; 0: none
  std::string pdfa_level;
  std::string description;  // dc:description of its metadata
  std::vector<PdfPageFacts> pages;
  std::vector<PdfSignatureFacts> signatures;
};

}  // namespace sohoa
