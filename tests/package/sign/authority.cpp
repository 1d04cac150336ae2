#include "tests/package/sign/authority.h"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <map>
#include <utility>

#include "pipeline/base/atomic_file.h"
#include "pipeline/package/sign/openssl_handles.h"

namespace sohoa::test {

namespace {

KeyHandle generate_key(KeyType type) {
  switch (type) {
    case KeyType::kP256:
      return KeyHandle(EVP_EC_gen("P-256"));
    case KeyType::kP384:
      return KeyHandle(EVP_EC_gen("P-384"));
    case KeyType::kRsa1024:
      return KeyHandle(EVP_RSA_gen(1024u));
    case KeyType::kRsa2048:
      break;
  }
  return KeyHandle(EVP_RSA_gen(2048u));
}

/// One of each type a process: RSA keys take long.
KeyHandle make_key(KeyType type) {
  static std::map<KeyType, KeyHandle> keys;
  KeyHandle& key = keys[type];
  if (!key) key = generate_key(type);
  EVP_PKEY_up_ref(key.get());
  return KeyHandle(key.get());
}

void extend(X509* certificate, X509* issuer, int nid, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

CertificateHandle make_certificate(const std::string& name, EVP_PKEY* key, int first_day,
                                   int last_day) {
  static long serial = 1;
  CertificateHandle certificate(X509_new());
  X509_set_version(certificate.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
  std::time_t signing = kSigningTime;
  X509_time_adj_ex(X509_getm_notBefore(certificate.get()), first_day, 0, &signing);
  X509_time_adj_ex(X509_getm_notAfter(certificate.get()), last_day, 0, &signing);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509_set_pubkey(certificate.get(), key);
  return certificate;
}

void write_bio(const std::filesystem::path& file, const BioHandle& bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &data);
  write_file(file, as_bytes({data, static_cast<std::size_t>(size)}));
}

}  // namespace

struct Authority::State {
  KeyHandle key;
  CertificateHandle root;
};

Authority::Authority(const std::filesystem::path& folder)
    : folder_(folder), state_(std::make_unique<State>()) {
  state_->key = generate_key(KeyType::kP256);  // no two authorities have the same
  state_->root = make_certificate("Sohoa test root", state_->key.get(), -30, 36600);
  X509* root = state_->root.get();
  X509_set_issuer_name(root, X509_get_subject_name(root));
  extend(root, root, NID_basic_constraints, "critical,CA:TRUE");
  extend(root, root, NID_key_usage, "critical,keyCertSign,cRLSign");
  X509_sign(root, state_->key.get(), EVP_sha256());
  const BioHandle pem(BIO_new(BIO_s_mem()));
  PEM_write_bio_X509(pem.get(), root);
  write_bio(this->root(), pem);
}

Authority::~Authority() = default;

KeyFiles Authority::issue(const Identity& identity) const {
  const KeyHandle key = make_key(identity.key);
  const CertificateHandle own =
      make_certificate(identity.name, key.get(), identity.first_day, identity.last_day);
  X509* root = state_->root.get();
  X509_set_issuer_name(own.get(), X509_get_subject_name(root));
  const bool signs = identity.use != CertificateUse::kAgreement;
  extend(own.get(), root, NID_key_usage,
         signs ? "critical,digitalSignature,nonRepudiation" : "critical,keyAgreement");
  const std::map<CertificateUse, const char*> extended = {
      {CertificateUse::kTimeStamping, "critical,timeStamping"},
      {CertificateUse::kWebServer, "serverAuth"},
      {CertificateUse::kMail, "clientAuth,emailProtection"}};
  const auto use = extended.find(identity.use);
  if (use != extended.end()) extend(own.get(), root, NID_ext_key_usage, use->second);
  X509_sign(own.get(), state_->key.get(), EVP_sha256());

  KeyFiles files;
  files.key = folder_ / (identity.name + ".key.pem");
  files.certificate = folder_ / (identity.name + ".pem");
  const BioHandle key_pem(BIO_new(BIO_s_mem()));
  PEM_write_bio_PKCS8PrivateKey(key_pem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  write_bio(files.key, key_pem);
  const BioHandle certificate_pem(BIO_new(BIO_s_mem()));
  PEM_write_bio_X509(certificate_pem.get(), own.get());
  PEM_write_bio_X509(certificate_pem.get(), root);
  write_bio(files.certificate, certificate_pem);

  STACK_OF(X509)* others = sk_X509_new_null();
  sk_X509_push(others, root);
  const Pkcs12Handle bag(
      PKCS12_create("secret", identity.name.c_str(), key.get(), own.get(), others, 0, 0, 0, 0, 0));
  sk_X509_free(others);
  const BioHandle bag_bytes(BIO_new(BIO_s_mem()));
  i2d_PKCS12_bio(bag_bytes.get(), bag.get());
  write_bio(pkcs12(identity.name), bag_bytes);
  return files;
}

std::unique_ptr<Signer> Authority::signer(const Identity& identity) const {
  return open_key_file(issue(identity), "");
}

}  // namespace sohoa::test
