#include "pipeline/package/zip/zip_limits.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "pipeline/base/text.h"
#include "pipeline/package/zip/package_findings.h"
#include "pipeline/package/zip/windows_names.h"

namespace sohoa {

namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

template <typename Test>
bool has_part(std::string_view path, Test test) {
  while (true) {
    const std::size_t slash = path.find('/');
    if (test(path.substr(0, slash))) return true;
    if (slash == std::string_view::npos) return false;
    path.remove_prefix(slash + 1);
  }
}

/// Empty, ".", ".." and what Windows takes for them.
bool is_no_name(std::string_view part) { return without_dropped_end(part).empty(); }

/// As many programs write a folder: a name that ends in '/' and nothing else.
bool is_honest_folder(const ZipEntry& entry) {
  return entry.kind == ZipEntryKind::kFolder && entry.name.ends_with('/') && entry.bytes == 0;
}

std::string name_without_slash(const ZipEntry& entry) {
  std::string name = entry.name;
  if (entry.kind == ZipEntryKind::kFolder && name.ends_with('/')) name.pop_back();
  return name;
}

/// Why a name is not fit for extraction; nullptr when it is.
const char* fault_of_name(const ZipEntry& entry, const ZipLimits& limits) {
  const std::string name = name_without_slash(entry);
  if (name.empty()) return "an entry has no name";
  if (name.size() > limits.name_bytes_max) return "the name is too long";
  if (!entry.name_plain || !is_utf8(name)) return "the name is not plain UTF-8";
  if (!is_nfc(name)) return "the name is not in Unicode normalization form C";
  if (std::any_of(name.begin(), name.end(), is_control)) return "the name has control characters";
  if (name.find('\\') != std::string::npos) return "the name has a backslash";
  if (name.find(':') != std::string::npos) return "the name has a colon";
  if (has_part(name, is_no_name)) return "the name leads out of its folder or has empty parts";
  if (has_part(name, is_device_name)) return "the name is that of a device of Windows";
  return nullptr;
}

const char* fault_of_content(const ZipEntry& entry, const ZipLimits& limits) {
  if (!is_honest_folder(entry) && entry.kind != ZipEntryKind::kFile) {
    return "it is no regular file";
  }
  if (entry.encrypted) return "it is encrypted";
  if (!entry.known_method) return "it is packed in a way that is not allowed";
  if (entry.bytes > limits.entry_bytes_max) return "it is too large";
  const bool bomb =
      entry.bytes > limits.ratio_free_bytes && entry.bytes / limits.ratio_max > entry.packed_bytes;
  return bomb ? "it is packed too tightly to be honest" : nullptr;
}

void check_names_together(const std::vector<ZipEntry>& entries, PackageFindings& findings) {
  std::set<std::string> names;  // as they are written, so that a folder's ends in '/'
  std::set<std::string> files;
  std::set<std::string> folders;
  for (const ZipEntry& entry : entries) {
    const std::string folded = clash_key_of(entry.name);
    if (!folded.ends_with('/')) files.insert(folded);
    if (!names.insert(folded).second) {
      findings.add("package.entry-duplicate", entry.name, "another entry has the same name");
    }
    for (std::size_t slash = folded.find('/'); slash != std::string::npos;
         slash = folded.find('/', slash + 1)) {
      folders.insert(folded.substr(0, slash));
    }
  }
  for (const std::string& folder : folders) {
    if (files.count(folder) != 0) {
      findings.add("package.entry-duplicate", folder, "it is both a file and a folder");
    }
  }
}

}  // namespace

std::vector<Finding> check_entries(const std::vector<ZipEntry>& entries, const ZipLimits& limits) {
  PackageFindings findings;
  if (entries.size() > limits.entries_max) {
    findings.add("package.too-many-entries", "the zip", "it has too many entries");
    return findings.take();
  }
  std::uint64_t room = limits.total_bytes_max;
  for (const ZipEntry& entry : entries) {
    if (const char* fault = fault_of_name(entry, limits)) {
      findings.add("package.entry-name", entry.name, fault);
    }
    if (const char* fault = fault_of_content(entry, limits)) {
      findings.add("package.entry-content", entry.name, fault);
    }
    if (entry.bytes > room) {
      findings.add("package.too-large", "the zip", "it unpacks to too many bytes");
      return findings.take();
    }
    room -= entry.bytes;
  }
  check_names_together(entries, findings);
  return findings.take();
}

}  // namespace sohoa
