#pragma once

#include "pipeline/package/compact/bilevel.h"

namespace sohoa {

/// JBIG2 (ITU-T T.88) for PDF's JBIG2Decode, without globals: one page of one generic region,
/// arithmetic coding, template 0 with its nominal adaptive pixels, typical prediction on. Every
/// pixel stands for itself: no symbols, nothing lost. The image must not be empty.
Bytes packed_jbig2(const Bilevel& pixels);

}  // namespace sohoa
