#include "samples/land.h"

#include <cmath>

namespace sohoa {

namespace {

long tenths_of(const Parcel& parcel) { return std::lround(parcel.area_m2 * 10); }

}  // namespace

std::string area_number(const Parcel& parcel) {
  const long tenths = tenths_of(parcel);
  return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10);
}

std::string area_text(const Parcel& parcel) { return area_number(parcel) + " m²"; }

std::string area_in_words(const Parcel& parcel) {
  const long tenths = tenths_of(parcel);
  return spelled_number(tenths / 10) + " phẩy " + spelled_number(tenths % 10) + " mét vuông";
}

}  // namespace sohoa
