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
Signature require_signed(const UnsignedPdf& pdf, std::int64_t now) {
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

  std::optional<SignedPaper> find(const UnsignedPdf& paper) {
    const fs::path file = file_for(paper.name);
    if (file.empty()) return std::nullopt;
    UnsignedPdf found = read_pdf(file);
    if (found.bytes == paper.bytes) return std::nullopt;
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

 private:
  /// Empty when there is none.
  fs::path file_for(const std::string& path) {
    const std::string name = fs::path(path).filename().string();
    if (unused_.erase(name) > 0) return from_.folder / name;
    const fs::path unpacked = from_.folder / path;
    return fs::is_regular_file(unpacked) ? unpacked : fs::path();
  }

  const SignedElsewhere& from_;
  std::set<std::string> unused_;  // PDFs right in the folder
};

}  // namespace

std::vector<std::string> take_signed_papers(const fs::path& in, const fs::path& out,
                                            const SignedElsewhere& from) {
  SignedFolder folder(from);
  const std::vector<std::string> taken = with_signed_papers(
      in, out, {{}, from.work_folder}, [&](const UnsignedPdf& pdf) { return folder.find(pdf); });
  folder.require_all_used();
  if (taken.empty()) {
    throw Error(ExitCode::kInput, from.folder.string(), "holds no newly signed paper of the record",
                "unpack the record, sign the PDFs in data/papers/ and name that folder");
  }
  return taken;
}

}  // namespace sohoa
