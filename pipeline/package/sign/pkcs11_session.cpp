#include "pipeline/package/sign/pkcs11_session.h"

#include <dlfcn.h>

#include <algorithm>
#include <cstdio>
#include <optional>

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

constexpr CK_ULONG kSlotsMax = 256;
constexpr CK_ULONG kObjectsMax = 1000;
constexpr CK_ULONG kAttributeBytesMax = 1 << 20;
constexpr CK_ULONG kSignatureBytesMax = 1 << 12;
constexpr const char* kRemedy = "check that the token is plugged in and its driver is installed";

std::string name_of(CK_RV code) {
  switch (code) {
    case CKR_PIN_INCORRECT:
      return "the PIN is wrong";
    case CKR_PIN_LOCKED:
      return "the PIN is locked";
    case CKR_PIN_LEN_RANGE:
      return "the PIN is too short or too long";
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_DEVICE_REMOVED:
      return "the token is not there";
    case CKR_USER_NOT_LOGGED_IN:
      return "nobody is logged in";
    case CKR_MECHANISM_INVALID:
      return "the token does not sign in this way";
    default:
      break;
  }
  char text[32];
  std::snprintf(text, sizeof text, "PKCS #11 error 0x%lx", code);
  return text;
}

std::string label_of(const CK_TOKEN_INFO& information) {
  std::string label(reinterpret_cast<const char*>(information.label), sizeof information.label);
  label.erase(label.find_last_not_of(' ') + 1);
  return label;
}

}  // namespace

Pkcs11Session::Pkcs11Session(const std::filesystem::path& module, const std::string& token)
    : name_(module.string()) {
  load();
  require(functions_->C_Initialize(nullptr), "does not start");
  try {
    const CK_SLOT_ID slot = slot_of(token);
    require(functions_->C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &session_),
            "opens no session");
  } catch (...) {
    functions_->C_Finalize(nullptr);
    throw;
  }
}

Pkcs11Session::~Pkcs11Session() {
  functions_->C_CloseSession(session_);
  functions_->C_Finalize(nullptr);
}

// The library stays loaded: makers' libraries often do not survive being unloaded.
void Pkcs11Session::load() {
  void* library = ::dlopen(name_.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    throw Error(ExitCode::kDependency, name_, "cannot be loaded", kRemedy);
  }
  const auto get_functions =
      reinterpret_cast<CK_C_GetFunctionList>(::dlsym(library, "C_GetFunctionList"));
  if (get_functions == nullptr || get_functions(&functions_) != CKR_OK) {
    throw Error(ExitCode::kDependency, name_, "is no PKCS #11 library", kRemedy);
  }
}

CK_SLOT_ID Pkcs11Session::slot_of(const std::string& token) {
  std::vector<CK_SLOT_ID> slots(kSlotsMax);
  CK_ULONG count = kSlotsMax;
  require(functions_->C_GetSlotList(CK_TRUE, slots.data(), &count), "lists no tokens");
  slots.resize(count);
  std::optional<CK_SLOT_ID> found;
  for (const CK_SLOT_ID slot : slots) {
    CK_TOKEN_INFO information{};
    if (functions_->C_GetTokenInfo(slot, &information) != CKR_OK) continue;
    const bool ready = (information.flags & CKF_TOKEN_INITIALIZED) != 0;
    if (!ready || (!token.empty() && label_of(information) != token)) continue;
    if (found) {
      throw Error(ExitCode::kUsage, name_, "holds more than one token",
                  "name one by --token and its label");
    }
    found = slot;
  }
  if (!found) {
    const std::string which = token.empty() ? "no token" : "no token named " + token;
    throw Error(ExitCode::kDependency, name_, "finds " + which, kRemedy);
  }
  return *found;
}

void Pkcs11Session::log_in(CK_USER_TYPE user, const std::string& pin) {
  std::string copy = pin;
  const CK_RV code =
      functions_->C_Login(session_, user, reinterpret_cast<CK_UTF8CHAR*>(copy.data()),
                          static_cast<CK_ULONG>(copy.size()));
  if (code == CKR_OK || code == CKR_USER_ALREADY_LOGGED_IN) return;
  throw Error(ExitCode::kInput, name_, "lets nobody in (" + name_of(code) + ")",
              "check the PIN; after a few wrong ones the token locks itself");
}

std::vector<CK_OBJECT_HANDLE> Pkcs11Session::find(std::vector<CK_ATTRIBUTE> wanted) {
  require(
      functions_->C_FindObjectsInit(session_, wanted.data(), static_cast<CK_ULONG>(wanted.size())),
      "does not search");
  std::vector<CK_OBJECT_HANDLE> objects(kObjectsMax);
  CK_ULONG count = 0;
  const CK_RV code = functions_->C_FindObjects(session_, objects.data(), kObjectsMax, &count);
  functions_->C_FindObjectsFinal(session_);
  require(code, "does not search");
  objects.resize(std::min(count, kObjectsMax));
  return objects;
}

Bytes Pkcs11Session::attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) {
  CK_ATTRIBUTE one{type, nullptr, 0};
  if (functions_->C_GetAttributeValue(session_, object, &one, 1) != CKR_OK ||
      one.ulValueLen > kAttributeBytesMax) {
    return {};
  }
  Bytes value(one.ulValueLen);
  one.pValue = value.data();
  if (functions_->C_GetAttributeValue(session_, object, &one, 1) != CKR_OK) return {};
  return value;
}

void Pkcs11Session::begin_signature(CK_OBJECT_HANDLE key, CK_MECHANISM_TYPE mechanism) {
  CK_MECHANISM how{mechanism, nullptr, 0};
  require(functions_->C_SignInit(session_, &how, key), "does not sign");
}

Bytes Pkcs11Session::sign(ByteView data) {
  Bytes copy(data.begin(), data.end());
  Bytes signature(kSignatureBytesMax);
  CK_ULONG size = kSignatureBytesMax;
  require(functions_->C_Sign(session_, copy.data(), static_cast<CK_ULONG>(copy.size()),
                             signature.data(), &size),
          "does not sign");
  signature.resize(size);
  return signature;
}

void Pkcs11Session::require(CK_RV code, const std::string& what) const {
  if (code == CKR_OK) return;
  throw Error(ExitCode::kDependency, name_, what + " (" + name_of(code) + ")", kRemedy);
}

}  // namespace sohoa
