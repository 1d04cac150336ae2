#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/record/image.h"
#include "models/record/package.h"
#include "models/record/page.h"

namespace sohoa {

/// px: the height of the line images that engines read.
inline constexpr int kLineHeight = 36;

/// Recognizes the text of lines. For one thread.
class LineEngine {
 public:
  virtual ~LineEngine() = default;

  /// The words of each line, from left to right. Lines are grey, black on white, kLineHeight px
  /// high, each alone in its image. The boxes, in px of the image, are rough along the line.
  virtual std::vector<std::vector<Word>> read_lines(std::span<const Image> lines) = 0;

  virtual std::string name() const = 0;
  virtual std::string language() const = 0;

  /// Program and model files, with digests.
  virtual std::vector<Ingredient> ingredients() const = 0;
};

}  // namespace sohoa
