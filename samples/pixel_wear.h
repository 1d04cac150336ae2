#pragma once

#include "models/record/image.h"
#include "samples/random.h"
#include "samples/wear.h"

namespace sohoa {

/// Wears an RGB image of ink on white down in place. Integer and IEEE arithmetic in one fixed
/// order, so that the same seed gives the same pixels on any number of threads.
class PixelWear {
 public:
  /// `placed` takes millimetres of the sheet to px.
  PixelWear(Image& image, const Wear& wear, const Matrix& placed, double sheet_width_mm,
            double sheet_height_mm, std::uint64_t seed);

  /// The other side's ink, seen through the paper.
  void show_through(Image back);
  /// Paper colour and grain, folds, holes, dirt, uneven light.
  void age_paper();
  /// The scanner's lens, its sensor, lines of its feeder.
  void scan();
  /// A copier's contrast, toner dust and dark edges, on a grey image.
  void photocopy(Image& grey);

 private:
  void tint();
  void fold();
  void punch();
  void speck();
  void shade();
  void roughen();
  void draw_feeder_lines();

  Image& image_;
  const Wear& wear_;
  Matrix placed_;
  double sheet_width_mm_;
  double sheet_height_mm_;
  Random random_;
};

/// Grey levels below `level` become 0, the rest 255.
void threshold(Image& grey, double level);

/// A three-tap blur each way, as often as the deviation asks for.
void blur(Image& image, double deviation_px);

}  // namespace sohoa
