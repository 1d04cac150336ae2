#include "pipeline/package/sign/time_stamp.h"

#include <openssl/err.h>
#include <openssl/rand.h>

#include "pipeline/base/error.h"
#include "pipeline/package/sign/digest_of_pieces.h"
#include "pipeline/package/sign/http_post.h"
#include "pipeline/package/sign/openssl_handles.h"
#include "pipeline/package/sign/time_token.h"

namespace sohoa {

namespace {

constexpr int kNonceBytes = 8;

Error refused(const std::string& url, const std::string& reason) {
  return Error(ExitCode::kDependency, shown_url(url), reason,
               "check the address of the time stamp authority, or sign without --tsa");
}

TimeStampRequestHandle make_request(ByteView signature) {
  TimeStampRequestHandle request(TS_REQ_new());
  const std::unique_ptr<TS_MSG_IMPRINT, OpensslFree<TS_MSG_IMPRINT_free>> imprint(
      TS_MSG_IMPRINT_new());
  const std::unique_ptr<X509_ALGOR, OpensslFree<X509_ALGOR_free>> algorithm(X509_ALGOR_new());
  X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
  TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get());
  Bytes digest = sha256_of_pieces({signature});
  TS_MSG_IMPRINT_set_msg(imprint.get(), digest.data(), static_cast<int>(digest.size()));
  unsigned char random[kNonceBytes] = {1};
  if (RAND_bytes(random + 1, kNonceBytes - 1) != 1) {  // the first keeps it positive and long
    throw Error(ExitCode::kDependency, "OpenSSL", "has no random numbers: " + openssl_reason(),
                "check the system's random device");
  }
  const std::unique_ptr<BIGNUM, OpensslFree<BN_free>> number(
      BN_bin2bn(random, kNonceBytes, nullptr));
  const std::unique_ptr<ASN1_INTEGER, OpensslFree<ASN1_INTEGER_free>> nonce(
      BN_to_ASN1_INTEGER(number.get(), nullptr));
  TS_REQ_set_version(request.get(), 1);
  TS_REQ_set_msg_imprint(request.get(), imprint.get());
  TS_REQ_set_nonce(request.get(), nonce.get());
  TS_REQ_set_cert_req(request.get(), 1);
  return request;
}

}  // namespace

Bytes request_time_stamp(const std::string& url, ByteView signature) {
  const TimeStampRequestHandle request = make_request(signature);
  const Bytes answer = http_post(
      {url, "application/timestamp-query", "application/timestamp-reply", 2 * kTimeStampBytesMax},
      der_of(request.get(), i2d_TS_REQ));
  const unsigned char* data = answer.data();
  const TimeStampResponseHandle response(
      d2i_TS_RESP(nullptr, &data, static_cast<long>(answer.size())));
  if (!response) throw refused(url, "does not answer with a time stamp");
  const std::unique_ptr<TS_VERIFY_CTX, OpensslFree<TS_VERIFY_CTX_free>> check(
      TS_REQ_to_TS_VERIFY_CTX(request.get(), nullptr));
  TS_VERIFY_CTX_set_flags(check.get(), TS_VFY_VERSION | TS_VFY_IMPRINT | TS_VFY_NONCE);
  if (TS_RESP_verify_response(check.get(), response.get()) != 1) {
    throw refused(url, "its time stamp is not for this signature (" + openssl_reason() + ")");
  }
  const Bytes token = der_of(TS_RESP_get_token(response.get()), i2d_PKCS7);
  if (token.empty() || token.size() > kTimeStampBytesMax) {
    throw refused(url, "its time stamp is too large");
  }
  const TimeToken checked = check_time_token(token, {signature});
  if (!checked.cms.wrong.empty()) throw refused(url, checked.cms.wrong);
  return token;
}

}  // namespace sohoa
