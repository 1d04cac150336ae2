#include "pipeline/package/sign_record/signed_elsewhere.h"

#include <set>
#include <utility>

#include "pipeline/base/error.h"
#include "pipeline/package/sign/appended.h"
#include "pipeline/package/sign/verify_signatures.h"
#include "pipeline/package/sign_record/signed_papers.h"
#include "pipeline/package/zipped_pdf.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr char kRemedy[] = "sign the PDF of the record again, with a program that appends";

Error unfit(const fs::path& file, const std::string& reason) {
  return Error(ExitCode::kInput, file.string(), reason, kRemedy);
}

/// The last signature, which covers the whole file, when all hold.
Signature require_signed(const LoadedPdf& pdf, std::int64_t now) {
  const SignatureReport report = verify_signatures(pdf.name, pdf.bytes, {{}, now});
  for (const Signature& one : report.signatures) {
    if (!one.intact) throw unfit(pdf.path, "its signature " + one.field + " does not hold");
  }
  for (const Signature& one : report.signatures) {
    if (one.coverage == SignatureCoverage::kWholeFile) return one;
  }
  throw unfit(pdf.path, "no signature covers all of it");
}

class SignedFolder {
 public:
  explicit SignedFolder(const SignedElsewhere& from) : from_(from) {
    if (!fs::is_directory(from.folder)) {
      throw Error(ExitCode::kInput, from.folder.string(), "is no folder",
                  "name the folder with the signed PDFs");
    }
    for (const auto& entry : fs::directory_iterator(from.folder)) {
      const std::string name = entry.path().filename().string();
      if (entry.is_regular_file() && is_pdf_name(name)) unused_.insert(name);
    }
  }

  std::optional<SignedPaper> find(const LoadedPdf& paper) {
    const fs::path file = file_for(paper.name);
    if (file.empty()) return unsigned_paper(paper.name, "is not in the folder");
    LoadedPdf found = read_pdf(file);
    if (found.bytes == paper.bytes) return unsigned_paper(paper.name, "was not signed again");
    const std::string fault = fault_of_appended(paper, found);
    if (!fault.empty()) throw unfit(found.path, fault);
    const Signature signature = require_signed(found, from_.now);
    return SignedPaper{std::move(found.bytes), signature.signer, signature.stated_time};
  }

  void require_all_used() const {
    if (unused_.empty()) return;
    throw Error(ExitCode::kInput, (from_.folder / *unused_.begin()).string(),
                "is no paper of the record", "give it the name of the paper's PDF in the record");
  }

  std::vector<Finding> take_findings() { return std::move(findings_); }

 private:
  std::optional<SignedPaper> unsigned_paper(const std::string& name, const std::string& reason) {
    findings_.push_back({"signing.paper-left", Severity::kWarning, name,
                         reason + ": it stays as it is", "sign it, too, if it is to be signed",
                         std::nullopt});
    return std::nullopt;
  }

  /// Empty when there is none.
  fs::path file_for(const std::string& path) {
    const std::string name = fs::path(path).filename().string();
    if (unused_.erase(name) > 0) return from_.folder / name;
    const fs::path unpacked = from_.folder / path;
    return fs::is_regular_file(unpacked) ? unpacked : fs::path();
  }

  const SignedElsewhere& from_;
  std::set<std::string> unused_;  // PDFs right in the folder
  std::vector<Finding> findings_;
};

}  // namespace

RecordSigning take_signed_papers(const fs::path& in, const fs::path& out,
                                 const SignedElsewhere& from) {
  SignedFolder folder(from);
  RecordSigning taken;
  taken.papers = with_signed_papers(in, out, {{}, from.work_folder},
                                    [&](const LoadedPdf& pdf) { return folder.find(pdf); });
  folder.require_all_used();
  if (taken.papers.empty()) {
    throw Error(ExitCode::kInput, from.folder.string(), "holds no newly signed paper of the record",
                "unpack the record, sign the PDFs in data/papers/ and name that folder");
  }
  taken.findings = folder.take_findings();
  return taken;
}

}  // namespace sohoa
