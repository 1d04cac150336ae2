// What a signature says of its certificate (RFC 5035), as other programs write it.

#include <gtest/gtest.h>

#include "pipeline/package/sign/cms_check.h"
#include "pipeline/package/sign/der.h"
#include "pipeline/package/sign/digest_of_pieces.h"
#include "pipeline/package/sign/key_file.h"
#include "pipeline/package/sign/signing_certificate.h"
#include "tests/package/sign/openssl_cms.h"
#include "tests/package/sign/signed_files.h"

namespace sohoa {
namespace {

class CertificateNames : public test::SignedFiles {
 protected:
  CmsCheck check(int attribute, const Bytes& value, int times = 1) const {
    test::ForeignCms form;
    form.attribute = attribute;
    form.value = value;
    form.times = times;
    return check_cms(test::openssl_cms(files_, content_, form), std::vector<ByteView>{content_});
  }
  static Bytes one(ByteView digest) {
    return der(DerTag::kSequence, {der(DerTag::kOctets, digest)});
  }
  /// A list of certificates by their digests.
  static Bytes listed(const std::vector<Bytes>& digests) {
    Bytes list;
    for (const Bytes& digest : digests) {
      const Bytes item = one(digest);
      list.insert(list.end(), item.begin(), item.end());
    }
    return der(DerTag::kSequence, {der(DerTag::kSequence, list)});
  }

  const Bytes content_ = {1, 2, 3};
  const KeyFiles files_ = authority_.issue({"Other signer"});
  const Bytes own_ = read_certificates(files_.certificate).front();
  const Bytes other_ = Bytes(32, 7);  // of a certificate that is not there
};

TEST_F(CertificateNames, BothVersionsAreRead) {
  EXPECT_TRUE(
      check(NID_id_smime_aa_signingCertificateV2, signing_certificate_v2(own_)).names_certificate);
  const CmsCheck first =
      check(NID_id_smime_aa_signingCertificate, listed({digest_of_pieces(EVP_sha1(), {own_})}));
  EXPECT_TRUE(first.names_certificate) << first.wrong;
}

TEST_F(CertificateNames, OthersOfTheChainNeedNotBeThere) {
  const CmsCheck cms =
      check(NID_id_smime_aa_signingCertificateV2, listed({sha256_of_pieces({own_}), other_}));
  EXPECT_EQ(cms.wrong, "");
  EXPECT_TRUE(cms.names_certificate);
}

TEST_F(CertificateNames, AnotherFirstIsWrong) {
  const CmsCheck cms =
      check(NID_id_smime_aa_signingCertificateV2, listed({other_, sha256_of_pieces({own_})}));
  EXPECT_EQ(cms.wrong, "its signature was made for another certificate");
  EXPECT_FALSE(cms.names_certificate);
}

TEST_F(CertificateNames, MalformedOrTwiceIsWrong) {
  const Bytes empty = der(DerTag::kSequence, ByteView());
  const Bytes number = der(DerTag::kSequence, {der_small_integer(1)});
  for (const Bytes& value : {empty, number, listed({})}) {
    EXPECT_NE(check(NID_id_smime_aa_signingCertificateV2, value).wrong, "");
  }
  EXPECT_NE(check(NID_id_smime_aa_signingCertificateV2, signing_certificate_v2(own_), 2).wrong, "");
}

TEST_F(CertificateNames, NoneIsNoFaultOfTheSignature) {
  const CmsCheck cms = check(NID_undef, {});
  EXPECT_EQ(cms.wrong, "");
  EXPECT_FALSE(cms.names_certificate);
}

}  // namespace
}  // namespace sohoa
