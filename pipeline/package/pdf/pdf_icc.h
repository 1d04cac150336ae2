#pragma once

#include <optional>

#include "pipeline/base/bytes.h"
#include "pipeline/package/pdf/icc_file.h"
#include "pipeline/package/pdf/pdf_version.h"

namespace sohoa {

/// The newest profiles a PDF may carry.
inline IccVersion newest_profile(PdfVersion version) {
  return version == PdfVersion::k14 ? IccVersion::k2 : IccVersion::k4;
}

/// An sRGB display profile (IEC 61966-2-1), made here so that no file of the system is needed.
/// Version 4 (ICC.1:2004-10) has parametric curves and 0.5 KB, version 2 tables and 2.5 KB.
Bytes srgb_profile(IccVersion version = IccVersion::k4);

/// The colour meant by CMYK that says nothing about its inks: red = (1 - C)(1 - K) and so on, in
/// sRGB. As an input profile with a lookup table, for scans whose CMYK has no profile of its own:
/// PDF/A allows no bare DeviceCMYK beside an sRGB output intent.
Bytes plain_cmyk_profile(IccVersion version = IccVersion::k4);

/// Whether a profile found in an image may stand in a PDF/A as ICCBased with so many components:
/// header sound, of a class and colour space that ISO 32000-1, 8.6.5.5 allows, no newer than
/// `newest`.
bool can_embed_profile(ByteView profile, int components, IccVersion newest = IccVersion::k4);

/// A profile of version 4 said in version 2 (ICC.1:2001-04), its parametric curves as tables: what
/// is made of three primaries or of one grey curve, as cameras and scanners have it. Nothing for
/// others. `profile` is one that can_embed_profile takes.
std::optional<Bytes> profile_of_version_2(ByteView profile);

}  // namespace sohoa
