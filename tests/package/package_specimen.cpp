#include "tests/package/package_specimen.h"

#include <vector>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/temporary_folder.h"
#include "tests/support/specimens.h"

namespace sohoa::test {

namespace {

constexpr int kShades = 251;

/// Plays the part of the intake.
class SpecimenJob {
 public:
  SpecimenJob(PackageBuilder& builder, Dossier& dossier) : builder_(builder), dossier_(dossier) {}

  void begin_paper(const std::string& name, const std::string& title) {
    Paper paper;
    paper.number = static_cast<int>(dossier_.papers.size()) + 1;
    paper.name = name;
    paper.title = title;
    builder_.begin_paper(paper);
    dossier_.papers.push_back(paper);
  }

  void add_page() {
    const ScannedPage page = next_scan();
    const PageAccount account = specimen_account(page.source.number, page);
    builder_.add_page(account, page, specimen_text());
    dossier_.papers.back().pages.push_back(account.sequence);
    dossier_.pages.push_back(account);
  }

  void set_page_aside() {
    const ScannedPage page = next_scan();
    PageAccount account = specimen_account(page.source.number, page);
    account.set_aside = SetAside::kBlank;
    account.set_aside_reason = "no ink on it";
    builder_.set_aside(account, page);
    dossier_.pages.push_back(account);
  }

 private:
  ScannedPage next_scan() const {
    const int sequence = static_cast<int>(dossier_.pages.size()) + 1;
    return specimen_scan(sequence, static_cast<std::uint8_t>(sequence % kShades));
  }

  PackageBuilder& builder_;
  Dossier& dossier_;
};

}  // namespace

Package build_specimen_package(const std::filesystem::path& path, const SpecimenPackage& specimen) {
  Record record = specimen_record();
  record.dossier = {};
  record.dossier.name = "Hồ sơ mẫu";
  PackageSettings settings;
  settings.job.program_version = record.program_version;
  settings.job.job_time = record.job_time;
  settings.job.settings = record.settings;
  settings.pdf.job_time = record.job_time;
  settings.pdf.producer = "sohoa 0.1.0";
  settings.pdf.spool_folder = specimen.work_folder;
  settings.pdf.output_type = specimen.output_type;
  settings.threads = specimen.threads;
  PackageBuilder builder(settings);
  SpecimenJob job(builder, record.dossier);
  job.begin_paper("to-khai", "Tờ khai");
  for (int i = 0; i < 2 + specimen.pages_more; ++i) job.add_page();
  job.set_page_aside();
  job.begin_paper("giay-xac-nhan", "Giấy xác nhận");
  job.add_page();
  const TemporaryFolder inputs;
  write_file(inputs.path() / "scan", as_bytes("the file as it came"));
  builder.keep_input(inputs.path() / "scan", "hồ sơ/Quét 50%: \"1\".pdf");
  return builder.finish(std::move(record), path);
}

}  // namespace sohoa::test
