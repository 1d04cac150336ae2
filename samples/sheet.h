#pragma once

#include <cairo.h>

#include <memory>
#include <string>
#include <vector>

#include "models/record/geometry.h"
#include "samples/random.h"
#include "samples/truth.h"

typedef struct _PangoContext PangoContext;  // NOLINT(bugprone-reserved-identifier): pango's name

namespace sohoa {

struct Colour {
  double red = 0;
  double green = 0;
  double blue = 0;
};

inline constexpr Colour kToner{0.07, 0.07, 0.08};
inline constexpr Colour kSealRed{0.93, 0.07, 0.10};
inline constexpr Colour kPenBlue{0.10, 0.18, 0.56};
inline constexpr Colour kPenBlack{0.10, 0.10, 0.12};

enum class Family { kSerif, kSans, kMono };

/// How a word is printed.
struct Face {
  double size_pt = 13;
  Family family = Family::kSerif;
  bool bold = false;
  bool italic = false;
  Colour colour = kToner;
  std::string font = {};  // name of its family; empty: the one that stands for `family`
  double spacing_pt = 0;  // more room between letters, as word processors give or take
  bool stacked = false;   // tones over hats and breves, not beside them
};

inline constexpr double kMmPerPoint = 25.4 / 72;
inline constexpr double kA4WidthMm = 210;
inline constexpr double kA4HeightMm = 297;

/// One side of one sheet of paper: what is drawn on it, as vectors in millimetres from the top
/// left, and the truth about it in the same millimetres. Inks multiply, as on paper. Drawn with
/// Pango and cairo with hinting off, so that a page looks the same at every resolution.
class Sheet {
 public:
  Sheet(double width_mm, double height_mm, std::uint64_t seed);
  ~Sheet();
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  double width() const { return width_mm_; }
  double height() const { return height_mm_; }

  double advance(const std::string& text, const Face& face);
  /// Returns the box around the ink.
  Box print(const std::string& text, Point baseline, const Face& face);

  void line(Point from, Point to, double width_mm, Colour colour = kToner);
  void dotted(Point from, Point to, Colour colour = kToner);
  void frame(const Box& box, double width_mm, Colour colour = kToner);
  void fill(const Box& box, Colour colour);
  /// A pen's path through the points, as wide as the pen presses.
  Box stroke(const std::vector<Point>& path, double width_mm, Colour colour);

  cairo_t* cairo() { return cairo_; }
  Random& random() { return random_; }
  PageTruth& truth() { return truth_; }
  const PageTruth& truth() const { return truth_; }

  /// Draws the sheet onto `target`, whose user unit must be the millimetre.
  void replay(cairo_t* target) const;

 private:
  Box ink_of(const std::string& text, const Face& face);  // from its start on the baseline
  Box print_plain(const std::string& text, Point baseline, const Face& face);
  Box print_stacked(const std::string& text, Point baseline, const Face& face);

  double width_mm_;
  double height_mm_;
  Random random_;
  PageTruth truth_;
  cairo_surface_t* surface_ = nullptr;
  cairo_t* cairo_ = nullptr;
  PangoContext* pango_ = nullptr;
};

/// A paper's sheets, sides in order.
class Pad {
 public:
  explicit Pad(std::uint64_t seed) : seed_(seed) {}
  Sheet& next(double width_mm = kA4WidthMm, double height_mm = kA4HeightMm);
  std::vector<std::unique_ptr<Sheet>>& sheets() { return sheets_; }

 private:
  std::uint64_t seed_;
  std::vector<std::unique_ptr<Sheet>> sheets_;
};

}  // namespace sohoa
