#pragma once

#include "pipeline/base/bytes.h"

namespace sohoa {

/// An sRGB display profile (IEC 61966-2-1, ICC.1:2004-10, parametric curves), made here so that
/// no file of the system is needed. 0.5 KB.
Bytes srgb_profile();

/// The colour meant by CMYK that says nothing about its inks: red = (1 - C)(1 - K) and so on, in
/// sRGB. As an input profile with a lookup table, for scans whose CMYK has no profile of its own:
/// PDF/A allows no bare DeviceCMYK beside an sRGB output intent.
Bytes plain_cmyk_profile();

/// Whether a profile found in an image may stand in a PDF/A-2 as ICCBased with so many components:
/// header sound, at most version 4, of a class and colour space that ISO 32000-1, 8.6.5.5 allows.
bool can_embed_profile(ByteView profile, int components);

}  // namespace sohoa
