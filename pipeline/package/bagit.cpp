#include "pipeline/package/bagit.h"

#include <algorithm>
#include <sstream>
#include <string_view>

#include "pipeline/base/error.h"
#include "pipeline/base/percent.h"
#include "pipeline/package/bag_tags.h"

namespace sohoa {

namespace {

constexpr std::string_view kEncoded = "%\r\n";  // in a manifest's paths (RFC 8493, 2.1.3)
constexpr std::string_view kHexDigits = "0123456789abcdef";

// A tag's value must stay on its line.
std::string one_line(const std::string& text) {
  std::string line = text;
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return line;
}

Error bad_line(const std::string& name, int number, const std::string& reason) {
  return Error(ExitCode::kInput, name + " line " + std::to_string(number), reason,
               "use a package that sohoa wrote");
}

}  // namespace

std::string bag_declaration() { return "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"; }

std::string bag_info(const Record& record, const std::vector<BagTag>& more) {
  std::uint64_t bytes = 0;
  for (const FileDigest& file : record.files) bytes += file.bytes;
  std::string info;
  for (const BagTag& tag : more) {
    if (!tag.value.empty()) info += tag.name + ": " + one_line(tag.value) + "\n";
  }
  info += "Bag-Software-Agent: sohoa " + one_line(record.program_version) + "\n";
  if (record.job_time.size() >= 10) info += "Bagging-Date: " + record.job_time.substr(0, 10) + "\n";
  if (!record.dossier.name.empty()) {
    info += "External-Identifier: " + one_line(record.dossier.name) + "\n";
  }
  return info + "Payload-Oxum: " + std::to_string(bytes) + "." +
         std::to_string(record.files.size()) + "\n";
}

std::string manifest_of(const std::vector<FileDigest>& files) {
  std::string text;
  for (const FileDigest& file : files) {
    text += file.sha256 + "  " + percent_encoded_only(file.path, kEncoded) + "\n";
  }
  return text;
}

std::string manifest_path(const std::string& written) {
  return percent_decoded_only(written, kEncoded);
}

std::map<std::string, std::string> parse_manifest(const std::string& name, const std::string& text,
                                                  DigestAlgorithm algorithm) {
  const std::size_t digits = digest_digits(algorithm);
  std::map<std::string, std::string> digests;
  std::istringstream lines(text);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const std::string digest = line.substr(0, digits);
    const bool is_digest =
        digest.size() == digits && digest.find_first_not_of(kHexDigits) == std::string::npos;
    const std::size_t start = line.find_first_not_of(" \t", digits);
    if (!is_digest || start == digits || start == std::string::npos) {
      throw bad_line(name, number, "is no digest followed by a path");
    }
    if (!digests.emplace(manifest_path(line.substr(start)), digest).second) {
      throw bad_line(name, number, "names a file a second time");
    }
  }
  return digests;
}

}  // namespace sohoa
