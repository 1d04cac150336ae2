#include "pipeline/package/sign/cms_check.h"

#include <openssl/err.h>

#include <algorithm>
#include <utility>

#include "pipeline/package/sign/asn1_time.h"
#include "pipeline/package/sign/digest_of_pieces.h"
#include "pipeline/package/sign/signing_certificate.h"

namespace sohoa {

namespace {

constexpr std::size_t kCmsBytesMax = 4 << 20;
constexpr int kOnlyOne = -3;  // a lone attribute with a lone value

using Pieces = std::vector<ByteView>;

class CmsReader {
 public:
  explicit CmsReader(ByteView der) : der_(der) {}

  CmsCheck check(const std::optional<Pieces>& content) {
    check_.wrong = parse();
    if (check_.wrong.empty()) check_.wrong = find_signer();
    if (check_.wrong.empty()) check_.wrong = check_signature(content);
    ERR_clear_error();
    return std::move(check_);
  }

 private:
  std::string parse();
  std::string find_signer();
  std::string check_signature(const std::optional<Pieces>& content);
  std::string check_attributes(const Pieces& content);
  std::string check_bare(const Pieces& content);
  void read_times();

  ByteView der_;
  CmsHandle cms_;
  CMS_SignerInfo* info_ = nullptr;
  const EVP_MD* digest_ = nullptr;
  CmsCheck check_;
};

std::string CmsReader::parse() {
  if (der_.size() > kCmsBytesMax) return "its signature is too large";
  const unsigned char* data = der_.data();
  cms_.reset(d2i_CMS_ContentInfo(nullptr, &data, static_cast<long>(der_.size())));
  if (!cms_ || OBJ_obj2nid(CMS_get0_type(cms_.get())) != NID_pkcs7_signed) {
    return "its signature is no CMS SignedData";
  }
  const ByteView rest = der_.subspan(static_cast<std::size_t>(data - der_.data()));
  check_.padded_with_zeros =
      std::all_of(rest.begin(), rest.end(), [](std::uint8_t byte) { return byte == 0; });
  STACK_OF(CMS_SignerInfo)* infos = CMS_get0_SignerInfos(cms_.get());
  if (sk_CMS_SignerInfo_num(infos) != 1) return "its signature is not of one signer";
  info_ = sk_CMS_SignerInfo_value(infos, 0);
  return "";
}

std::string CmsReader::find_signer() {
  X509_ALGOR* digest = nullptr;
  CMS_SignerInfo_get0_algs(info_, nullptr, nullptr, &digest, nullptr);
  digest_ = EVP_get_digestbyobj(digest->algorithm);
  if (digest_ == nullptr) return "its digest is of an unknown kind";
  check_.digest = OBJ_nid2sn(EVP_MD_get_type(digest_));
  check_.content_type = OBJ_obj2nid(CMS_get0_eContentType(cms_.get()));
  const ASN1_OCTET_STRING* signature = CMS_SignerInfo_get0_signature(info_);
  const unsigned char* bytes = ASN1_STRING_get0_data(signature);
  check_.signature.assign(bytes, bytes + ASN1_STRING_length(signature));
  read_times();
  check_.enclosed.reset(CMS_get1_certs(cms_.get()));
  for (int i = 0; i < sk_X509_num(check_.enclosed.get()); ++i) {
    X509* one = sk_X509_value(check_.enclosed.get(), i);
    if (CMS_SignerInfo_cert_cmp(info_, one) != 0) continue;
    X509_up_ref(one);
    check_.signer.reset(one);
    CMS_SignerInfo_set1_signer_cert(info_, one);
    return "";
  }
  return "the signer's certificate is not with it";
}

void CmsReader::read_times() {
  const int at = CMS_signed_get_attr_by_NID(info_, NID_pkcs9_signingTime, -1);
  if (at >= 0) {
    const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(info_, at), 0);
    if (value != nullptr &&
        (value->type == V_ASN1_UTCTIME || value->type == V_ASN1_GENERALIZEDTIME))
      check_.stated_time = seconds_of(value->value.asn1_string);
  }
  const int token_at = CMS_unsigned_get_attr_by_NID(info_, NID_id_smime_aa_timeStampToken, -1);
  if (token_at < 0) return;
  const ASN1_TYPE* token = X509_ATTRIBUTE_get0_type(CMS_unsigned_get_attr(info_, token_at), 0);
  if (token == nullptr || token->type != V_ASN1_SEQUENCE) return;
  const unsigned char* bytes = ASN1_STRING_get0_data(token->value.sequence);
  check_.time_token.assign(bytes, bytes + ASN1_STRING_length(token->value.sequence));
}

std::string CmsReader::check_signature(const std::optional<Pieces>& content) {
  ASN1_OCTET_STRING** enclosed = CMS_get0_content(cms_.get());
  const bool encloses = enclosed != nullptr && *enclosed != nullptr;
  if (content && encloses) return "its signature encloses other data";
  if (!content && !encloses) return "its signature encloses nothing";
  Pieces signed_bytes = content.value_or(Pieces());
  if (encloses) {
    const unsigned char* bytes = ASN1_STRING_get0_data(*enclosed);
    check_.content.assign(bytes, bytes + ASN1_STRING_length(*enclosed));
    signed_bytes = {check_.content};
  }
  if (CMS_signed_get_attr_count(info_) <= 0) return check_bare(signed_bytes);
  check_.has_attributes = true;
  std::string wrong = check_attributes(signed_bytes);
  if (!wrong.empty()) return wrong;
  NamedCertificate certificate = named_certificate(info_, check_.signer.get());
  check_.names_certificate = certificate.named && certificate.wrong.empty();
  return std::move(certificate.wrong);
}

std::string CmsReader::check_attributes(const Pieces& content) {
  const auto* stated = static_cast<const ASN1_OCTET_STRING*>(CMS_signed_get0_data_by_OBJ(
      info_, OBJ_nid2obj(NID_pkcs9_messageDigest), kOnlyOne, V_ASN1_OCTET_STRING));
  const auto* kind = static_cast<const ASN1_OBJECT*>(CMS_signed_get0_data_by_OBJ(
      info_, OBJ_nid2obj(NID_pkcs9_contentType), kOnlyOne, V_ASN1_OBJECT));
  if (stated == nullptr || kind == nullptr ||
      OBJ_cmp(kind, CMS_get0_eContentType(cms_.get())) != 0) {
    return "its signed attributes are incomplete";
  }
  const Bytes digest = digest_of_pieces(digest_, content);
  const unsigned char* bytes = ASN1_STRING_get0_data(stated);
  if (digest.empty() ||
      !std::equal(digest.begin(), digest.end(), bytes, bytes + ASN1_STRING_length(stated))) {
    return "the document was changed: its digest is another";
  }
  return CMS_SignerInfo_verify(info_) == 1 ? "" : "its signature is not of the signer's key";
}

/// A signature over the content itself.
std::string CmsReader::check_bare(const Pieces& content) {
  const DigestHandle context(EVP_MD_CTX_new());
  EVP_PKEY* key = X509_get0_pubkey(check_.signer.get());
  if (key == nullptr || EVP_DigestVerifyInit(context.get(), nullptr, digest_, nullptr, key) != 1) {
    return "the signer's key is of an unknown kind";
  }
  for (const ByteView piece : content) {
    EVP_DigestVerifyUpdate(context.get(), piece.data(), piece.size());
  }
  const bool right =
      EVP_DigestVerifyFinal(context.get(), check_.signature.data(), check_.signature.size()) == 1;
  return right ? "" : "the document was changed, or the signature is not of the signer's key";
}

}  // namespace

CmsCheck check_cms(ByteView der, const std::optional<Pieces>& content) {
  return CmsReader(der).check(content);
}

}  // namespace sohoa
