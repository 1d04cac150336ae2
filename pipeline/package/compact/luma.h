#pragma once

#include "models/record/image.h"

namespace sohoa {

/// The brightness of an RGB image by the weights of JFIF (ITU-R BT.601), or the grey image itself.
Image luma_of(const Image& pixels);

}  // namespace sohoa
