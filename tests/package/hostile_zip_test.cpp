#include <gtest/gtest.h>
#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <functional>
#include <list>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/temporary_folder.h"
#include "pipeline/package/verify.h"
#include "pipeline/package/zip/windows_names.h"
#include "pipeline/package/zip/zip_limits.h"
#include "tests/package/package_specimen.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

/// Damages a sound package in one way at a time.
class HostileZip : public testing::Test {
 protected:
  void SetUp() override { test::build_specimen_package(zip()); }

  fs::path zip() const { return folder_.path() / "record.zip"; }

  /// Changes the archive as libzip can, then names what verify_package finds.
  std::vector<std::string> codes_after(const std::function<void(zip_t*)>& change) const {
    zip_t* archive = zip_open(zip().c_str(), 0, nullptr);
    EXPECT_NE(archive, nullptr);
    change(archive);
    EXPECT_EQ(zip_close(archive), 0) << zip_strerror(archive);
    return codes();
  }

  std::vector<std::string> codes() const {
    std::vector<std::string> codes;
    for (const Finding& finding : verify_package(zip())) {
      EXPECT_EQ(finding.severity, Severity::kError);
      if (std::find(codes.begin(), codes.end(), finding.code) == codes.end()) {
        codes.push_back(finding.code);
      }
    }
    return codes;
  }

  /// The same after a change of the file's bytes.
  void rewrite(const std::function<void(std::string&)>& change) const {
    const Bytes bytes = read_file(zip());
    std::string text(as_text(bytes));
    change(text);
    write_file(zip(), as_bytes(text));
  }

  /// A source of a copy that stays: libzip reads it in zip_close.
  static zip_source_t* buffer(zip_t* archive, const std::string& text) {
    static std::list<std::string> kept;
    kept.push_back(text);
    return zip_source_buffer(archive, kept.back().data(), text.size(), 0);
  }

  static zip_uint64_t add(zip_t* archive, const std::string& name, const std::string& text) {
    zip_source_t* source = buffer(archive, text);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_GUESS);
    EXPECT_GE(index, 0) << zip_strerror(archive);
    return static_cast<zip_uint64_t>(index);
  }

  static zip_uint64_t find(zip_t* archive, const std::string& name) {
    const zip_int64_t index = zip_name_locate(archive, name.c_str(), 0);
    EXPECT_GE(index, 0) << name;
    return static_cast<zip_uint64_t>(index);
  }

  /// Puts `to` in the place of `from`, of the same length, wherever it stands.
  static void replace_all(std::string& text, const std::string& from, const std::string& to) {
    ASSERT_EQ(from.size(), to.size());
    int count = 0;
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
      ++count;
    }
    EXPECT_GT(count, 0) << from;
  }

  using Codes = std::vector<std::string>;
  TemporaryFolder folder_;
};

TEST_F(HostileZip, SoundOneIsSound) { EXPECT_EQ(codes(), Codes{}); }

TEST_F(HostileZip, NamesThatLeaveTheFolderAreRefused) {
  for (const char* name : {"../escape", "/etc/passwd", "data/../../x", "data//x", "./x", "C:x",
                           "data\\..\\x", "data/a\nb", "data/\x1b[2J"}) {
    test::build_specimen_package(zip());
    EXPECT_EQ(codes_after([&](zip_t* a) { add(a, name, "x"); }), Codes{"package.entry-name"})
        << name;
  }
}

TEST_F(HostileZip, NameWithANulIsRefused) {
  codes_after([](zip_t* a) { add(a, "data/text/evil.txt", "x"); });
  rewrite([](std::string& text) {
    replace_all(text, "data/text/evil.txt", std::string("data/text/ev\0l.txt", 18));
  });
  EXPECT_EQ(codes(), Codes{"package.entry-name"});
}

TEST_F(HostileZip, NameInAnotherNormalizationIsRefused) {
  EXPECT_EQ(codes_after([](zip_t* a) { add(a, "data/ho\xCC\x80.pdf", "x"); }),
            Codes{"package.entry-name"});
}

TEST_F(HostileZip, NamesThatDifferInCaseOnlyAreRefused) {
  EXPECT_EQ(codes_after([](zip_t* a) { add(a, "data/PAPERS/01-TO-khai.pdf", "x"); }),
            Codes{"package.entry-duplicate"});
}

TEST_F(HostileZip, NamesThatDifferInDroppedDotsAndSpacesOnlyAreRefused) {
  for (const char* name : {"record.json.", "RECORD.json ", "data./papers/01-to-khai.pdf",
                           "data/papers /01-to-khai.pdf. ."}) {
    test::build_specimen_package(zip());
    EXPECT_EQ(codes_after([&](zip_t* a) { add(a, name, "x"); }), Codes{"package.entry-duplicate"})
        << name;
  }
}

TEST_F(HostileZip, NamesThatWindowsReadsInAnotherWayAreRefused) {
  for (const char* name : {"data/.. /x", "data/.../x", "data/ ", "NUL", "data/con.txt", "aux/x",
                           "data/Lpt1", "com¹.pdf", "nul .tar.gz"}) {
    test::build_specimen_package(zip());
    EXPECT_EQ(codes_after([&](zip_t* a) { add(a, name, "x"); }), Codes{"package.entry-name"})
        << name;
  }
  for (const char* name : {"console.txt", "com10", "com", "null", "a.con", "lpt"}) {
    EXPECT_FALSE(is_device_name(name)) << name;
  }
}

TEST_F(HostileZip, SameNameTwiceIsRefused) {
  codes_after([](zip_t* a) { add(a, "data/text/01-to-khaj.txt", "x"); });
  rewrite([](std::string& text) {
    replace_all(text, "data/text/01-to-khaj.txt", "data/text/01-to-khai.txt");
  });
  EXPECT_THROW(codes(), Error);
}

TEST_F(HostileZip, FileThatIsAFolderTooIsRefused) {
  EXPECT_EQ(codes_after([](zip_t* a) { add(a, "record.json/x", "x"); }),
            Codes{"package.entry-duplicate"});
}

TEST_F(HostileZip, LinksDevicesAndFilesThatAreFoldersAreRefused) {
  for (const zip_uint32_t type : {S_IFLNK, S_IFCHR, S_IFBLK, S_IFIFO, S_IFSOCK, S_IFDIR}) {
    test::build_specimen_package(zip());
    const Codes found = codes_after([&](zip_t* a) {
      zip_file_set_external_attributes(a, find(a, "bagit.txt"), 0, ZIP_OPSYS_UNIX,
                                       (type | 0777) << 16);
    });
    EXPECT_EQ(found, Codes{"package.entry-content"}) << type;
  }
}

TEST_F(HostileZip, FoldersAsManyProgramsWriteThemAreAllowed) {
  EXPECT_EQ(codes_after([](zip_t* a) { zip_dir_add(a, "data/empty", ZIP_FL_ENC_UTF_8); }), Codes{});
  for (const char* name : {"../out/", "/etc/", "data//x/", "data/./"}) {
    test::build_specimen_package(zip());
    EXPECT_EQ(codes_after([&](zip_t* a) { zip_dir_add(a, name, ZIP_FL_ENC_UTF_8); }),
              Codes{"package.entry-name"})
        << name;
  }
  test::build_specimen_package(zip());
  EXPECT_EQ(codes_after([](zip_t* a) { zip_dir_add(a, "record.json", ZIP_FL_ENC_UTF_8); }),
            Codes{"package.entry-duplicate"});
}

TEST_F(HostileZip, FolderThatHoldsBytesIsRefused) {
  EXPECT_EQ(codes_after([](zip_t* a) { add(a, "data/empty/", "x"); }),
            Codes{"package.entry-content"});
}

TEST_F(HostileZip, EncryptedEntryIsRefused) {
  const Codes found = codes_after([](zip_t* a) {
    zip_file_set_encryption(a, find(a, "record.json"), ZIP_EM_AES_256, "secret");
  });
  EXPECT_EQ(found, Codes{"package.entry-content"});
}

TEST_F(HostileZip, BombIsRefusedBeforeItIsInflated) {
  const std::string zeros(64 << 20, '\0');
  EXPECT_EQ(codes_after([&](zip_t* a) { add(a, "data/bomb", zeros); }),
            Codes{"package.entry-content"});
}

TEST_F(HostileZip, SizeThatLiesIsFoundWhileInflating) {
  // A stored entry whose directory entry and header say that it is one byte shorter.
  rewrite([](std::string& text) {
    const std::size_t central = text.find("PK\x01\x02");
    ASSERT_NE(central, std::string::npos);
    --text[central + 24];
  });
  try {
    EXPECT_FALSE(codes().empty());
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kInput);
  }
}

TEST_F(HostileZip, ChangedFileIsFound) {
  EXPECT_EQ(codes_after([](zip_t* a) {
              const zip_uint64_t index = find(a, "data/text/01-to-khai.txt");
              zip_file_replace(a, index, buffer(a, "x"), 0);
            }),
            (Codes{"package.digest", "package.payload-oxum", "package.record-files"}));
}

TEST_F(HostileZip, ChangedRecordIsFound) {
  EXPECT_EQ(codes_after(
                [&](zip_t* a) { zip_file_replace(a, find(a, "record.json"), buffer(a, "{}"), 0); }),
            (Codes{"package.digest", "package.record"}));
}

TEST_F(HostileZip, AddedFileIsFound) {
  EXPECT_EQ(codes_after([](zip_t* a) { add(a, "data/stranger.pdf", "x"); }),
            (Codes{"package.file-unlisted", "package.payload-oxum", "package.record-files",
                   "package.file-orphan"}));
  test::build_specimen_package(zip());
  EXPECT_EQ(codes_after([](zip_t* a) { add(a, "autorun.inf", "x"); }),
            Codes{"package.file-unlisted"});
}

TEST_F(HostileZip, MissingFileIsFound) {
  EXPECT_EQ(codes_after([](zip_t* a) { zip_delete(a, find(a, "data/papers/01-to-khai.pdf")); }),
            (Codes{"package.file-missing", "package.payload-oxum", "package.record-files"}));
}

TEST_F(HostileZip, MissingTagFilesAreFound) {
  for (const char* name : {"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "record.json",
                           "tagmanifest-sha256.txt"}) {
    test::build_specimen_package(zip());
    const Codes found = codes_after([&](zip_t* a) { zip_delete(a, find(a, name)); });
    EXPECT_NE(std::find(found.begin(), found.end(), "package.file-missing"), found.end()) << name;
  }
}

TEST_F(HostileZip, FileCutShortIsAnInputError) {
  const std::uint64_t size = fs::file_size(zip());
  for (const std::uint64_t kept : {size - 1, size / 2, std::uint64_t{1}, std::uint64_t{0}}) {
    test::build_specimen_package(zip());
    fs::resize_file(zip(), kept);
    EXPECT_THROW(verify_package(zip()), Error) << kept;
  }
}

TEST_F(HostileZip, NoSingleFlippedByteOfTheContentsPasses) {
  const Bytes good = read_file(zip());
  const std::size_t directory = as_text(good).find("PK\x01\x02");
  ASSERT_NE(directory, std::string::npos);
  constexpr std::size_t kStep = 97;
  for (std::size_t at = 0; at < directory; at += kStep) {
    rewrite([&](std::string& text) {
      text.assign(as_text(good));
      text[at] = static_cast<char>(text[at] ^ 0x10);
    });
    bool noticed = false;
    try {
      noticed = !verify_package(zip()).empty();
    } catch (const Error&) {
      noticed = true;
    }
    EXPECT_TRUE(noticed) << "byte " << at;
  }
}

TEST_F(HostileZip, NamesInFindingsCannotSteerATerminal) {
  codes_after([](zip_t* a) { add(a, "data/\x1b]0;x\x07", "x"); });
  for (const Finding& finding : verify_package(zip())) {
    EXPECT_EQ(message_of(finding).find('\x1b'), std::string::npos);
  }
}

TEST_F(HostileZip, NamesInFindingsCannotTurnTheDirectionOfALine) {
  codes_after([](zip_t* a) { add(a, "data/a\u202Egnp.exe", "x"); });
  const std::vector<Finding> findings = verify_package(zip());
  ASSERT_FALSE(findings.empty());
  for (const Finding& finding : findings) {
    EXPECT_EQ(message_of(finding).find("\u202E"), std::string::npos);
  }
}

TEST(ZipLimitsTest, CountsAndSizesAreLimited) {
  ZipEntry entry;
  entry.name = "data/a";
  entry.bytes = entry.packed_bytes = 100;
  ZipEntry other = entry;
  other.name = "data/b";
  ZipLimits limits;
  EXPECT_TRUE(check_entries({entry, other}, limits).empty());
  limits.total_bytes_max = 199;
  EXPECT_EQ(check_entries({entry, other}, limits).front().code, "package.too-large");
  limits = {};
  limits.entries_max = 1;
  EXPECT_EQ(check_entries({entry, other}, limits).front().code, "package.too-many-entries");
  limits = {};
  limits.entry_bytes_max = 99;
  EXPECT_EQ(check_entries({entry}, limits).front().code, "package.entry-content");
  limits = {};
  entry.bytes = UINT64_MAX;
  EXPECT_FALSE(check_entries({entry, other}, limits).empty());
}

}  // namespace
}  // namespace sohoa
