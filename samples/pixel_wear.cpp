#include "samples/pixel_wear.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace sohoa {

namespace {

constexpr std::size_t kNoiseTable = 4096;

std::uint8_t to_byte(double value) {
  return static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0));
}

/// Noise that costs a few instructions a pixel: a table of normal numbers, walked at random.
class Noise {
 public:
  Noise(Random& random, double deviation) : state_(random.next() | 1) {
    for (std::int16_t& value : table_) {
      value = static_cast<std::int16_t>(std::lround(random.normal() * deviation * 16));
    }
  }
  /// In sixteenths of a grey level.
  int next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 17;
    state_ ^= state_ << 5;
    return table_[state_ >> 20];
  }

 private:
  std::array<std::int16_t, kNoiseTable> table_{};
  std::uint32_t state_;
};

/// Smooth random hills between −1 and 1 over a grid of `cell` px.
class Hills {
 public:
  Hills(Random& random, int width, int height, double cell)
      : cell_(cell), columns_(static_cast<int>(width / cell) + 3) {
    const int rows = static_cast<int>(height / cell) + 3;
    for (int i = 0; i < columns_ * rows; ++i) values_.push_back(random.between(-1, 1));
  }
  double at(int x, int y) const {
    const double u = x / cell_, v = y / cell_;
    const int i = static_cast<int>(u), j = static_cast<int>(v);
    const double s = u - i, t = v - j;
    const auto value = [&](int row, int column) {
      return values_[static_cast<std::size_t>(row) * columns_ + column];
    };
    return (value(j, i) * (1 - s) + value(j, i + 1) * s) * (1 - t) +
           (value(j + 1, i) * (1 - s) + value(j + 1, i + 1) * s) * t;
  }

 private:
  double cell_;
  int columns_;
  std::vector<double> values_;
};

void multiply(std::uint8_t* pixel, int channels, double factor) {
  for (int c = 0; c < channels; ++c) pixel[c] = to_byte(pixel[c] * factor);
}

}  // namespace

PixelWear::PixelWear(Image& image, const Wear& wear, const Matrix& placed, double sheet_width_mm,
                     double sheet_height_mm, std::uint64_t seed)
    : image_(image),
      wear_(wear),
      placed_(placed),
      sheet_width_mm_(sheet_width_mm),
      sheet_height_mm_(sheet_height_mm),
      random_(seed, "wear") {}

void PixelWear::show_through(Image back) {
  blur(back, 1.6 * wear_.dpi.x / 300);
  const int strength = static_cast<int>(wear_.bleed * 256);
  for (std::size_t i = 0; i < image_.data.size(); ++i) {
    const int lost = (255 - back.data[i]) * strength >> 8;
    image_.data[i] = static_cast<std::uint8_t>(image_.data[i] * (255 - lost) / 255);
  }
}

void PixelWear::age_paper() {
  tint();
  if (wear_.folds > 0) fold();
  if (wear_.punch_holes > 0) punch();
  speck();
  if (wear_.shade > 0) shade();
}

void PixelWear::tint() {
  // Office paper is a little blue, old paper a little yellow; past its edge lies the lid.
  const double light = random_.between(249, 255);
  const double age = random_.between(-1.5, 2.5);
  const double paper[3] = {light, light - age * 0.4, light - age};
  const double lid = random_.between(226, 244);
  const Hills grain(random_, image_.width, image_.height, wear_.dpi.x * 0.02);
  const Matrix back = inverse(placed_);
  for (int y = 0; y < image_.height; ++y) {
    std::uint8_t* pixel = image_.row(y);
    for (int x = 0; x < image_.width; ++x, pixel += 3) {
      const Point mm = back * Point{x + 0.5, y + 0.5};
      if (mm.x < 0 || mm.y < 0 || mm.x > sheet_width_mm_ || mm.y > sheet_height_mm_) {
        std::fill_n(pixel, 3, to_byte(lid));
        continue;
      }
      const double bump = grain.at(x, y) * wear_.texture;
      for (int c = 0; c < 3; ++c) pixel[c] = to_byte(pixel[c] * (paper[c] + bump) / 255);
    }
  }
}

void PixelWear::fold() {
  // A crease throws a shadow on one side and shines on the other; toner chips off along it.
  for (int i = 1; i <= wear_.folds; ++i) {
    const bool level = i != 3;
    const double at = (level ? sheet_height_mm_ : sheet_width_mm_) *
                      (wear_.folds == 1 || !level ? 0.5 : i / 3.0) * random_.between(0.985, 1.015);
    const double lean = random_.between(-0.008, 0.008);
    const double depth = random_.between(0.10, 0.2);
    const Matrix back = inverse(placed_);
    for (int y = 0; y < image_.height; ++y) {
      std::uint8_t* pixel = image_.row(y);
      for (int x = 0; x < image_.width; ++x, pixel += 3) {
        const Point mm = back * Point{x + 0.5, y + 0.5};
        const double away = (level ? mm.y - mm.x * lean : mm.x - mm.y * lean) - at;
        if (std::abs(away) > 4) continue;
        const double shadow = depth * std::exp(-away * away / (away > 0 ? 1.8 : 0.12));
        const double shine = away < 0 ? 0.03 * std::exp(-away * away / 2.5) : 0;
        multiply(pixel, 3, 1 - shadow + shine);
        if (std::abs(away) < 0.12 && random_.chance(0.3)) {
          for (int c = 0; c < 3; ++c) pixel[c] = to_byte(pixel[c] + 90);
        }
      }
    }
  }
}

void PixelWear::punch() {
  for (int hole = 0; hole < wear_.punch_holes; ++hole) {
    const Point mm{11 + random_.between(-0.6, 0.6),
                   sheet_height_mm_ / 2 + (hole - (wear_.punch_holes - 1) / 2.0) * 80};
    const Point centre = placed_ * mm;
    const double radius = 3 * wear_.dpi.x / 25.4;
    const double stretch = wear_.dpi.y / wear_.dpi.x;
    for (int y = std::max(0, static_cast<int>(centre.y - radius * stretch) - 3);
         y < std::min<double>(image_.height, centre.y + radius * stretch + 3); ++y) {
      for (int x = std::max(0, static_cast<int>(centre.x - radius) - 3);
           x < std::min<double>(image_.width, centre.x + radius + 3); ++x) {
        const double dx = x - centre.x, dy = (y - centre.y) / stretch;
        const double away = std::sqrt(dx * dx + dy * dy) - radius;
        if (away > 2) continue;
        std::uint8_t* pixel = image_.row(y) + x * 3;
        // The lid shows through the hole, in the shadow of its rim.
        const double level = away > -1.5 ? 150 : 208 + dy / radius * 18;
        std::fill_n(pixel, 3, to_byte(away > 0 ? pixel[0] * 0.9 : level));
      }
    }
  }
}

void PixelWear::speck() {
  for (int i = 0; i < wear_.specks; ++i) {
    const int x = random_.whole(0, image_.width - 1);
    const int y = random_.whole(0, image_.height - 1);
    const double radius = wear_.dpi.x / 25.4 * random_.between(0.04, 0.17);
    const double level = random_.between(0.35, 0.9);
    for (int dy = static_cast<int>(-radius); dy <= radius; ++dy) {
      for (int dx = static_cast<int>(-radius); dx <= radius; ++dx) {
        const int px = x + dx, py = y + dy;
        if (px < 0 || py < 0 || px >= image_.width || py >= image_.height) continue;
        if (dx * dx + dy * dy > radius * radius || random_.chance(0.25)) continue;
        multiply(image_.row(py) + px * 3, 3, level);
      }
    }
  }
}

void PixelWear::shade() {
  const double turn = random_.between(0, 2 * M_PI);
  const double across = std::cos(turn), down = std::sin(turn);
  const Hills hills(random_, image_.width, image_.height, image_.width / 2.6);
  for (int y = 0; y < image_.height; ++y) {
    std::uint8_t* pixel = image_.row(y);
    const double v = y / static_cast<double>(image_.height) - 0.5;
    for (int x = 0; x < image_.width; ++x, pixel += 3) {
      const double u = x / static_cast<double>(image_.width) - 0.5;
      const double slope = 0.5 + 0.7 * (u * across + v * down) + 0.12 * hills.at(x, y);
      multiply(pixel, 3, 1 - wear_.shade * std::clamp(slope, 0.0, 1.0));
    }
  }
}

void PixelWear::scan() {
  roughen();
  blur(image_, wear_.blur_px);
  if (wear_.feeder_lines > 0) draw_feeder_lines();
  if (wear_.noise <= 0) return;
  Noise noise(random_, wear_.noise);
  for (std::uint8_t& value : image_.data) {
    const int level = (value * 16 + noise.next() + 8) >> 4;
    value = static_cast<std::uint8_t>(std::clamp(level, 0, 255));
  }
}

void PixelWear::roughen() {
  // Moving an edge a little changes a pixel by that much of its slope.
  constexpr int kSlopeMin = 24;
  constexpr double kPerDeviation = 0.87;  // of two slopes, by hills that deviate by about 0.4
  const Hills hills(random_, image_.width, image_.height, 1.9);
  const std::size_t stride = image_.stride();
  Bytes above(image_.row(0), image_.row(0) + stride), row(stride);
  for (int y = 1; y + 1 < image_.height; ++y) {
    std::uint8_t* pixels = image_.row(y);
    const std::uint8_t* below = image_.row(y + 1);
    row.assign(pixels, pixels + stride);
    for (int x = 1; x + 1 < image_.width; ++x) {
      const std::size_t green = static_cast<std::size_t>(x) * 3 + 1;
      const int slope =
          std::abs(row[green + 3] - row[green - 3]) + std::abs(below[green] - above[green]);
      if (slope < kSlopeMin) continue;
      const double shift = hills.at(x, y) * wear_.ragged_px * kPerDeviation * slope;
      for (std::size_t c = green - 1; c <= green + 1; ++c) pixels[c] = to_byte(row[c] + shift);
    }
    above.swap(row);
  }
}

void PixelWear::draw_feeder_lines() {
  // Dirt on the glass of a feeder stands still while the paper moves: a line down the whole page.
  for (int i = 0; i < wear_.feeder_lines; ++i) {
    const int x = random_.whole(image_.width / 12, image_.width * 11 / 12);
    const int width = random_.whole(1, 2);
    const double level = random_.between(0.25, 0.7);
    for (int y = 0; y < image_.height; ++y) {
      multiply(image_.row(y) + x * 3, 3 * width, level + random_.between(-0.12, 0.12));
    }
  }
}

void PixelWear::photocopy(Image& grey) {
  const double gain = 1 + wear_.copier * 0.6;
  const double edge_mm[2] = {random_.between(1, 5) * wear_.copier, random_.between(0, 3)};
  const Hills toner(random_, grey.width, grey.height, wear_.dpi.x * 0.3);
  Noise dust(random_, 1);
  for (int y = 0; y < grey.height; ++y) {
    std::uint8_t* row = grey.row(y);
    const double from_bottom_mm = (grey.height - y) * 25.4 / wear_.dpi.y;
    for (int x = 0; x < grey.width; ++x) {
      double level = 128 + (row[x] - 118) * gain + toner.at(x, y) * 28 * wear_.copier;
      // The lid was open: light falls off past the paper's edge.
      const double from_left_mm = x * 25.4 / wear_.dpi.x;
      const double wobble = toner.at(y % grey.width, 0) * 0.6;
      if (from_left_mm < edge_mm[0] + wobble || from_bottom_mm < edge_mm[1] + wobble) level = 20;
      if (dust.next() > 53 - static_cast<int>(wear_.copier * 4)) level *= 0.35;
      row[x] = to_byte(level);
    }
  }
}

void threshold(Image& grey, double level) {
  for (std::uint8_t& value : grey.data) value = value < level ? 0 : 255;
}

void blur(Image& image, double deviation_px) {
  constexpr double kPassDeviationMax = 0.68;  // one pass of three taps cannot blur more
  if (deviation_px <= 0) return;
  const double passes =
      std::ceil(deviation_px * deviation_px / (kPassDeviationMax * kPassDeviationMax));
  const int side = static_cast<int>(deviation_px * deviation_px / passes / 2 * 256 + 0.5);
  const int middle = 256 - 2 * side;
  const int channels = image.channels;
  Bytes above, line;
  for (int pass = 0; pass < static_cast<int>(passes); ++pass) {
    for (int y = 0; y < image.height; ++y) {
      std::uint8_t* row = image.row(y);
      line.assign(row, row + image.stride());
      const std::size_t last = image.stride() - channels;
      for (std::size_t i = channels; i < last; ++i) {
        row[i] = static_cast<std::uint8_t>(
            (line[i - channels] * side + line[i] * middle + line[i + channels] * side + 128) >> 8);
      }
    }
    above.assign(image.row(0), image.row(0) + image.stride());
    for (int y = 1; y + 1 < image.height; ++y) {
      std::uint8_t* row = image.row(y);
      const std::uint8_t* below = image.row(y + 1);
      line.assign(row, row + image.stride());
      for (std::size_t i = 0; i < line.size(); ++i) {
        row[i] = static_cast<std::uint8_t>(
            (above[i] * side + line[i] * middle + below[i] * side + 128) >> 8);
      }
      above.swap(line);
    }
  }
}

}  // namespace sohoa
