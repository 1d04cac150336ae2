#pragma once

#include "samples/typist.h"
#include "samples/world.h"

namespace sohoa {

enum class Certified { kContract, kSignature };

/// "Lời chứng": the certifying officer's words below a contract or a signature, number by hand,
/// with the commune's seal.
void write_certification(Typist& typist, const Case& it, Random& random, Certified what);

}  // namespace sohoa
