#include "pipeline/package/sign/signature_judge.h"

#include <openssl/x509v3.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "pipeline/base/error.h"
#include "pipeline/package/sign/printable.h"
#include "pipeline/package/sign/revision.h"
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
  if (cms.wrong.empty() && digest_by(EVP_sha1(), covered) != cms.content) {
    cms.wrong = "the document was changed: its digest is another";
  }
  if (cms.wrong.empty()) cms.digest = "SHA1";
  return cms;
}

/// What the update at the file's end changed; nothing when only signatures came.
std::vector<std::string> changes_behind(PdfDocument& document, std::size_t end) {
  const ByteView all = document.bytes();
  if (last_section_offset(all) < static_cast<long long>(end)) {
    return {"bytes that belong to no revision"};
  }
  try {
    PdfDocument revision(document.name(), all.first(end));
    std::vector<std::string> changes = changes_since(revision, document);
    if (!revision.damage().empty()) changes.emplace_back("what was signed is no whole revision");
    return changes;
  } catch (const std::exception&) {
    return {"what was signed is no whole revision"};
  }
}

}  // namespace

SignatureJudge::SignatureJudge(PdfDocument& document, const VerifySettings& settings)
    : document_(document), settings_(settings), trust_(settings.trust) {}

Signature SignatureJudge::judge(const SignedField& field) {
  signature_ = {};
  signature_.field = printable(field.name);
  QPDFObjectHandle dictionary = field.signature;
  signature_.kind = name_in(dictionary, "/SubFilter");
  moment_ = 0;
  QPDFObjectHandle stated = dictionary.getKey("/M");
  if (stated.isString()) moment_ = time_of_pdf(stated.getStringValue());
  if (moment_ != 0) signature_.stated_time = iso_time(moment_);
  const ShownPlace place = shown_place(document_, field.widget);
  signature_.page = place.page;
  signature_.corner = place.corner;
  const ByteRange range = byte_range_of(dictionary, document_.bytes());
  if (!range.wrong.empty()) {
    find("byte-range", Severity::kError, "its byte range " + range.wrong,
         "ask the signer to sign it again");
  } else {
    judge_contents(field, range);
    judge_coverage(range);
  }
  return std::move(signature_);
}

void SignatureJudge::judge_contents(const SignedField& field, const ByteRange& range) {
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
  moment_ = token.time;
  signature_.stamped_time = iso_time(token.time);
  signature_.time_authority = subject_of(token.cms);
  judge_digest(token.imprint_digest, "its time stamp");
  judge_authority(token);
}

void SignatureJudge::judge_authority(const TimeToken& token) {
  const std::string complaint = trust_.complaint(token.cms.signer.get(), token.cms.enclosed.get(),
                                                 TrustPurpose::kTimeStamping, token.time);
  if (complaint.empty()) return;
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
  } else if (signature_.stamped_time.empty() && !in_term(signer, settings_.now)) {
    find("certificate-expired-since", Severity::kWarning,
         "the signer's certificate has expired, and nothing but the signer tells the time of "
         "signing",
         "ask for signatures with a time stamp");
  }
  // UINT32_MAX where the certificate does not restrict its key.
  if ((X509_get_key_usage(signer) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0) {
    find("key-usage", Severity::kWarning, "the signer's certificate is not meant for signing",
         "ask the signer to sign it with another one");
  }
  const TrustPurpose purpose =
      signature_.kind == kTimeStamp ? TrustPurpose::kTimeStamping : TrustPurpose::kSigning;
  const std::string complaint = trust_.complaint(signer, cms.enclosed.get(), purpose, moment);
  signature_.trusted = complaint.empty();
  if (signature_.trusted) return;
  find("untrusted", settings_.trust.empty() ? Severity::kWarning : Severity::kError,
       "the signer's certificate does not lead to a trusted one (" + complaint + ")",
       "pass the root that you trust by --trust");
}

void SignatureJudge::judge_coverage(const ByteRange& range) {
  if (range.end == document_.bytes().size()) {
    signature_.coverage = SignatureCoverage::kWholeFile;
    return;
  }
  const std::vector<std::string> changes = changes_behind(document_, range.end);
  if (changes.empty()) {
    signature_.coverage = SignatureCoverage::kEarlierRevision;
    return find("earlier-revision", Severity::kInfo,
                "it covers an earlier revision; only signatures were added since", "");
  }
  signature_.coverage = SignatureCoverage::kChangedSince;
  find("changed-since", Severity::kError, "since then was changed: " + joined(changes),
       "do not rely on what the file shows; ask for a sound copy");
}

void SignatureJudge::find(const std::string& code, Severity severity, const std::string& reason,
                          const std::string& remedy) {
  const std::string subject = document_.name() + " signature " + signature_.field;
  signature_.findings.push_back(
      {"signature." + code, severity, subject, reason, remedy, std::nullopt});
}

}  // namespace sohoa
