#pragma once

#include "pipeline/package/mets/mets_walk.h"

namespace sohoa {

/// An information package (E-ARK CSIP, TT 05/2025/TT-BNV) against its METS files: each file that
/// they name is there with the size and digest that they state, each file that is there is named,
/// ids are unique and lead somewhere, PREMIS states the same digests, and every PDF of a
/// representation has its description where any has. Reads untrusted bytes.
void check_mets_package(const ZipReader& zip, const ZipContents& contents,
                        PackageFindings& findings, const MetsLimits& limits = {});

}  // namespace sohoa
