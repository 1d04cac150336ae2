#pragma once

#include <set>
#include <string>

#include "models/record/signature.h"
#include "pipeline/package/sign/byte_range.h"
#include "pipeline/package/sign/time_token.h"
#include "pipeline/package/sign/trust.h"
#include "pipeline/package/sign/verify_signatures.h"

namespace sohoa {

/// Judges the signatures of one document.
class SignatureJudge {
 public:
  SignatureJudge(PdfDocument& document, const VerifySettings& settings);

  Signature judge(const SignatureField& field);

  /// Whether a signature with that gap was judged.
  bool knows_gap(std::size_t gap) const { return gaps_.contains(gap); }

 private:
  void judge_contents(const SignatureField& field, const ByteRange& range);
  void judge_signer(const CmsCheck& cms);
  void judge_stamp(const TimeToken& token);
  void judge_certificate(const CmsCheck& cms, std::int64_t moment);
  void judge_coverage(const SignatureField& field, const ByteRange& range);
  void judge_digest(const std::string& digest, const std::string& of_what);
  void find(const std::string& code, Severity severity, const std::string& reason,
            const std::string& remedy);

  PdfDocument& document_;
  const VerifySettings& settings_;
  Trust trust_;
  std::set<std::size_t> gaps_;  // of the signatures that were judged
  // Of the signature that is being judged.
  Signature signature_;
  std::int64_t moment_ = 0;  // when it was made, as far as that is known
  bool proved_ = false;      // by an authority that is trusted
};

}  // namespace sohoa
