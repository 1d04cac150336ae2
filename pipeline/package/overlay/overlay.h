#pragma once

#include <filesystem>
#include <functional>

#include "pipeline/package/record_source.h"

namespace sohoa {

/// A PDF of all pages of the record's papers, in their order, with frames around what was found on
/// them: see overlay_boxes. For people to look at; it claims nothing. The source is a record that
/// was found sound. Its papers are unpacked into a nameless file in `work_folder` (empty: the
/// system's). Errors: Error (kInput) for a paper that cannot be read or has too few pages and for a
/// record without papers, Error (kOutput).
void write_overlay(const RecordSource& source, const std::filesystem::path& work_folder,
                   const std::function<void(ByteView)>& take);

}  // namespace sohoa
