#pragma once

#include <string>

#include "samples/world.h"

namespace sohoa {

/// "245,3"
std::string area_number(const Parcel& parcel);
std::string area_text(const Parcel& parcel);      // "312,4 m²"
std::string area_in_words(const Parcel& parcel);  // "ba trăm mười hai phẩy bốn mét vuông"

}  // namespace sohoa
