#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "models/record/finding.h"
#include "pipeline/base/error.h"
#include "pipeline/package/sign/signer.h"

namespace sohoa {

/// The key that the command names, opened; asks for its password or PIN where it needs one. Throws
/// Error.
std::unique_ptr<Signer> open_signer(const SignCommand& command);

/// The end of a signing, for the command's caller.
struct SigningOutcome {
  std::string signer;               // empty: others, each of its own
  std::vector<std::string> papers;  // of a record
  std::vector<Finding> findings;
};

/// Prints it; kAttention where a person should look.
ExitCode print_signed(const SignCommand& command, const SigningOutcome& outcome);

}  // namespace sohoa
