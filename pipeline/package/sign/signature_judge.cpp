#include "pipeline/package/sign/signature_judge.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "pipeline/base/printable.h"
#include "pipeline/package/sign/certificate_use.h"
#include "pipeline/package/sign/digest_of_pieces.h"
#include "pipeline/package/sign/shown_place.h"
#include "pipeline/package/sign/signature_coverage.h"
#include "pipeline/package/sign/signing_time.h"

namespace sohoa {

namespace {

constexpr const char* kCades = "ETSI.CAdES.detached";
constexpr const char* kTimeStamp = "ETSI.RFC3161";
constexpr const char* kOldDetached = "adbe.pkcs7.detached";
constexpr const char* kOldSha1 = "adbe.pkcs7.sha1";
constexpr std::size_t kReasonsMax = 3;

bool is_weak(const std::string& digest) {
  return digest == "SHA1" || digest == "MD5" || digest == "MD4" || digest == "RIPEMD160";
}

std::string name_in(QPDFObjectHandle dictionary, const char* key) {
  QPDFObjectHandle value = dictionary.getKey(key);
  return value.isName() ? printable(value.getName().substr(1)) : "";
}

std::string subject_of(const CmsCheck& cms) {
  return printable(common_name(X509_get_subject_name(cms.signer.get())));
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < std::min(parts.size(), kReasonsMax); ++i) {
    text += (i > 0 ? ", " : "") + parts[i];
  }
  if (parts.size() > kReasonsMax) {
    text += " and " + std::to_string(parts.size() - kReasonsMax) + " more";
  }
  return text;
}

/// The content is SHA-1 of the document, enclosed (ISO 32000-1, 12.8.3.3).
CmsCheck check_enclosed_sha1(ByteView der, const std::vector<ByteView>& covered) {
  CmsCheck cms = check_cms(der, std::nullopt);
  if (cms.wrong.empty() && digest_of_pieces(EVP_sha1(), covered) != cms.content) {
    cms.wrong = "the document was changed: its digest is another";
  }
  if (cms.wrong.empty()) cms.digest = "SHA1";
  return cms;
}

}  // namespace

SignatureJudge::SignatureJudge(PdfDocument& document, const VerifySettings& settings)
    : document_(document), settings_(settings), trust_(settings.trust) {}

Signature SignatureJudge::judge(const SignatureField& field) {
  signature_ = {};
  signature_.field = printable(field.name);
  QPDFObjectHandle dictionary = field.signature;
  signature_.kind = name_in(dictionary, "/SubFilter");
  moment_ = 0;
  proved_ = false;
  QPDFObjectHandle stated = dictionary.getKey("/M");
  if (stated.isString()) moment_ = time_of_pdf(stated.getStringValue());
  if (moment_ != 0) signature_.stated_time = iso_time(moment_);
  const ShownPlace place = shown_place(document_, field.widgets.front());
  signature_.page = place.page;
  signature_.corner = place.corner;
  const ByteRange range = byte_range_of(dictionary, document_.bytes());
  if (!range.wrong.empty()) {
    find("byte-range", Severity::kError, "its byte range " + range.wrong,
         "ask the signer to sign it again");
  } else if (!is_own_gap(range, field, document_) || !gaps_.insert(range.before.size()).second) {
    find("byte-range", Severity::kError, "its byte range is that of another signature",
         "do not rely on it; ask for a sound copy");
  } else {
    judge_contents(field, range);
    judge_coverage(field, range);
  }
  return std::move(signature_);
}

void SignatureJudge::judge_contents(const SignatureField& field, const ByteRange& range) {
  QPDFObjectHandle dictionary = field.signature;
  const std::string contents = dictionary.getKey("/Contents").getStringValue();
  const ByteView der = as_bytes(contents);
  const std::vector<ByteView> covered = {range.before, range.after};
  if (signature_.kind == kTimeStamp) {
    const TimeToken token = check_time_token(der, covered);
    judge_signer(token.cms);
    if (signature_.intact) judge_stamp(token);
    if (token.cms.signer) judge_certificate(token.cms, moment_);
    return;
  }
  if (signature_.kind != kCades && signature_.kind != kOldDetached && signature_.kind != kOldSha1) {
    return find("kind", Severity::kError, "it is of a kind that cannot be checked here",
                "check it with the program that made it");
  }
  const CmsCheck cms =
      signature_.kind == kOldSha1 ? check_enclosed_sha1(der, covered) : check_cms(der, covered);
  judge_signer(cms);
  if (moment_ == 0 && cms.stated_time != 0) {
    moment_ = cms.stated_time;
    signature_.stated_time = iso_time(moment_);
  }
  if (!cms.time_token.empty()) judge_stamp(check_time_token(cms.time_token, {cms.signature}));
  if (cms.signer) judge_certificate(cms, moment_ != 0 ? moment_ : settings_.now);
}

void SignatureJudge::judge_signer(const CmsCheck& cms) {
  signature_.intact = cms.wrong.empty();
  signature_.digest = cms.digest;
  if (cms.signer) {
    signature_.signer = subject_of(cms);
    signature_.issuer = printable(common_name(X509_get_issuer_name(cms.signer.get())));
  }
  if (!signature_.intact) {
    return find("broken", Severity::kError, cms.wrong, "do not rely on it; ask for a sound copy");
  }
  judge_digest(cms.digest, "it");
  if (signature_.kind == kCades && !cms.names_certificate) {
    find("certificate-not-named", Severity::kWarning,
         "it does not say which certificate it was made with, as CAdES wants it",
         "ask the signer to sign with another program");
  }
  if (!cms.padded_with_zeros) {
    find("padding", Severity::kWarning, "other bytes stand behind it in its place",
         "ask the signer to sign it again");
  }
}

void SignatureJudge::judge_digest(const std::string& digest, const std::string& of_what) {
  if (!is_weak(digest)) return;
  find("weak-digest", Severity::kWarning, of_what + " rests on " + digest + ", which can be forged",
       "ask for a signature with SHA-256");
}

void SignatureJudge::judge_stamp(const TimeToken& token) {
  if (!token.cms.wrong.empty()) {
    return find("time-stamp", Severity::kError, "its time stamp proves nothing: " + token.cms.wrong,
                "do not rely on its time");
  }
  signature_.stamped_time = iso_time(token.time);
  signature_.time_authority = subject_of(token.cms);
  judge_digest(token.imprint_digest, "its time stamp");
  const std::string complaint = trust_.complaint(token.cms.signer.get(), token.cms.enclosed.get(),
                                                 TrustPurpose::kTimeStamping, token.time);
  if (complaint.empty()) {
    moment_ = token.time;
    proved_ = true;
    return;
  }
  // Anybody can make such an authority: the signature is judged by its signer's word.
  find("time-untrusted", Severity::kWarning,
       "the authority of its time stamp is not trusted (" + complaint + ")",
       "pass the authority's root by --trust");
}

void SignatureJudge::judge_certificate(const CmsCheck& cms, std::int64_t moment) {
  X509* signer = cms.signer.get();
  signature_.in_term = in_term(signer, moment);
  if (!signature_.in_term) {
    find("certificate-expired", Severity::kError,
         "the signer's certificate was not valid at the time of signing",
         "ask the signer to sign it with a valid one");
  } else if (!proved_ && !in_term(signer, settings_.now)) {
    find("certificate-expired-since", Severity::kWarning,
         "the signer's certificate has expired, and nothing but the signer tells the time of "
         "signing",
         "ask for signatures with a time stamp");
  }
  const bool stamps = signature_.kind == kTimeStamp;
  if (!stamps && !is_for_signing(signer)) {
    find("key-usage", Severity::kWarning, "the signer's certificate is not meant for signing",
         "ask the signer to sign it with another one");
  }
  const TrustPurpose purpose = stamps ? TrustPurpose::kTimeStamping : TrustPurpose::kSigning;
  const std::string complaint = trust_.complaint(signer, cms.enclosed.get(), purpose, moment);
  signature_.trusted = complaint.empty();
  if (signature_.trusted) return;
  find("untrusted", settings_.trust.empty() ? Severity::kWarning : Severity::kError,
       "the signer's certificate does not lead to a trusted one (" + complaint + ")",
       "pass the root that you trust by --trust");
}

void SignatureJudge::judge_coverage(const SignatureField& field, const ByteRange& range) {
  const Coverage coverage = coverage_of(field, range, document_);
  signature_.coverage = coverage.kind;
  if (coverage.kind == SignatureCoverage::kEarlierRevision) {
    find("earlier-revision", Severity::kInfo,
         "it covers an earlier revision; only signatures were added since", "");
  } else if (coverage.kind == SignatureCoverage::kChangedSince) {
    find("changed-since", Severity::kError, "since then was changed: " + joined(coverage.changes),
         "do not rely on what the file shows; ask for a sound copy");
  }
}

void SignatureJudge::find(const std::string& code, Severity severity, const std::string& reason,
                          const std::string& remedy) {
  const std::string subject = document_.name() + " signature " + signature_.field;
  signature_.findings.push_back(
      {"signature." + code, severity, subject, reason, remedy, std::nullopt});
}

}  // namespace sohoa
