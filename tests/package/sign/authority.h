#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "pipeline/package/sign/key_file.h"

namespace sohoa::test {

inline constexpr std::int64_t kSigningTime = 1795660200;  // 2026-11-26T09:30:00+07:00

enum class KeyType { kRsa2048, kRsa1024, kP256, kP384 };
enum class CertificateUse { kSigning, kTimeStamping, kAgreement, kWebServer, kMail };

struct Identity {
  std::string name;
  KeyType key = KeyType::kRsa2048;
  CertificateUse use = CertificateUse::kSigning;
  // Of its validity, from the day of kSigningTime. Time stamps tell the day of the test: long.
  int first_day = -1;
  int last_day = 36500;
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
