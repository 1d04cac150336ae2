#pragma once

#include <string>

#include "models/record/signature.h"
#include "pipeline/package/sign/byte_range.h"
#include "pipeline/package/sign/signature_list.h"
#include "pipeline/package/sign/time_token.h"
#include "pipeline/package/sign/trust.h"
#include "pipeline/package/sign/verify_signatures.h"

namespace sohoa {

/// Judges the signatures of one document.
class SignatureJudge {
 public:
  SignatureJudge(PdfDocument& document, const VerifySettings& settings);

  Signature judge(const SignedField& field);

 private:
  void judge_contents(const SignedField& field, const ByteRange& range);
  void judge_signer(const CmsCheck& cms);
  void judge_stamp(const TimeToken& token);
  void judge_certificate(const CmsCheck& cms, std::int64_t moment);
  void judge_authority(const TimeToken& token);
  void judge_coverage(const ByteRange& range);
  void judge_digest(const std::string& digest, const std::string& of_what);
  void find(const std::string& code, Severity severity, const std::string& reason,
            const std::string& remedy);

  PdfDocument& document_;
  const VerifySettings& settings_;
  Trust trust_;
  // Of the signature that is being judged.
  Signature signature_;
  std::int64_t moment_ = 0;  // when it was made, as far as that is known
};

}  // namespace sohoa
