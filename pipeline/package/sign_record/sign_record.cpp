#include "pipeline/package/sign_record/sign_record.h"

#include <iterator>
#include <utility>

#include "pipeline/package/sign/cms_signature.h"
#include "pipeline/package/sign/sign.h"
#include "pipeline/package/sign/signing_time.h"
#include "pipeline/package/sign_record/signed_papers.h"

namespace sohoa {

RecordSigning sign_record(const std::filesystem::path& in, const std::filesystem::path& out,
                          const RecordSignSettings& settings, Signer& signer) {
  RecordSigning signing;
  const std::string name = name_in_certificate(signer.chain().front());
  const auto sign = [&](const LoadedPdf& pdf) {
    SignedPdf made = sign_pdf(pdf, settings.signature, signer);
    std::move(made.findings.begin(), made.findings.end(), std::back_inserter(signing.findings));
    return SignedPaper{std::move(made.bytes), name, iso_time(settings.signature.time)};
  };
  signing.papers = with_signed_papers(in, out, {settings.papers, settings.work_folder}, sign);
  return signing;
}

}  // namespace sohoa
