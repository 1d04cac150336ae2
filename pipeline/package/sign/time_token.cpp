#include "pipeline/package/sign/time_token.h"

#include <algorithm>

#include "pipeline/package/sign/asn1_time.h"
#include "pipeline/package/sign/digest_of_pieces.h"

namespace sohoa {

namespace {

/// RFC 3161, 2.4.2
std::string fault_of_form(const CmsCheck& cms) {
  if (cms.content_type != NID_id_smime_ct_TSTInfo || !cms.has_attributes) {
    return "it is no time stamp";
  }
  return cms.names_certificate ? "" : "it does not name its certificate";
}

}  // namespace

TimeToken check_time_token(ByteView token, const std::vector<ByteView>& stamped) {
  TimeToken result;
  result.cms = check_cms(token, std::nullopt);
  if (result.cms.wrong.empty()) result.cms.wrong = fault_of_form(result.cms);
  if (!result.cms.wrong.empty()) return result;
  const unsigned char* data = result.cms.content.data();
  const TimeStampInfoHandle info(
      d2i_TS_TST_INFO(nullptr, &data, static_cast<long>(result.cms.content.size())));
  if (!info) {
    result.cms.wrong = "it says no time";
    return result;
  }
  TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info.get());
  const EVP_MD* algorithm = EVP_get_digestbyobj(TS_MSG_IMPRINT_get_algo(imprint)->algorithm);
  const ASN1_OCTET_STRING* stated = TS_MSG_IMPRINT_get_msg(imprint);
  const Bytes digest = digest_of_pieces(algorithm, stamped);
  const unsigned char* bytes = ASN1_STRING_get0_data(stated);
  if (digest.empty() ||
      !std::equal(digest.begin(), digest.end(), bytes, bytes + ASN1_STRING_length(stated))) {
    result.cms.wrong = "it is for something else";
    return result;
  }
  result.imprint_digest = OBJ_nid2sn(EVP_MD_get_type(algorithm));
  result.time = seconds_of(TS_TST_INFO_get_time(info.get()));
  return result;
}

}  // namespace sohoa
