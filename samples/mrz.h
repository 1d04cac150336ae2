#pragma once

#include <array>
#include <string>

#include "samples/world.h"

namespace sohoa {

/// The three lines of 30 characters on the back of an identity card: ICAO 9303 part 5 (TD1). The
/// document number is the last nine digits of the personal number, which stands whole among the
/// optional data.
std::array<std::string, 3> machine_readable_zone(const Person& person, const Date& expires);

/// The two lines of 44 characters on the data page of a passport: ICAO 9303 part 4 (TD3). The
/// personal number stands among the optional data.
std::array<std::string, 2> passport_zone(const Person& person, const std::string& number,
                                         const Date& expires);

/// Weights 7, 3, 1; digits count themselves, letters from 10, '<' nothing (ICAO 9303 part 3).
char check_digit(const std::string& text);

}  // namespace sohoa
