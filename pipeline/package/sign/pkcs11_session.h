#pragma once

#include <p11-kit/pkcs11.h>

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// A session with a token, through the maker's library. One at a time in a process.
class Pkcs11Session {
 public:
  /// `token` is a label; empty: the only token there is. Throws Error (kDependency, kUsage).
  Pkcs11Session(const std::filesystem::path& module, const std::string& token);
  ~Pkcs11Session();
  Pkcs11Session(const Pkcs11Session&) = delete;
  Pkcs11Session& operator=(const Pkcs11Session&) = delete;

  /// Throws Error (kInput) for a wrong PIN.
  void log_in(CK_USER_TYPE user, const std::string& pin);
  /// Objects with these attributes, at most 1,000.
  std::vector<CK_OBJECT_HANDLE> find(std::vector<CK_ATTRIBUTE> wanted);
  /// Empty where the object has none.
  Bytes attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type);
  void begin_signature(CK_OBJECT_HANDLE key, CK_MECHANISM_TYPE mechanism);
  Bytes sign(ByteView data);

 private:
  void load();
  CK_SLOT_ID slot_of(const std::string& token);
  void require(CK_RV code, const std::string& what) const;

  std::string name_;
  CK_FUNCTION_LIST* functions_ = nullptr;
  CK_SESSION_HANDLE session_ = 0;
};

}  // namespace sohoa
