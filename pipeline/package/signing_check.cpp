#include "pipeline/package/signing_check.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/package/pdf/pdf_signature_traces.h"
#include "pipeline/package/sign/verify_signatures.h"

namespace sohoa {

namespace {

using SignerAndTime = std::pair<std::string, std::string>;

/// Reads a PDF once from its beginning.
class RunningDigest {
 public:
  explicit RunningDigest(const PdfBytes& pdf) : pdf_(pdf), piece_(kPieceBytes) {}

  /// The SHA-256 of its first `bytes`, not fewer than the last time; nothing when it is shorter.
  std::optional<std::string> up_to(std::uint64_t bytes) {
    if (bytes > static_cast<std::uint64_t>(pdf_.size())) return std::nullopt;
    while (done_ < bytes) {
      const std::span<std::uint8_t> wanted(piece_.data(), std::min(kPieceBytes, bytes - done_));
      const std::size_t got = pdf_.read_at(static_cast<long long>(done_), wanted);
      if (got == 0) return std::nullopt;
      digest_.add({piece_.data(), got});
      done_ += got;
    }
    return digest_.hex_so_far();
  }

 private:
  static constexpr std::uint64_t kPieceBytes = 1 << 18;

  const PdfBytes& pdf_;
  Bytes piece_;
  Sha256 digest_;
  std::uint64_t done_ = 0;
};

std::multiset<SignerAndTime> signatures_of(const PdfBytes& pdf) {
  std::multiset<SignerAndTime> signatures;
  for (const Signature& one : verify_signatures(pdf.name(), pdf.all(), {}).signatures) {
    signatures.emplace(one.signer, one.stated_time);
  }
  return signatures;
}

}  // namespace

SigningCheck::SigningCheck(const Record& record) {
  for (const Signing& signing : record.signings) {
    signings_[signing.before.path].push_back(&signing);
  }
  for (auto& [path, of_path] : signings_) {
    std::stable_sort(of_path.begin(), of_path.end(), [](const Signing* a, const Signing* b) {
      return a->before.bytes < b->before.bytes;
    });
  }
}

void SigningCheck::check_beginnings(const PdfBytes& pdf, PackageFindings& findings) const {
  const auto of_pdf = signings_.find(pdf.name());
  if (of_pdf == signings_.end()) return;
  RunningDigest digest(pdf);
  for (const Signing* signing : of_pdf->second) {
    if (digest.up_to(signing->before.bytes) == signing->before.sha256) continue;
    findings.add("package.signing", pdf.name(),
                 "does not begin with what " + signing->signer + " signed");
  }
}

void SigningCheck::check_signatures(const PdfBytes& pdf, PackageFindings& findings) const {
  const auto of_pdf = signings_.find(pdf.name());
  if (of_pdf == signings_.end() && signature_traces(pdf).empty()) return;
  std::multiset<SignerAndTime> told;
  if (of_pdf != signings_.end()) {
    for (const Signing* signing : of_pdf->second) told.emplace(signing->signer, signing->time);
  }
  try {
    if (signatures_of(pdf) == told) return;
    findings.add("package.signing", pdf.name(),
                 "its signatures are not those that record.json tells of");
  } catch (const Error& error) {
    findings.add("package.signing", pdf.name(), error.reason());
  }
}

}  // namespace sohoa
