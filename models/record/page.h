#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/record/finding.h"
#include "models/record/geometry.h"
#include "models/record/image.h"

namespace sohoa {

// Three pixel grids, each with y down:
//   scan px     the page as its source shows it (EXIF orientation and PDF /Rotate applied)
//   upright px  scan px after the quarter turns that make the text upright; skew is still in it
//   clean px    what the reader sees: upright, deskewed, perhaps scaled
// Everything that leaves the reader is in upright px.

/// A page of an input: the file as the user named it, and its number in that file from 1.
struct PageSource {
  std::string file;
  int number = 1;
};

/// `scans/0007.tif page 2`
inline std::string name_of(const PageSource& source) {
  return source.file + " page " + std::to_string(source.number);
}

enum class TextLayer {
  kNone,
  kInvisible,  // another program's recognized text over a scan
  kVisible     // born digital: the page draws text
};

/// A small picture drawn over the scan by the source: an e-signature stamp, a watermark. Kept out
/// of reading, drawn again over the master in the PDF.
struct Overlay {
  MasterImage picture;  // kFlate RGB
  MasterImage mask;     // kFlate grey soft mask of the same size; no bytes: opaque
  Matrix placement;     // unit square → page points, origin bottom left, as the page is shown
};

/// What stands in the PDF for a scan.
enum class Rendition {
  kMaster,     // the scan's own stream, or its pixels stored again without loss
  kLossless,   // the same pixels in fewer bytes
  kReencoded,  // an access copy: one JPEG
  kLayered     // an access copy: background, colour at full resolution, text as a mask
};

/// A part of a layered access copy, drawn over the master and under the overlays.
struct Layer {
  MasterImage picture;
  Matrix placement;                 // as Overlay::placement
  std::optional<int> stencil_grey;  // 0 … 255: `picture` has 1 bit a pixel; its black is painted
                                    // in this grey, its white not at all
};

/// The scan's own bytes and its pixels.
struct ScannedPage {
  PageSource source;
  MasterImage master;
  Image pixels;      // scan px
  Resolution dpi;    // of `pixels`
  PageSize size;     // of the page as shown
  Matrix placement;  // unit square of the master (PDF image space, y up) → page points as shown,
                     // origin bottom left, y up
  Matrix pixels_to_points;  // scan px → the same page points
  std::vector<Layer> layers;
  std::vector<Overlay> overlays;
  TextLayer text_layer = TextLayer::kNone;
  bool drawn = false;  // the master was rendered from a page that is not one scanned image
  Rendition rendition = Rendition::kMaster;
  std::vector<Finding> findings;
};

/// Measured on the scan, at its own resolution.
struct PageQuality {
  double dpi = 0;           // the smaller axis
  double sharpness = 0;     // 0 blurred … 1 crisp edges
  double contrast = 0;      // 0 … 1, paper to ink
  double skew_degrees = 0;  // counter-clockwise positive, of the upright page
  double ink_share = 0;     // of the page's area, after cleaning
  bool blank = false;
  bool cut_edge = false;  // text runs into the border of the image
};

/// Pixels for reading only; never shown, never stored.
struct CleanPage {
  Image pixels;            // grey, black text on white, clean px
  double dpi = 0;          // of `pixels`, both axes
  Matrix to_upright;       // clean px → upright px
  int upright_width = 0;   // px
  int upright_height = 0;  // px
  Resolution upright_dpi;
  int quarter_turns = 0;              // clockwise turns of the scan that make it upright, 0–3
  double orientation_confidence = 0;  // 0 … 1
  PageQuality quality;
  std::vector<Box> seals;  // upright px: coloured stamps and signatures kept out of reading
  std::vector<Finding> findings;
};

struct Word {
  std::string text;       // NFC, no white space, never empty
  Box box;                // upright px, around the ink
  double confidence = 0;  // 0 … 1
};

/// Words from left to right.
struct Line {
  std::vector<Word> words;
  Box box;               // upright px
  Point baseline_start;  // upright px, below the left edge of the first word
  Point baseline_end;
  double x_height = 0;  // upright px
  double font_size_pt = 0;
};

enum class BlockKind { kText, kTable, kPicture, kSeal };

/// Lines that belong together, in reading order. A picture or seal has none.
struct Block {
  BlockKind kind = BlockKind::kText;
  Box box;  // upright px
  std::vector<Line> lines;
};

/// What was read, in reading order.
struct TextPage {
  int width = 0;   // upright px
  int height = 0;  // upright px
  Resolution dpi;
  int quarter_turns = 0;    // scan px → upright px, clockwise
  double skew_degrees = 0;  // left in upright px, counter-clockwise positive
  std::vector<Block> blocks;
  std::string reader;    // "tesseract 5.3.0"
  std::string language;  // "vie+eng"
  std::vector<Finding> findings;
};

/// One line of text per line read, a blank line between blocks.
std::string plain_text(const TextPage& page);

/// scan px of a `width` × `height` scan → upright px.
Matrix quarter_turn_matrix(int quarter_turns, int width, int height);

}  // namespace sohoa
