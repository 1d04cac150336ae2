#pragma once

#include <openssl/cms.h>

#include "pipeline/base/bytes.h"
#include "pipeline/package/sign/key_file.h"

namespace sohoa::test {

/// A signature as other programs make them.
struct ForeignCms {
  const EVP_MD* digest = EVP_sha256();
  unsigned flags = CMS_DETACHED;
  // A signed attribute more; its value in DER.
  int attribute = NID_undef;
  Bytes value = {};
  int times = 1;  // that it stands there
};

/// A CMS of OpenSSL's making.
Bytes openssl_cms(const KeyFiles& files, const Bytes& content, const ForeignCms& form = {});

}  // namespace sohoa::test
