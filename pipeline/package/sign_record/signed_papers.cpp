#include "pipeline/package/sign_record/signed_papers.h"

#include <set>
#include <utility>

#include "pipeline/base/error.h"
#include "pipeline/package/package_check.h"
#include "pipeline/package/package_names.h"
#include "pipeline/package/record_source.h"
#include "pipeline/package/record_zip.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

void require_sound(const fs::path& record, const fs::path& work_folder) {
  for (const Finding& finding : check_package(record, {PaperCheck::kPageCount, work_folder})) {
    if (finding.severity != Severity::kError) continue;
    throw Error(ExitCode::kInput, record.string() + " " + finding.subject, finding.reason,
                "sign a record that sohoa check finds sound");
  }
}

class Resigning {
 public:
  Resigning(const fs::path& in, const ResignSettings& settings, const PaperSigner& sign)
      : source_(in), work_folder_(settings.work_folder), spool_(work_folder_), sign_(sign) {
    std::set<int> missing(settings.papers.begin(), settings.papers.end());
    const bool all = missing.empty();
    for (const Paper& paper : source_.record().dossier.papers) {
      if (all || missing.erase(paper.number) > 0) papers_.insert(pdf_path_of(paper));
    }
    for (const int number : missing) {
      throw Error(ExitCode::kUsage, "paper " + std::to_string(number), "is not in the record",
                  "name papers by their numbers: 1 is data/papers/01-….pdf");
    }
  }

  std::vector<std::string> write(const fs::path& out) {
    Record record = source_.record();
    std::vector<PackageFile> payload;
    for (const FileDigest& file : source_.record().files) {
      payload.push_back(file_of(file, record.signings));
    }
    write_record_zip(out, std::move(record), std::move(payload), spool_, {work_folder_});
    return std::move(signed_);
  }

 private:
  PackageFile file_of(const FileDigest& file, std::vector<Signing>& signings) {
    const ZipEntry& entry = source_.entry(file.path);
    if (papers_.contains(file.path)) {
      if (const std::optional<SignedPaper> made = signed_paper(entry)) {
        signings.push_back({file, made->signer, made->time});
        signed_.push_back(file.path);
        return package_file(file.path, made->pdf, spool_);
      }
    }
    return package_copy(file.path, source_.zip(), entry, spool_);
  }

  std::optional<SignedPaper> signed_paper(const ZipEntry& entry) const {
    require_loadable(entry.name, entry.bytes);
    Spool unpacked(work_folder_);  // other programs draw it from there
    source_.zip().read(entry, [&](ByteView piece) { unpacked.append(piece); });
    return sign_({entry.name, unpacked.path(), unpacked.read({0, unpacked.size()})});
  }

  RecordSource source_;
  fs::path work_folder_;
  Spool spool_;
  const PaperSigner& sign_;
  std::set<std::string> papers_;  // that are to be signed
  std::vector<std::string> signed_;
};

}  // namespace

std::vector<std::string> with_signed_papers(const fs::path& in, const fs::path& out,
                                            const ResignSettings& settings,
                                            const PaperSigner& sign) {
  require_sound(in, settings.work_folder);
  return Resigning(in, settings, sign).write(out);
}

}  // namespace sohoa
