#include <gtest/gtest.h>

#include "models/papers/profile.h"
#include "pipeline/base/atomic_file.h"
#include "pipeline/base/file.h"
#include "pipeline/package/conform/conform.h"
#include "tests/package/conform/drawn_record.h"
#include "tests/package/sign/signed_files.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;
using Codes = std::vector<std::string>;

class SignedRecord : public test::SignedFiles {
 protected:
  SignedRecord() { test::draw_pdf({}, plain()); }

  fs::path plain() const { return path("H49.61.1.pdf"); }
  fs::path signed_by(const SignSettings& settings) {
    sign(plain(), path("H49.61.2.pdf"), settings);
    return path("H49.61.2.pdf");
  }

  Codes codes(const fs::path& pdf, const std::string& name, const fs::path& trust) {
    const Profile profile = load_profile(name);
    Codes codes;
    for (const Breach& breach :
         check_conformance(pdf, profile, {std::nullopt, trust, test::kSigningTime + 3600})) {
      codes.push_back(breach.code);
      const std::string reason = finding_of(breach, Language::kVietnamese).reason;
      EXPECT_EQ(reason.find('{'), std::string::npos) << reason;
    }
    return codes;
  }
  Codes codes(const fs::path& pdf, const std::string& name) {
    return codes(pdf, name, authority_.root());
  }
};

TEST_F(SignedRecord, OfTheRightSignerInTheRightCornerIsSound) {
  EXPECT_EQ(codes(signed_by(test::officer_settings()), "one-stop-2023"), Codes{});
  const fs::path copy = signed_by(test::agency_settings());
  EXPECT_EQ(codes(copy, "archive-2025"), Codes{});
  EXPECT_EQ(codes(copy, "nd30-copy"), Codes{});
  EXPECT_EQ(codes(copy, "integrity"), Codes{});
}

TEST_F(SignedRecord, WithBothSignaturesMeetsBothActs) {
  const fs::path officer = signed_by(test::officer_settings());
  const fs::path both = path("H49.61.3.pdf");
  sign(officer, both, test::agency_settings());
  EXPECT_EQ(codes(both, "one-stop-2023"), Codes{});
  EXPECT_EQ(codes(both, "archive-2025"), Codes{});
}

TEST_F(SignedRecord, UnsignedOneIsTold) {
  EXPECT_EQ(codes(plain(), "one-stop-2023"), Codes{"signature.officer-missing"});
  EXPECT_EQ(codes(plain(), "archive-2025"), Codes{"signature.agency-missing"});
  EXPECT_EQ(codes(plain(), "integrity"), Codes{});
}

TEST_F(SignedRecord, SignatureInTheOtherCornerIsTold) {
  EXPECT_EQ(codes(signed_by(test::agency_settings()), "one-stop-2023"),
            Codes{"signature.officer-corner"});
  EXPECT_EQ(codes(signed_by(test::officer_settings()), "archive-2025"),
            Codes{"signature.agency-corner"});
}

TEST_F(SignedRecord, InvisibleSignatureStandsInNoCorner) {
  SignSettings settings = test::officer_settings();
  settings.appearance = Appearance::kInvisible;
  EXPECT_EQ(codes(signed_by(settings), "one-stop-2023"), Codes{"signature.officer-corner"});
}

TEST_F(SignedRecord, CopyWithoutItsMarkIsTold) {
  SignSettings settings = test::agency_settings();
  settings.copy = CopyMark::kNone;
  EXPECT_EQ(codes(signed_by(settings), "nd30-copy"), Codes{"signature.copy-mark"});
}

TEST_F(SignedRecord, FlippedByteBreaksTheSignature) {
  const fs::path pdf = signed_by(test::officer_settings());
  Bytes bytes = read_file(pdf);
  // A digit of the producer's version in the document information: still a sound PDF.
  const std::string_view text = as_text(bytes);
  const std::size_t at = text.find("%PDF-");
  ASSERT_NE(at, std::string_view::npos);
  bytes[at + 7] = '6';
  write_file(pdf, bytes);
  const Codes found = codes(pdf, "one-stop-2023");
  EXPECT_NE(std::find(found.begin(), found.end(), "signature.broken"), found.end());
}

TEST_F(SignedRecord, TrustIsAskedForOnlyWhereRootsAreNamed) {
  const TemporaryFolder other;
  const test::Authority stranger(other.path());
  const fs::path pdf = signed_by(test::officer_settings());
  EXPECT_EQ(codes(pdf, "one-stop-2023", {}), Codes{});
  EXPECT_EQ(codes(pdf, "one-stop-2023", stranger.root()), Codes{"signature.untrusted"});
}

}  // namespace
}  // namespace sohoa
