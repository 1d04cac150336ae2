#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "pipeline/package/sign/key_file.h"

namespace sohoa::test {

enum class KeyType { kRsa2048, kRsa1024, kP256, kP384 };
enum class CertificateUse { kSigning, kTimeStamping, kAgreement };

struct Identity {
  std::string name;
  KeyType key = KeyType::kRsa2048;
  CertificateUse use = CertificateUse::kSigning;
  int first_day = -1;  // of its validity, from now
  int last_day = 365;
};

/// A throw-away certificate authority: everything it makes lies in its folder.
class Authority {
 public:
  explicit Authority(const std::filesystem::path& folder);
  ~Authority();
  Authority(const Authority&) = delete;
  Authority& operator=(const Authority&) = delete;

  std::filesystem::path root() const { return folder_ / "ca.pem"; }
  /// Writes NAME.key.pem, NAME.pem (with the root behind it) and NAME.p12, locked with "secret".
  KeyFiles issue(const Identity& identity) const;
  std::filesystem::path pkcs12(const std::string& name) const { return folder_ / (name + ".p12"); }
  std::unique_ptr<Signer> signer(const Identity& identity) const;

 private:
  struct State;
  std::filesystem::path folder_;
  std::unique_ptr<State> state_;
};

}  // namespace sohoa::test
