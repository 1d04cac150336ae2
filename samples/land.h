#pragma once

#include <string>

#include "samples/world.h"

namespace sohoa {

std::string area_text(const Parcel& parcel);      // "312,4 m²"
std::string area_in_words(const Parcel& parcel);  // "ba trăm mười hai phẩy bốn mét vuông"

}  // namespace sohoa
