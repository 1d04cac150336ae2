#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "pipeline/package/sign/signer.h"

namespace sohoa {

/// Which key of which token.
struct TokenChoice {
  std::filesystem::path module;       // the maker's PKCS #11 library
  std::string token;                  // its label; empty: the only one there is
  std::string key;                    // its label; empty: the only one there is
  std::filesystem::path certificate;  // PEM, where the token does not hold it
};

/// A key that never leaves its token (PKCS #11 2.40: CKM_RSA_PKCS, CKM_ECDSA). The session lasts as
/// long as the signer. Throws Error: kDependency for the module and the token, kInput for a wrong
/// PIN, kUsage where the choice is not clear.
std::unique_ptr<Signer> open_token(const TokenChoice& choice, const std::string& pin);

}  // namespace sohoa
