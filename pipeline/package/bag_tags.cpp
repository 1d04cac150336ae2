#include "pipeline/package/bag_tags.h"

#include <algorithm>
#include <array>
#include <vector>

#include "pipeline/base/error.h"
#include "pipeline/base/text.h"
#include "pipeline/base/words.h"
#include "pipeline/package/bagit.h"

namespace sohoa {

namespace {

struct BagAlgorithm {
  DigestAlgorithm algorithm;
  const char* name;
  const char* title;
  std::size_t digits;
};

constexpr std::array<BagAlgorithm, 4> kAlgorithms = {{
    {DigestAlgorithm::kMd5, "md5", "MD5", 32},
    {DigestAlgorithm::kSha1, "sha1", "SHA-1", 40},
    {DigestAlgorithm::kSha256, "sha256", "SHA-256", 64},
    {DigestAlgorithm::kSha512, "sha512", "SHA-512", 128},
}};

const BagAlgorithm& facts_of(DigestAlgorithm algorithm) {
  return *std::find_if(kAlgorithms.begin(), kAlgorithms.end(),
                       [&](const BagAlgorithm& one) { return one.algorithm == algorithm; });
}

/// Lines without their ends, however those are written; the last may lack one.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + (text.compare(end, 2, "\r\n") == 0 ? 2 : 1);
  }
  return lines;
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The value of "Tag: value"; nothing when the line is another one.
std::optional<std::string> value_in(const std::string& line, const std::string& tag) {
  const std::size_t colon = line.find(':');
  if (colon == std::string::npos) return std::nullopt;
  if (lower_case(trimmed(line.substr(0, colon))) != lower_case(tag)) return std::nullopt;
  return trimmed(line.substr(colon + 1));
}

bool is_version(const std::string& text) {
  const std::size_t dot = text.find('.');
  const bool digits = text.find_first_not_of("0123456789.") == std::string::npos;
  return digits && dot != std::string::npos && dot > 0 && dot + 1 < text.size() &&
         text.find('.', dot + 1) == std::string::npos;
}

bool leads_out(const std::string& path) {
  return path.empty() || path.front() == '/' || path.front() == '~' || path == ".." ||
         path.starts_with("../") || path.find("/../") != std::string::npos || path.ends_with("/..");
}

Error bad_line(const std::string& name, std::size_t number, const std::string& reason) {
  return Error(ExitCode::kInput, name + " line " + std::to_string(number), reason,
               "get the package again from its maker");
}

}  // namespace

std::optional<DigestAlgorithm> bag_algorithm(const std::string& name) {
  for (const BagAlgorithm& one : kAlgorithms) {
    if (lower_case(name) == one.name) return one.algorithm;
  }
  return std::nullopt;
}

std::string bag_algorithm_title(DigestAlgorithm algorithm) { return facts_of(algorithm).title; }

std::size_t digest_digits(DigestAlgorithm algorithm) { return facts_of(algorithm).digits; }

BagDeclaration bag_declaration_of(const std::string& text) {
  const std::vector<std::string> lines = lines_of(text);
  if (lines.size() != 2) return {};
  const auto version = value_in(lines[0], "BagIt-Version");
  const auto encoding = value_in(lines[1], "Tag-File-Character-Encoding");
  if (!version || !encoding || !is_version(*version)) return {};
  return {*version, lower_case(*encoding) == "utf-8"};
}

std::string bag_info_value(const std::string& text, const std::string& tag) {
  std::optional<std::string> value;
  for (const std::string& line : lines_of(text)) {
    const bool continued = line.starts_with(' ') || line.starts_with('\t');
    if (value && !continued) break;
    if (value) {
      *value += " " + trimmed(line);
    } else if (!continued) {
      value = value_in(line, tag);
    }
  }
  return value.value_or("");
}

std::map<std::string, std::string> parse_any_manifest(const std::string& name,
                                                      const std::string& text,
                                                      DigestAlgorithm algorithm) {
  constexpr std::string_view kHexDigits = "0123456789abcdef";
  std::map<std::string, std::string> digests;
  std::size_t number = 0;
  for (const std::string& line : lines_of(text)) {
    ++number;
    if (trimmed(line).empty()) continue;
    const std::size_t space = std::min(line.find_first_of(" \t"), line.size());
    const std::string digest = lower_case(line.substr(0, space));
    std::string path = trimmed(line.substr(space));
    if (path.starts_with('*')) path.erase(0, 1);
    if (path.starts_with("./")) path.erase(0, 2);
    path = to_nfc(manifest_path(path));
    if (digest.size() != digest_digits(algorithm) ||
        digest.find_first_not_of(kHexDigits) != std::string::npos || path.empty()) {
      throw bad_line(name, number, "is no digest followed by a path");
    }
    if (leads_out(path)) throw bad_line(name, number, "names a path outside the bag");
    if (!digests.emplace(path, digest).second) {
      throw bad_line(name, number, "names a file a second time");
    }
  }
  return digests;
}

}  // namespace sohoa
