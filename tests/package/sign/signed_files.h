#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <span>

#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/sign/sign.h"
#include "pipeline/package/sign/signature_field.h"
#include "pipeline/package/sign/verify_signatures.h"
#include "tests/package/sign/authority.h"

namespace sohoa::test {

SignSettings officer_settings();
SignSettings agency_settings();

/// A folder, an authority, and what tests of signatures do with them.
class SignedFiles : public testing::Test {
 protected:
  std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }
  std::vector<Finding> sign(const std::filesystem::path& from, const std::filesystem::path& to,
                            const SignSettings& settings, KeyType key = KeyType::kRsa2048);
  /// Signs as another program might: `kind` is the /SubFilter, `make` the contents for the covered
  /// bytes.
  void sign_as(const std::filesystem::path& from, const std::filesystem::path& to,
               const std::string& kind, const std::function<Bytes(const Bytes&)>& make);
  /// Signs as PAdES wants it, after `edit` of the signature's dictionary, which keeps its length.
  void sign_edited(const std::filesystem::path& from, const std::filesystem::path& to,
                   const std::function<void(std::span<std::uint8_t>)>& edit);
  /// With the authority's root trusted, a day after the signing.
  SignatureReport verify(const std::filesystem::path& pdf);

  TemporaryFolder folder_;
  Authority authority_{folder_.path()};

 private:
  void sign_prepared(const std::filesystem::path& from, const std::filesystem::path& to,
                     const std::function<void(std::span<std::uint8_t>)>& edit,
                     const std::function<Bytes(const Bytes&)>& make);
};

std::vector<std::string> codes_of(const std::vector<Finding>& findings);

}  // namespace sohoa::test
