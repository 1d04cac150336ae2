#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/run/settings.h"

namespace sohoa {

/// What the commands that read pages have in common: how to read, which pages, the job.
class JobOptions {
 public:
  /// `defaults` are what stands where no option is given.
  explicit JobOptions(Settings defaults) : settings(std::move(defaults)) {}

  void add_to(CLI::App& app);

  /// Throws Error (kUsage).
  Settings effective_settings() const;
  bool overwrite() const { return !no_overwrite_; }

  Settings settings;  // that further options may be bound to

 private:
  void add_reading(CLI::App& app);
  void add_input(CLI::App& app);
  void add_job(CLI::App& app);

  std::string pages_;
  std::string model_folder_;
  std::vector<std::string> clean_off_;
  bool no_overwrite_ = false;
};

}  // namespace sohoa
