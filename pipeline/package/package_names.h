#pragma once

#include <string>

#include "models/record/dossier.h"

namespace sohoa {

// Where each file of a package lies. The writer and the checks both ask here.

std::string pdf_path_of(const Paper& paper);             // data/papers/01-to-khai.pdf
std::string text_path_of(const Paper& paper);            // data/text/01-to-khai.txt
std::string alto_path_of(const Paper& paper, int page);  // data/alto/01-to-khai/0001.xml; from 1
std::string set_aside_path_of(const PageAccount& page);  // data/masters/set-aside/0007.pdf

/// data/masters/inputs/0001-scan.pdf. `number` from 1 over the inputs kept, `name` as the user gave
/// it.
std::string input_path_of(int number, const std::string& name);
bool is_input_path(const std::string& path);

/// A name that is safe as a part of a path on Linux, Windows and in a zip: NFC, at most 120 bytes
/// with its extension kept, no separators or control characters, no dots and spaces at its ends,
/// no name of a device.
std::string safe_file_name(const std::string& name);

}  // namespace sohoa
