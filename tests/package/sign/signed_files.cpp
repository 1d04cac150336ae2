#include "tests/package/sign/signed_files.h"

#include <algorithm>

#include "pipeline/base/atomic_file.h"

namespace sohoa::test {

namespace {

constexpr std::size_t kRoom = 16384;
constexpr std::int64_t kDay = 24 * 60 * 60;

}  // namespace

SignSettings officer_settings() {
  SignSettings settings;
  settings.name = "Nguyễn Thị Ẩn";
  settings.time = kSigningTime;
  return settings;
}

SignSettings agency_settings() {
  SignSettings settings = officer_settings();
  settings.role = SignerRole::kAgency;
  settings.copy = CopyMark::kSaoY;
  settings.name = "Ủy ban nhân dân xã Vĩnh Hưng";
  return settings;
}

std::vector<Finding> SignedFiles::sign(const std::filesystem::path& from,
                                       const std::filesystem::path& to,
                                       const SignSettings& settings, KeyType key) {
  Identity identity{"Test signer", key};
  return sign_pdf(from, to, settings, *authority_.signer(identity));
}

void SignedFiles::sign_as(const std::filesystem::path& from, const std::filesystem::path& to,
                          const std::string& kind, const std::function<Bytes(const Bytes&)>& make) {
  const UnsignedPdf pdf = read_pdf(from);
  PreparedSignature prepared = prepare_signature(pdf, officer_settings(), kRoom);
  constexpr std::string_view kOurs = "/ETSI.CAdES.detached";
  std::string other = '/' + kind;
  other.resize(kOurs.size(), ' ');
  const auto at = std::search(prepared.pdf.begin() + static_cast<std::ptrdiff_t>(pdf.bytes.size()),
                              prepared.pdf.end(), kOurs.begin(), kOurs.end());
  std::copy(other.begin(), other.end(), at);
  Bytes covered(prepared.pdf.begin(),
                prepared.pdf.begin() + static_cast<std::ptrdiff_t>(prepared.gap_begin));
  covered.insert(covered.end(),
                 prepared.pdf.begin() + static_cast<std::ptrdiff_t>(prepared.gap_end),
                 prepared.pdf.end());
  fill_in(prepared, make(covered));
  write_file(to, prepared.pdf);
}

SignatureReport SignedFiles::verify(const std::filesystem::path& pdf) {
  return verify_signatures(pdf, {authority_.root(), kSigningTime + kDay});
}

std::vector<std::string> codes_of(const std::vector<Finding>& findings) {
  std::vector<std::string> codes;
  for (const Finding& finding : findings) codes.push_back(finding.code);
  return codes;
}

}  // namespace sohoa::test
