#include "pipeline/package/sign/trust.h"

#include <openssl/err.h>

#include "pipeline/package/sign/key_file.h"

namespace sohoa {

namespace {

constexpr int kChainMax = 16;
constexpr int kSecurityLevel = 2;  // 112 bits: RSA of 2048, no SHA-1 (OpenSSL's levels)

}  // namespace

Trust::Trust(const std::filesystem::path& file) : store_(X509_STORE_new()) {
  if (file.empty()) {
    X509_STORE_set_default_paths(store_.get());
    ERR_clear_error();
    return;
  }
  for (const Bytes& der : read_certificates(file)) {
    X509_STORE_add_cert(store_.get(), certificate_of(der).get());
  }
}

std::string Trust::complaint(X509* certificate, STACK_OF(X509) * others, TrustPurpose purpose,
                             std::int64_t moment) const {
  const StoreContextHandle context(X509_STORE_CTX_new());
  if (X509_STORE_CTX_init(context.get(), store_.get(), certificate, others) != 1) {
    return openssl_reason();
  }
  X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context.get());
  X509_VERIFY_PARAM_set_depth(parameters, kChainMax);
  X509_VERIFY_PARAM_set_auth_level(parameters, kSecurityLevel);
  X509_VERIFY_PARAM_set_time(parameters, moment);
  // A root of the bundle may itself have been issued by another.
  X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
  if (purpose == TrustPurpose::kTimeStamping) {
    X509_STORE_CTX_set_purpose(context.get(), X509_PURPOSE_TIMESTAMP_SIGN);
  }
  const bool trusted = X509_verify_cert(context.get()) == 1;
  const int error = X509_STORE_CTX_get_error(context.get());
  ERR_clear_error();
  return trusted ? "" : X509_verify_cert_error_string(error);
}

}  // namespace sohoa
