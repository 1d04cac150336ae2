#include "pipeline/package/pdfa/pdfa_lint.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <qpdf/Pl_Function.hh>
#include <qpdf/QPDFExc.hh>

#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"
#include "pipeline/package/pdf/pdf_input.h"
#include "pipeline/package/pdfa/pdfa_checks.h"

namespace sohoa {

namespace {

using Check = void (*)(PdfaSubject&);

// Metadata first: the level it claims decides what text must be mapped to Unicode, the part
// which files may be inside.
constexpr Check kChecks[] = {check_metadata, check_syntax,      check_objects,
                             check_catalog,  check_annotations, check_pages};

Error not_a_pdf(const std::string& name, const std::string& reason) {
  return Error(ExitCode::kInput, name, reason, "check that it is a PDF file");
}

/// A file on the disk.
class PdfFile : public PdfBytes {
 public:
  PdfFile(std::unique_ptr<const Descriptor> file, const std::filesystem::path& path, long long size)
      : PdfBytes(path.string(), size), file_(std::move(file)) {}

 private:
  std::size_t read_inside(std::uint64_t offset, std::span<std::uint8_t> out) const override {
    std::size_t done = 0;
    while (done < out.size()) {
      const ssize_t got = ::pread(file_->number(), out.data() + done, out.size() - done,
                                  static_cast<off_t>(offset + done));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) throw input_error(name(), errno);
      if (got == 0) break;
      done += static_cast<std::size_t>(got);
    }
    return done;
  }

  std::unique_ptr<const Descriptor> file_;
};

PdfFile open_pdf(const std::filesystem::path& path) {
  auto file = std::make_unique<const Descriptor>(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file->number() < 0) throw input_error(path.string(), errno);
  struct stat status {};
  if (::fstat(file->number(), &status) != 0) throw input_error(path.string(), errno);
  if (!S_ISREG(status.st_mode)) throw not_a_pdf(path.string(), "is not a file");
  return {std::move(file), path, status.st_size};
}

/// Whether libqpdf could open it: an encrypted file has its finding and no more.
bool opened(QPDF& pdf, const PdfBytes& bytes, PdfaReport& report) {
  try {
    pdf.setSuppressWarnings(true);
    pdf.processInputSource(input_source_of(bytes));
  } catch (const Error&) {  // of the disk
    throw;
  } catch (const QPDFExc& failure) {
    if (failure.getErrorCode() != qpdf_e_password)
      throw not_a_pdf(bytes.name(), failure.getMessageDetail());
    report.violates("6.1.3-encrypt", "the file is encrypted");
    return false;
  } catch (const std::exception& failure) {  // of libqpdf too: numbers beyond its types
    throw not_a_pdf(bytes.name(), failure.what());
  }
  if (pdf.isEncrypted()) report.violates("6.1.3-encrypt", "the file is encrypted");
  return true;
}

void report_damage(PdfaSubject& subject) {
  const std::vector<QPDFExc> warnings = subject.pdf.getWarnings();
  if (warnings.empty() || !subject.report.empty()) return;
  subject.report.violates("6.1.4-damaged", warnings.front().getMessageDetail());
}

}  // namespace

void PdfaReport::violates(const std::string& clause, const std::string& reason) {
  if (++counts_[clause] > 1) return;
  findings_.push_back({"pdfa." + clause, Severity::kError, subject_, reason,
                       "make the file again with sohoa convert", std::nullopt});
}

std::vector<Finding> PdfaReport::findings() const {
  std::vector<Finding> findings = findings_;
  for (Finding& finding : findings) {
    const int more = counts_.at(finding.code.substr(finding.code.find('.') + 1)) - 1;
    if (more > 0) finding.reason += " (and " + std::to_string(more) + " more)";
  }
  return findings;
}

std::string decoded_data(QPDFObjectHandle stream) {
  std::string data;
  Pl_Function collect("bounded", nullptr, [&](unsigned char const* bytes, size_t size) {
    const std::size_t room = kPdfaStreamBytesMax - data.size();
    data.append(reinterpret_cast<char const*>(bytes), std::min(size, room));
  });
  try {
    if (!stream.pipeStreamData(&collect, 0, qpdf_dl_specialized, true)) return "";
  } catch (const std::exception&) {
    return "";
  }
  return data;
}

std::string place_of(QPDFObjectHandle object) {
  if (!object.isIndirect()) return "a direct object";
  return "object " + std::to_string(object.getObjectID());
}

std::vector<Finding> lint_pdfa(const PdfBytes& bytes) {
  PdfaReport report(bytes.name());
  QPDF pdf;
  if (!opened(pdf, bytes, report)) return report.findings();
  PdfaSubject subject{pdf, bytes, report};
  try {
    for (const Check check : kChecks) check(subject);
  } catch (const std::exception& failure) {
    report.violates("6.1.4-damaged", failure.what());
  }
  report_damage(subject);
  return report.findings();
}

std::vector<Finding> lint_pdfa(const std::filesystem::path& path) {
  return lint_pdfa(open_pdf(path));
}

}  // namespace sohoa
