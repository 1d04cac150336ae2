#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "pipeline/package/sign/signer.h"

namespace sohoa {

/// Where a key lies in files. Passwords come from a secret, never from the command line.
struct KeyFiles {
  std::filesystem::path pkcs12;       // key and certificates in one, or
  std::filesystem::path key;          // PEM
  std::filesystem::path certificate;  // PEM: the signer's first, others behind it
};

/// Throws Error: kInput for files that cannot be read (a wrong password too), kUsage for a key that
/// does not belong to the certificate, or of a kind that is not signed with.
std::unique_ptr<Signer> open_key_file(const KeyFiles& files, const std::string& password);

/// Whether the key is locked with a password.
bool wants_password(const KeyFiles& files);

/// The certificates of a PEM file in DER; throws Error (kInput) when there is none.
std::vector<Bytes> read_certificates(const std::filesystem::path& file);

}  // namespace sohoa
