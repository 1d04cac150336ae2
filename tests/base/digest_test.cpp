#include "pipeline/base/digest.h"

#include <gtest/gtest.h>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/temporary_folder.h"

namespace sohoa {
namespace {

// The vectors of FIPS 180-4's example document.
constexpr char kOfNothing[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr char kOfAbc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr char kOfTwoBlocks[] = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
constexpr char kTwoBlocks[] = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";

TEST(Digest, MeetsThePublishedVectors) {
  EXPECT_EQ(sha256_of({}), kOfNothing);
  EXPECT_EQ(sha256_of(as_bytes("abc")), kOfAbc);
  EXPECT_EQ(sha256_of(as_bytes(kTwoBlocks)), kOfTwoBlocks);
}

TEST(Digest, IsTheSameInPieces) {
  Sha256 digest;
  for (const char& c : std::string_view(kTwoBlocks)) digest.add(as_bytes({&c, 1}));
  EXPECT_EQ(digest.hex(), kOfTwoBlocks);
}

TEST(Digest, SoFarIsThatOfTheBytesSoFarAndMoreMayFollow) {
  for (const DigestAlgorithm algorithm : {DigestAlgorithm::kSha256, DigestAlgorithm::kSha512}) {
    Digest digest(algorithm);
    Digest whole(algorithm);
    digest.add(as_bytes("abc"));
    whole.add(as_bytes("abc"));
    EXPECT_EQ(digest.hex_so_far(), whole.hex());
    EXPECT_EQ(digest.hex_so_far(), digest.hex_so_far());
    digest.add(as_bytes("def"));
    Digest longer(algorithm);
    longer.add(as_bytes("abcdef"));
    EXPECT_EQ(digest.hex(), longer.hex());
  }
}

TEST(Digest, OfAFileLongerThanOnePieceIsThatOfItsBytes) {
  const TemporaryFolder folder;
  const std::string text(200'000, 'a');
  write_file(folder.path() / "long", as_bytes(text));
  EXPECT_EQ(sha256_of_file(folder.path() / "long"), sha256_of(as_bytes(text)));
}

TEST(Digest, OfAMissingFileIsAnInputError) {
  try {
    sha256_of_file("no/such/file");
    FAIL() << "a missing file was digested";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kInput);
    EXPECT_EQ(error.subject(), "no/such/file");
  }
}

}  // namespace
}  // namespace sohoa
