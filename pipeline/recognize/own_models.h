#pragma once

#include "pipeline/recognize/reader.h"

namespace sohoa {

/// The settings with a model of sohoa's own, where no folder was named and it is there: of `vie`,
/// and of `vie_sohoa_fast`, that one; of `vie_sohoa`, the larger one of that name. Its folder is
/// $SOHOA_MODELS, or where it was installed.
ReaderSettings with_own_model(ReaderSettings settings);

}  // namespace sohoa
