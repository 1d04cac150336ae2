#pragma once

#include <filesystem>
#include <string>

#include "pipeline/package/sign/openssl_handles.h"

namespace sohoa {

enum class TrustPurpose { kSigning, kTimeStamping };

/// The certificates that are trusted.
class Trust {
 public:
  /// Of a PEM file, or the system's when it has no name. Throws Error (kInput).
  explicit Trust(const std::filesystem::path& file);

  /// Of a chain's every link 112 bits of security are asked.
  /// Why a certificate does not lead to a trusted one at that moment; empty: it does.
  std::string complaint(X509* certificate, STACK_OF(X509) * others, TrustPurpose purpose,
                        std::int64_t moment) const;

 private:
  StoreHandle store_;
};

}  // namespace sohoa
