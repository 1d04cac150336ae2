#pragma once

#include <string>

#include "samples/sheet.h"

namespace sohoa {

/// The round red seal of an office: name along the rim, a star and an ear of rice inside, ink that
/// did not take everywhere. 36 mm wide as a commune's.
void press_seal(Sheet& sheet, Point centre, const std::string& rim, const std::string& heart,
                double diameter_mm = 36);

/// A person's signature about `width_mm` wide whose middle is `centre`, with a pen.
void sign(Sheet& sheet, Point centre, double width_mm, Colour colour);

/// A framed word stamp, "BẢN SAO" or "ĐÃ THU LỆ PHÍ", a little turned.
void press_word_stamp(Sheet& sheet, Point centre, const std::string& words, double turn_degrees);

}  // namespace sohoa
