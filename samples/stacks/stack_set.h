#pragma once

#include <cstdint>
#include <filesystem>

namespace sohoa {

struct StackSetSettings {
  std::filesystem::path folder;
  std::uint64_t seed = 7;
  int stacks = 40;
  int first = 1;  // number of the first, for runs that share the work
  double dpi = 200;
};

/// Writes dossiers that were scanned as one stack each: folder/dossiers/stack-001/scan.pdf (or
/// scan.tif) and folder/truth/stack-001.json (`sohoa.samples.truth/1`; samples/README.md says what
/// a stack's truth has more than a dossier's).
void write_stack_set(const StackSetSettings& settings);

}  // namespace sohoa
