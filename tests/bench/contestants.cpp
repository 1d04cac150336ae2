#include "tests/bench/contestants.h"

#include "pipeline/base/process.h"

namespace sohoa::test {

namespace fs = std::filesystem;

namespace {

constexpr int kRunsOfSohoa = 5;
constexpr int kRunsOfTesseract = 3;
constexpr int kRunsOfTheSlow = 1;

/// Debian's libtesseract asks for four threads a page; one is its fastest in processor time.
const Environment kOneThread = {{"OMP_THREAD_LIMIT", "1"}};

Contestant convert_contestant(const std::string& sohoa, const std::string& jobs,
                              const std::vector<fs::path>& images, const fs::path& folder) {
  const std::string name = "sohoa convert " + jobs;
  const fs::path output = folder / (name + ".pdf");
  std::vector<std::string> command = {sohoa, "convert"};
  for (const fs::path& image : images) command.push_back(image.string());
  command.insert(command.end(), {output.string(), "-l", "vie", "-q", jobs,
                                 "--sidecar=" + (folder / (name + ".txt")).string()});
  return {name, command, {}, output, "", kRunsOfSohoa};
}

Contestant tesseract_contestant(const std::string& name, const Environment& environment, int runs,
                                const BenchPages& pages, const fs::path& folder) {
  const fs::path stem = folder / name;
  return {name,        {"tesseract", pages.list.string(), stem.string(), "-l", "vie", "pdf", "txt"},
          environment, stem.string() + ".pdf",
          "",          runs};
}

Contestant ocrmypdf_contestant(const std::string& name, const std::vector<std::string>& options,
                               const std::string& needs, const BenchPages& pages,
                               const fs::path& folder) {
  const fs::path output = folder / (name + ".pdf");
  std::vector<std::string> command = {"ocrmypdf", "--output-type", "pdfa", "-l", "vie"};
  command.insert(command.end(), options.begin(), options.end());
  command.push_back(pages.pdf.string());
  command.push_back(output.string());
  return {name, command, {}, output, needs, kRunsOfTheSlow};
}

}  // namespace

Contestant intake_contestant(const std::string& sohoa, const std::string& jobs,
                             const std::vector<fs::path>& images, const fs::path& folder) {
  const std::string name = "sohoa intake " + jobs;
  const fs::path output = folder / (name + ".zip");
  std::vector<std::string> command = {sohoa, "intake"};
  for (const fs::path& image : images) command.push_back(image.string());
  command.insert(command.end(), {"-o", output.string(), "-l", "vie", "-q", jobs});
  return {name, command, {}, output, "", kRunsOfSohoa};
}

std::vector<Contestant> contestants(const std::string& sohoa, const BenchPages& pages,
                                    const fs::path& folder) {
  return {intake_contestant(sohoa, "-j1", pages.images, folder),
          intake_contestant(sohoa, "-j2", pages.images, folder),
          convert_contestant(sohoa, "-j1", pages.images, folder),
          convert_contestant(sohoa, "-j2", pages.images, folder),
          tesseract_contestant(kTesseract, kOneThread, kRunsOfTesseract, pages, folder),
          tesseract_contestant("tesseract with its own threads", {}, kRunsOfTheSlow, pages, folder),
          ocrmypdf_contestant("ocrmypdf", {}, "", pages, folder),
          ocrmypdf_contestant(kOcrmypdfClean, {"--deskew", "--clean", "--rotate-pages"}, "unpaper",
                              pages, folder)};
}

bool is_installed(const Contestant& contestant) {
  return !find_program(contestant.command.front()).empty() &&
         (contestant.needs.empty() || !find_program(contestant.needs).empty());
}

}  // namespace sohoa::test
