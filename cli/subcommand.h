#pragma once

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command_line.h"

namespace sohoa {

/// The options of one subcommand while the command line is read, and the command that they make.
class Subcommand {
 public:
  virtual ~Subcommand() = default;

  /// After parsing. Throws Error (kUsage).
  virtual Command command() = 0;
};

// Each adds its options to its subcommand's `app`, which must not outlive what is returned.
std::unique_ptr<Subcommand> convert_subcommand(CLI::App& app);
std::unique_ptr<Subcommand> intake_subcommand(CLI::App& app);
std::unique_ptr<Subcommand> check_subcommand(CLI::App& app);
std::unique_ptr<Subcommand> unpack_subcommand(CLI::App& app);
std::unique_ptr<Subcommand> sign_subcommand(CLI::App& app);
std::unique_ptr<Subcommand> verify_subcommand(CLI::App& app);
std::unique_ptr<Subcommand> export_subcommand(CLI::App& app);
std::unique_ptr<Subcommand> inspect_subcommand(CLI::App& app);
std::unique_ptr<Subcommand> sheet_subcommand(CLI::App& app);
std::unique_ptr<Subcommand> doctor_subcommand(CLI::App& app);

}  // namespace sohoa
