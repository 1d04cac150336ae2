#pragma once

#include <string>
#include <vector>

#include "models/record/finding.h"

namespace sohoa {

/// How much of the file a signature covers.
enum class SignatureCoverage {
  kWholeFile,
  kEarlierRevision,  // only signatures, or what proves them, were added since
  kChangedSince,     // something else was
  kUnknown           // its byte range is none
};

/// What a signature in a PDF says, and how it stands. Times are ISO 8601 in Vietnam's zone, empty
/// where there are none.
struct Signature {
  std::string field;
  std::string kind;            // /SubFilter: "ETSI.CAdES.detached", "adbe.pkcs7.detached" …
  std::string signer;          // common name
  std::string issuer;          // of the signer's certificate
  std::string stated_time;     // what the signer says
  std::string stamped_time;    // what a time stamp authority says
  std::string time_authority;  // its common name
  std::string digest;          // "SHA256"
  bool intact = false;         // the covered bytes are those that were signed
  bool trusted = false;        // the certificate leads to one that is trusted
  bool in_term = false;        // the certificate was valid at the time of signing
  SignatureCoverage coverage = SignatureCoverage::kUnknown;
  int page = 0;        // from 1, where it is shown; 0: it is not
  std::string corner;  // "top-left" … "bottom-right", "middle"; empty: it is not shown
  std::vector<Finding> findings;
};

/// The signatures of a PDF, oldest first, with what concerns the file as a whole.
struct SignatureReport {
  std::string file;
  std::vector<Signature> signatures;
  std::vector<Finding> findings;

  /// Signed, and no finding is an error.
  bool valid() const;
};

}  // namespace sohoa
