#include "tests/package/sign/signed_files.h"

#include <algorithm>

#include "pipeline/base/atomic_file.h"
#include "pipeline/package/sign/cms_signature.h"
#include "pipeline/package/sign/digest_of_pieces.h"

namespace sohoa::test {

namespace {

constexpr std::size_t kRoom = 16384;
constexpr std::int64_t kDay = 24L * 60 * 60;

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
  const auto edit = [&](std::span<std::uint8_t> signature) {
    constexpr std::string_view kOurs = "/ETSI.CAdES.detached";
    std::string other = '/' + kind;
    other.resize(kOurs.size(), ' ');
    const auto at = std::search(signature.begin(), signature.end(), kOurs.begin(), kOurs.end());
    std::copy(other.begin(), other.end(), at);
  };
  sign_prepared(from, to, edit, make);
}

void SignedFiles::sign_edited(const std::filesystem::path& from, const std::filesystem::path& to,
                              const std::function<void(std::span<std::uint8_t>)>& edit) {
  const std::unique_ptr<Signer> signer = authority_.signer({"Test signer"});
  sign_prepared(from, to, edit, [&](const Bytes& covered) {
    const Bytes digest = sha256_of_pieces({covered});
    const Bytes attributes = signed_attributes(digest, signer->chain().front());
    return cms_signature(digest, signer->chain(), signer->sign(attributes), {});
  });
}

void SignedFiles::sign_prepared(const std::filesystem::path& from, const std::filesystem::path& to,
                                const std::function<void(std::span<std::uint8_t>)>& edit,
                                const std::function<Bytes(const Bytes&)>& make) {
  const LoadedPdf pdf = read_pdf(from);
  PreparedSignature prepared = prepare_signature(pdf, officer_settings(), kRoom);
  edit(std::span(prepared.pdf).subspan(pdf.bytes.size()));
  Bytes covered;
  for (const ByteView piece : covered_by(prepared)) {
    covered.insert(covered.end(), piece.begin(), piece.end());
  }
  fill_in(prepared, make(covered));
  write_file(to, prepared.pdf);
}

SignatureReport SignedFiles::verify(const std::filesystem::path& pdf) {
  return verify_signatures(pdf, {authority_.root(), kSigningTime + kDay});
}

std::vector<std::string> codes_of(const std::vector<Finding>& findings) {
  std::vector<std::string> codes;
  codes.reserve(findings.size());
  for (const Finding& finding : findings) codes.push_back(finding.code);
  return codes;
}

}  // namespace sohoa::test
