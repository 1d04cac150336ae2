#pragma once

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include <memory>
#include <string>

#include "pipeline/base/bytes.h"

namespace sohoa {

template <auto free_function>
struct OpensslFree {
  template <class T>
  void operator()(T* object) const {
    free_function(object);
  }
};

using BioHandle = std::unique_ptr<BIO, OpensslFree<BIO_free_all>>;
using CmsHandle = std::unique_ptr<CMS_ContentInfo, OpensslFree<CMS_ContentInfo_free>>;
using KeyHandle = std::unique_ptr<EVP_PKEY, OpensslFree<EVP_PKEY_free>>;
using DigestHandle = std::unique_ptr<EVP_MD_CTX, OpensslFree<EVP_MD_CTX_free>>;
using CertificateHandle = std::unique_ptr<X509, OpensslFree<X509_free>>;
using StoreHandle = std::unique_ptr<X509_STORE, OpensslFree<X509_STORE_free>>;
using StoreContextHandle = std::unique_ptr<X509_STORE_CTX, OpensslFree<X509_STORE_CTX_free>>;
using Pkcs12Handle = std::unique_ptr<PKCS12, OpensslFree<PKCS12_free>>;
using TimeStampRequestHandle = std::unique_ptr<TS_REQ, OpensslFree<TS_REQ_free>>;
using TimeStampResponseHandle = std::unique_ptr<TS_RESP, OpensslFree<TS_RESP_free>>;
using TimeStampInfoHandle = std::unique_ptr<TS_TST_INFO, OpensslFree<TS_TST_INFO_free>>;

struct CertificateStackFree {
  void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};
using CertificateStack = std::unique_ptr<STACK_OF(X509), CertificateStackFree>;

/// For reading; the bytes must live longer.
inline BioHandle bio_of(ByteView bytes) {
  return BioHandle(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

/// The DER form of an OpenSSL object by its i2d function.
template <class T, class Encode>
Bytes der_of(T* object, Encode encode) {
  unsigned char* data = nullptr;
  const int size = encode(object, &data);
  if (size <= 0) return {};
  Bytes der(data, data + size);
  OPENSSL_free(data);
  return der;
}

/// What OpenSSL says went wrong last, and forgets it.
std::string openssl_reason();

/// The certificate in DER; nothing when it is none.
CertificateHandle certificate_of(ByteView der);

/// Its subject's or issuer's common name, or the whole name when it has none.
std::string common_name(const X509_NAME* name);

}  // namespace sohoa
