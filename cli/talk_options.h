#pragma once

#include <CLI/CLI.hpp>

#include "cli/command_line.h"

namespace sohoa {

/// `-q -v --json`, which every subcommand has.
class TalkOptions {
 public:
  void add_to(CLI::App& app);

  /// Throws Error (kUsage).
  Talk talk() const;

 private:
  bool quiet_ = false, verbose_ = false, json_ = false;
};

}  // namespace sohoa
