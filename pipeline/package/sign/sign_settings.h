#pragma once

#include <cstdint>
#include <string>

namespace sohoa {

/// In whose name a signature stands; that decides its corner of page 1.
enum class SignerRole {
  kOfficer,  // top left: who scanned, and when (TT 01/2023/TT-VPCP, article 8)
  kAgency    // top right: which agency, and when (NĐ 30/2020; TT 05/2025/TT-BNV, article 8)
};

/// The kind of copy that an agency certifies (NĐ 30/2020).
enum class CopyMark { kNone, kSaoY, kSaoLuc, kTrichSao };

enum class Appearance { kBlock, kInvisible };

struct SignSettings {
  SignerRole role = SignerRole::kOfficer;
  Appearance appearance = Appearance::kBlock;
  std::string name;  // the officer's or the agency's, UTF-8; shown, and written into the signature
  std::string mark;  // more words for the block's first line, as "Chuyển đổi từ bản giấy"
  CopyMark copy = CopyMark::kNone;
  std::int64_t time = 0;       // of signing: seconds since 1970-01-01T00:00:00Z
  std::string time_stamp_url;  // of an RFC 3161 authority; empty: no time stamp (B-B)
};

}  // namespace sohoa
