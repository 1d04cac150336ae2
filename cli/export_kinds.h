#pragma once

#include <map>
#include <string>

#include "pipeline/package/export/export.h"

namespace sohoa {

/// By the names that the command line and its output give them.
const std::map<std::string, ExportKind>& export_kinds();

std::string name_of(ExportKind kind);

}  // namespace sohoa
