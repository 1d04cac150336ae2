#pragma once

#include <string>
#include <vector>

#include "models/record/geometry.h"
#include "pipeline/base/json.h"

namespace sohoa {

/// How a word came onto the paper.
enum class WordInk { kPrint, kHand, kStamp };

struct TruthWord {
  std::string text;  // NFC
  Box box;           // around the ink
  WordInk ink = WordInk::kPrint;
  std::string field;  // name of the field that it belongs to, or empty
};

/// One line as printed, words from left to right.
struct TruthLine {
  std::vector<TruthWord> words;
};

enum class TruthMarkKind {
  kSeal,
  kSignature,
  kStamp,
  kQr,
  kTickedBox,
  kEmptyBox,
  kPhoto,
  kBarcode
};

/// Ink that is not a line of text.
struct TruthMark {
  TruthMarkKind kind = TruthMarkKind::kSeal;
  Box box;
  std::string text;  // what a seal says, what a code carries
};

/// A value that a clerk would type from the paper.
struct TruthField {
  std::string name;   // "so_ky_hieu"
  std::string value;  // as a clerk types it: "47/QĐ-UBND", "2026-03-14"
  Box box;            // around the words that show it; empty when it stands on another page
};

/// What one side of one sheet says. Lengths are millimetres of the sheet while it is drawn, pixels
/// of the final image after `moved`.
struct PageTruth {
  std::vector<TruthLine> lines;  // in reading order
  std::vector<TruthMark> marks;
  std::vector<TruthField> fields;
  bool blank = false;
};

/// The truth with every box taken through `matrix` and cut to a `width` × `height` image.
PageTruth moved(const PageTruth& truth, const Matrix& matrix, double width, double height);

/// One line of text per printed line; handwriting and rubber stamps stand in {{…}}.
std::string text_of(const PageTruth& truth);
std::string text_of(const TruthLine& line);

Box box_of(const TruthLine& line);
std::string name_of(TruthMarkKind kind);

/// Members "lines", "marks", "fields", "blank".
Json json_of(const PageTruth& truth);

}  // namespace sohoa
