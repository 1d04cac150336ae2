#include "pipeline/package/sign/key_file.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>
#include <utility>

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/package/sign/openssl_handles.h"

namespace sohoa {

namespace {

constexpr std::uint64_t kKeyFileBytesMax = 1 << 20;
constexpr int kCertificatesMax = 1000;

class KeySigner : public Signer {
 public:
  KeySigner(KeyHandle key, std::vector<Bytes> chain, const std::string& name)
      : key_(std::move(key)), chain_(std::move(chain)) {
    key_kind_of(chain_.front());
    const CertificateHandle own = certificate_of(chain_.front());
    if (X509_check_private_key(own.get(), key_.get()) != 1) {
      ERR_clear_error();
      throw Error(ExitCode::kUsage, name, "the key does not belong to the certificate",
                  "name the certificate that was issued for this key");
    }
  }

  const std::vector<Bytes>& chain() const override { return chain_; }

  Bytes sign(ByteView attributes) override {
    const DigestHandle digest(EVP_MD_CTX_new());
    std::size_t size = 0;
    Bytes signature;
    const bool begun =
        EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1 &&
        EVP_DigestSign(digest.get(), nullptr, &size, attributes.data(), attributes.size()) == 1;
    if (begun) signature.resize(size);
    if (!begun || EVP_DigestSign(digest.get(), signature.data(), &size, attributes.data(),
                                 attributes.size()) != 1) {
      throw Error(ExitCode::kDependency, "key", "does not sign (" + openssl_reason() + ")",
                  "use another key");
    }
    signature.resize(size);
    return signature;
  }

 private:
  KeyHandle key_;
  std::vector<Bytes> chain_;
};

int give_password(char* buffer, int size, int, void* password) {
  const auto& text = *static_cast<const std::string*>(password);
  const int length = std::min(size, static_cast<int>(text.size()));
  std::copy_n(text.data(), length, buffer);
  return length;
}

Error locked(const std::filesystem::path& file) {
  return Error(ExitCode::kInput, file.string(), "cannot be opened (" + openssl_reason() + ")",
               "check the file and the password");
}

std::unique_ptr<Signer> open_pkcs12(const std::filesystem::path& file,
                                    const std::string& password) {
  const Bytes bytes = read_file(file, kKeyFileBytesMax);
  const unsigned char* data = bytes.data();
  const Pkcs12Handle bag(d2i_PKCS12(nullptr, &data, static_cast<long>(bytes.size())));
  EVP_PKEY* key = nullptr;
  X509* own = nullptr;
  STACK_OF(X509)* others = nullptr;
  if (!bag || PKCS12_parse(bag.get(), password.c_str(), &key, &own, &others) != 1)
    throw locked(file);
  KeyHandle key_owner(key);
  const CertificateHandle own_owner(own);
  const CertificateStack others_owner(others);
  if (key == nullptr || own == nullptr) throw locked(file);
  std::vector<Bytes> chain{der_of(own, i2d_X509)};
  for (int i = 0; i < sk_X509_num(others) && i < kCertificatesMax; ++i) {
    chain.push_back(der_of(sk_X509_value(others, i), i2d_X509));
  }
  return std::make_unique<KeySigner>(std::move(key_owner), std::move(chain), file.string());
}

}  // namespace

std::unique_ptr<Signer> open_key_file(const KeyFiles& files, const std::string& password) {
  if (!files.pkcs12.empty()) return open_pkcs12(files.pkcs12, password);
  const Bytes pem = read_file(files.key, kKeyFileBytesMax);
  std::string secret = password;
  KeyHandle key(PEM_read_bio_PrivateKey(bio_of(pem).get(), nullptr, give_password, &secret));
  if (!key) throw locked(files.key);
  return std::make_unique<KeySigner>(std::move(key), read_certificates(files.certificate),
                                     files.key.string());
}

bool wants_password(const KeyFiles& files) {
  if (!files.pkcs12.empty()) return true;
  const Bytes pem = read_file(files.key, kKeyFileBytesMax);
  return as_text(pem).find("ENCRYPTED") != std::string_view::npos;
}

std::vector<Bytes> read_certificates(const std::filesystem::path& file) {
  const Bytes pem = read_file(file, kKeyFileBytesMax);
  const BioHandle bio = bio_of(pem);
  std::vector<Bytes> chain;
  while (static_cast<int>(chain.size()) < kCertificatesMax) {
    const CertificateHandle one(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    if (!one) break;
    chain.push_back(der_of(one.get(), i2d_X509));
  }
  ERR_clear_error();
  if (chain.empty()) {
    throw Error(ExitCode::kInput, file.string(), "holds no certificate", "name a PEM file");
  }
  return chain;
}

}  // namespace sohoa
