#include "pipeline/package/sign/token.h"

#include <openssl/ecdsa.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "pipeline/base/error.h"
#include "pipeline/package/sign/asn1_time.h"
#include "pipeline/package/sign/der.h"
#include "pipeline/package/sign/digest_of_pieces.h"
#include "pipeline/package/sign/key_file.h"
#include "pipeline/package/sign/openssl_handles.h"
#include "pipeline/package/sign/pkcs11_session.h"

namespace sohoa {

namespace {

CK_ATTRIBUTE wanted(CK_ATTRIBUTE_TYPE type, auto& value) {
  return {type, &value, static_cast<CK_ULONG>(sizeof value)};
}

CK_ATTRIBUTE wanted_bytes(CK_ATTRIBUTE_TYPE type, auto& bytes) {
  return {type, bytes.data(), static_cast<CK_ULONG>(bytes.size())};
}

/// PKCS #1: what an RSA signature is over.
Bytes digest_information(ByteView digest) {
  const Bytes algorithm = der(DerTag::kSequence, {der_object_id({2, 16, 840, 1, 101, 3, 4, 2, 1}),
                                                  der(DerTag::kNull, ByteView())});
  return der(DerTag::kSequence, {algorithm, der(DerTag::kOctets, digest)});
}

/// The two numbers that a token gives one behind the other, as CMS wants them.
Bytes ecdsa_der(ByteView numbers) {
  const std::size_t half = numbers.size() / 2;
  using Signature = std::unique_ptr<ECDSA_SIG, OpensslFree<ECDSA_SIG_free>>;
  const Signature signature(ECDSA_SIG_new());
  ECDSA_SIG_set0(signature.get(), BN_bin2bn(numbers.data(), static_cast<int>(half), nullptr),
                 BN_bin2bn(numbers.data() + half, static_cast<int>(half), nullptr));
  return der_of(signature.get(), i2d_ECDSA_SIG);
}

std::int64_t end_of_term(ByteView der) {
  const CertificateHandle certificate = certificate_of(der);
  return certificate ? seconds_of(X509_get0_notAfter(certificate.get())) : 0;
}

class TokenSigner : public Signer {
 public:
  TokenSigner(const TokenChoice& choice, const std::string& pin)
      : name_(choice.module.string()), pin_(pin), session_(choice.module, choice.token) {
    session_.log_in(CKU_USER, pin_);
    key_ = find_key(choice.key);
    chain_ =
        choice.certificate.empty() ? find_certificates() : read_certificates(choice.certificate);
    kind_ = key_kind_of(chain_.front());
    require_own_kind();
  }

  const std::vector<Bytes>& chain() const override { return chain_; }

  Bytes sign(ByteView attributes) override {
    const bool rsa = kind_ == KeyKind::kRsa;
    session_.begin_signature(key_, rsa ? CKM_RSA_PKCS : CKM_ECDSA);
    const Bytes asks = session_.attribute(key_, CKA_ALWAYS_AUTHENTICATE);
    if (!asks.empty() && asks.front() != CK_FALSE) session_.log_in(CKU_CONTEXT_SPECIFIC, pin_);
    const Bytes digest = sha256_of_pieces({attributes});
    return rsa ? session_.sign(digest_information(digest)) : ecdsa_der(session_.sign(digest));
  }

 private:
  CK_OBJECT_HANDLE find_key(std::string label) {
    CK_OBJECT_CLASS kind = CKO_PRIVATE_KEY;
    std::vector<CK_ATTRIBUTE> attributes = {wanted(CKA_CLASS, kind)};
    if (!label.empty()) attributes.push_back(wanted_bytes(CKA_LABEL, label));
    const std::vector<CK_OBJECT_HANDLE> keys = session_.find(attributes);
    if (keys.size() == 1) return keys.front();
    throw Error(ExitCode::kUsage, name_,
                keys.empty() ? "the token holds no such key" : "the token holds more than one key",
                "name one by --token-key and its label");
  }

  /// The key's own first, then whatever else there is.
  std::vector<Bytes> find_certificates() {
    CK_OBJECT_CLASS kind = CKO_CERTIFICATE;
    Bytes id = session_.attribute(key_, CKA_ID);
    std::vector<Bytes> chain;
    for (const CK_OBJECT_HANDLE one :
         session_.find({wanted(CKA_CLASS, kind), wanted_bytes(CKA_ID, id)})) {
      chain.push_back(session_.attribute(one, CKA_VALUE));
    }
    // After a renewal the old one may still be there, over the same key.
    std::stable_sort(chain.begin(), chain.end(), [](const Bytes& a, const Bytes& b) {
      return end_of_term(a) > end_of_term(b);
    });
    if (chain.empty()) {
      throw Error(ExitCode::kUsage, name_, "the token holds no certificate for the key",
                  "name it by --cert");
    }
    for (const CK_OBJECT_HANDLE one : session_.find({wanted(CKA_CLASS, kind)})) {
      const Bytes certificate = session_.attribute(one, CKA_VALUE);
      const bool known = std::find(chain.begin(), chain.end(), certificate) != chain.end();
      if (!known && certificate_of(certificate)) chain.push_back(certificate);
    }
    return chain;
  }

  void require_own_kind() {
    Bytes type = session_.attribute(key_, CKA_KEY_TYPE);
    CK_KEY_TYPE of_key = CKK_VENDOR_DEFINED;
    if (type.size() == sizeof of_key) std::memcpy(&of_key, type.data(), sizeof of_key);
    if (of_key == (kind_ == KeyKind::kRsa ? CKK_RSA : CKK_EC)) return;
    throw Error(ExitCode::kUsage, name_in_certificate(chain_.front()),
                "its certificate is for another kind of key than the token's",
                "name the key's own by --cert, or the key by --token-key");
  }

  std::string name_;
  std::string pin_;
  Pkcs11Session session_;
  CK_OBJECT_HANDLE key_ = 0;
  std::vector<Bytes> chain_;
  KeyKind kind_ = KeyKind::kRsa;
};

}  // namespace

std::unique_ptr<Signer> open_token(const TokenChoice& choice, const std::string& pin) {
  return std::make_unique<TokenSigner>(choice, pin);
}

}  // namespace sohoa
