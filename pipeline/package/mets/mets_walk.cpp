#include "pipeline/package/mets/mets_walk.h"

#include <iterator>
#include <optional>
#include <string_view>

#include "pipeline/base/error.h"
#include "pipeline/base/percent.h"
#include "pipeline/package/mets/mets_source.h"
#include "pipeline/package/mets/package_path.h"

namespace sohoa {

namespace {

constexpr std::string_view kMetsEnd = "/METS.xml";

class MetsWalk {
 public:
  MetsWalk(const ZipReader& zip, const ZipContents& contents, const MetsLimits& limits,
           PackageFindings& findings)
      : zip_(zip), contents_(contents), limits_(limits), findings_(findings) {}

  WalkedMets run() {
    pending_ = {kMetsName};
    while (!pending_.empty()) {
      const std::string path = std::move(pending_.back());
      pending_.pop_back();
      if (walked_.read.count(path) != 0) continue;
      if (walked_.read.size() == limits_.files_max || kept_bytes_ > limits_.kept_bytes_all_max) {
        findings_.add("mets.unreadable", path, "the METS files say more than can be checked");
        break;
      }
      read_file(path);
    }
    return std::move(walked_);
  }

 private:
  /// A METS file; those that it speaks of become pending.
  void read_file(const std::string& path) {
    walked_.read.insert(path);
    ReadMets mets;
    try {
      mets = read_mets(path, xml_of_package(zip_, contents_, path), limits_);
    } catch (const Error& error) {
      findings_.add("mets.unreadable", path, error.reason());
      return;
    }
    if (path == kMetsName) walked_.object_id = mets.object_id;
    kept_bytes_ += mets.kept_bytes;
    const std::string folder = folder_of_path(path);
    const std::set<std::string_view> own(mets.ids.begin(), mets.ids.end());
    for (const std::string& id : mets.ids_referred) {
      if (own.count(id) != 0) continue;
      std::string place = path;
      place.append(" ").append(id);
      findings_.add("mets.id-unknown", place, "no element has this id");
    }
    for (MetsReference& one : mets.references) locate(folder, std::move(one), path);
    for (const std::string& href : mets.pointers) {
      const std::string other = resolved(folder, href, path);
      if (other.empty()) continue;
      walked_.pointed.insert(other);
      pending_.push_back(other);
    }
    std::move(mets.ids.begin(), mets.ids.end(), std::back_inserter(walked_.ids));
  }

  /// The file that a href means; "" and a finding when there is none.
  std::string resolved(const std::string& folder, const std::string& href,
                       const std::string& mets) {
    const std::optional<std::string> plain = package_path(folder, href);
    if (plain && contents_.has(*plain)) return *plain;
    const std::optional<std::string> decoded = package_path(folder, percent_decoded(href));
    if (decoded && contents_.has(*decoded)) return *decoded;
    if (!plain) {
      findings_.add("mets.reference-outside", mets + " " + href, "it leads out of the package");
    } else {
      findings_.add("mets.file-missing", *plain, "a METS file names it, but it is not there");
    }
    return {};
  }

  void locate(const std::string& folder, MetsReference reference, const std::string& mets) {
    const std::string path = resolved(folder, reference.href, mets);
    if (path.empty()) return;
    walked_.listed.insert(path);
    if (path.ends_with(kMetsEnd)) pending_.push_back(path);
    walked_.located.push_back({std::move(reference), path});
  }

  const ZipReader& zip_;
  const ZipContents& contents_;
  const MetsLimits& limits_;
  PackageFindings& findings_;
  std::vector<std::string> pending_;  // METS files to read
  std::uint64_t kept_bytes_ = 0;      // of those that were read
  WalkedMets walked_;
};

}  // namespace

WalkedMets walk_mets(const ZipReader& zip, const ZipContents& contents, const MetsLimits& limits,
                     PackageFindings& findings) {
  return MetsWalk(zip, contents, limits, findings).run();
}

}  // namespace sohoa
