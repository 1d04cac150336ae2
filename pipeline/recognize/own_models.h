#pragma once

#include "pipeline/recognize/reader.h"

namespace sohoa {

/// The settings with sohoa's own model of the language, where it has one and no folder was named:
/// of `vie`, vie_sohoa_fast; of `vie_sohoa`, the larger one of that name. Its folder is $SOHOA_MODELS, or where it was installed.
ReaderSettings with_own_model(ReaderSettings settings);

}  // namespace sohoa
