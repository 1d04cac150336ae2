#include "pipeline/package/record_check.h"

#include <map>
#include <set>

#include "pipeline/package/bagit.h"
#include "pipeline/package/package_names.h"

namespace sohoa {

namespace {

using Digests = std::map<std::string, FileDigest>;

/// One check of one record: what all its rules need.
class RecordCheck {
 public:
  RecordCheck(const Record& record, const Digests& digests, PackageFindings& findings)
      : record_(record), digests_(digests), findings_(findings) {}

  void run() {
    check_files();
    check_pages();
    check_papers();
    check_orphans();
    check_signings();
  }

 private:
  void check_files() {
    std::set<std::string> listed;
    for (const FileDigest& file : record_.files) {
      const auto found = digests_.find(file.path);
      if (!listed.insert(file.path).second) {
        findings_.add("package.record-files", file.path, "record.json lists it twice");
      } else if (found == digests_.end()) {
        findings_.add("package.record-files", file.path,
                      "record.json lists it, but it is not there");
      } else if (found->second.sha256 != file.sha256 || found->second.bytes != file.bytes) {
        findings_.add("package.record-files", file.path, "it is not the file of record.json");
      }
    }
    for (const auto& [path, digest] : digests_) {
      if (path.starts_with(kPayloadFolder) && listed.count(path) == 0) {
        findings_.add("package.record-files", path, "record.json does not list it");
      }
    }
  }

  // Pages in = pages accounted for: numbered from 1 without a gap, each of a known input.
  void check_pages() {
    std::set<std::string> inputs;
    for (const FileDigest& input : record_.inputs) inputs.insert(input.path);
    int expected = 1;
    for (const PageAccount& page : record_.dossier.pages) {
      if (page.sequence != expected++) {
        findings_.add("package.page-lost", page_name(page), "the numbers of the pages have a gap");
      }
      if (inputs.count(page.source.file) == 0) {
        findings_.add("package.page-lost", page_name(page), "its input file is not in the record");
      }
      if (!pages_.emplace(page.sequence, &page).second) continue;
      if (page.set_aside && !page.master_sha256.empty()) expect_file(set_aside_path_of(page));
    }
  }

  void check_papers() {
    std::set<int> placed;
    std::set<int> numbers;
    for (const Paper& paper : record_.dossier.papers) {
      const std::string name = pdf_path_of(paper);
      if (!numbers.insert(paper.number).second) {
        findings_.add("package.paper-number", name, "two papers have its number");
      }
      expect_file(name);
      expect_file(text_path_of(paper));
      for (std::size_t i = 0; i < paper.pages.size(); ++i) {
        expect_file(alto_path_of(paper, static_cast<int>(i) + 1));
        check_page_of_paper(paper.pages[i], name, placed);
      }
    }
    for (const auto& [sequence, page] : pages_) {
      if (!page->set_aside && placed.count(sequence) == 0) {
        findings_.add("package.page-lost", page_name(*page), "it is in no paper and not set aside");
      }
    }
  }

  void check_page_of_paper(int sequence, const std::string& paper, std::set<int>& placed) {
    const auto page = pages_.find(sequence);
    if (page == pages_.end()) {
      findings_.add("package.page-unknown", paper, "it names a page that the job did not have");
    } else if (page->second->set_aside) {
      findings_.add("package.page-unknown", paper, "it names a page that was set aside");
    } else if (!placed.insert(sequence).second) {
      findings_.add("package.page-unknown", paper, "it names a page that another paper has");
    }
  }

  // Input files are kept by choice; everything else has its place in the record.
  void check_orphans() {
    for (const auto& [path, digest] : digests_) {
      if (!path.starts_with(kPayloadFolder) || is_input_path(path)) continue;
      if (expected_.count(path) == 0) {
        findings_.add("package.file-orphan", path, "nothing in record.json accounts for it");
      }
    }
  }

  // Whether the PDF begins with what was signed, check_papers asks.
  void check_signings() {
    std::set<std::string> papers;
    for (const Paper& paper : record_.dossier.papers) papers.insert(pdf_path_of(paper));
    for (const Signing& signing : record_.signings) {
      const FileDigest& before = signing.before;
      const auto now = digests_.find(before.path);
      if (papers.count(before.path) == 0) {
        findings_.add("package.signing", before.path, "was signed, but is the PDF of no paper");
      } else if (now != digests_.end() && now->second.bytes <= before.bytes) {
        findings_.add("package.signing", before.path, "was signed, but nothing was appended to it");
      }
    }
  }

  void expect_file(const std::string& path) {
    expected_.insert(path);
    if (digests_.count(path) == 0) {
      findings_.add("package.file-missing", path, "record.json tells of it, but it is not there");
    }
  }

  static std::string page_name(const PageAccount& page) { return name_of(page.source); }

  const Record& record_;
  const Digests& digests_;
  PackageFindings& findings_;
  std::map<int, const PageAccount*> pages_;
  std::set<std::string> expected_;
};

}  // namespace

void check_record(const Record& record, const Digests& digests, PackageFindings& findings) {
  RecordCheck(record, digests, findings).run();
}

}  // namespace sohoa
