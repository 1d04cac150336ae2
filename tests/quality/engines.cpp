#include "tests/quality/engines.h"

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"

namespace sohoa::test {

namespace fs = std::filesystem;

namespace {

constexpr ProcessLimits kPageLimits{.seconds_max = 300, .memory_bytes_max = 8ULL << 30};

void run_or_throw(const ScoredPage& page, const std::vector<std::string>& command) {
  const ProcessResult result = run_process(command, kPageLimits);
  const bool done = result.exit_code == static_cast<int>(ExitCode::kDone) ||
                    result.exit_code == static_cast<int>(ExitCode::kAttention);
  if (done) return;
  throw Error(ExitCode::kInput, page.id,
              command.front() + " ended with " + std::to_string(result.exit_code) + ": " +
                  result.messages.substr(0, 200),
              "");
}

std::string text_of_file(const fs::path& path) {
  const Bytes bytes = read_file(path);
  return std::string(as_text(bytes));
}

fs::path drawn_page(const ScoredPage& page, const fs::path& folder) {
  draw_page(page, folder / "page", {});
  return folder / "page.png";
}

}  // namespace

void draw_page(const ScoredPage& page, const fs::path& stem,
               const std::vector<std::string>& options) {
  std::vector<std::string> command = {"pdftoppm", "-png", "-singlefile", "-r",
                                      std::to_string(page.dpi)};
  command.insert(command.end(), options.begin(), options.end());
  command.insert(command.end(), {page.pdf.string(), stem.string()});
  run_or_throw(page, command);
}

Engine sohoa_engine(const std::string& name, const fs::path& program, const std::string& language,
                    const std::vector<std::string>& options) {
  const auto read = [program, language, options](const ScoredPage& page) -> Reading {
    const TemporaryFolder folder;
    const fs::path input = page.born_digital() ? drawn_page(page, folder.path()) : page.pdf;
    const fs::path text = folder.path() / "out.txt";
    std::vector<std::string> command = {program.string(),
                                        "convert",
                                        input.string(),
                                        (folder.path() / "out.pdf").string(),
                                        "--sidecar=" + text.string(),
                                        "--page-json=" + folder.path().string(),
                                        "--image-dpi=" + std::to_string(page.dpi),
                                        "-l" + language,
                                        "-j1",
                                        "-r",
                                        "-q",
                                        "--copy-signed"};
    command.insert(command.end(), options.begin(), options.end());
    run_or_throw(page, command);
    return {text_of_file(text), Json::parse(text_of_file(folder.path() / "0001.json"))};
  };
  return {name, read};
}

Engine tesseract_engine(const std::string& name, const std::string& language,
                        const std::vector<std::string>& options) {
  const auto read = [language, options](const ScoredPage& page) -> Reading {
    const TemporaryFolder folder;
    const fs::path picture = drawn_page(page, folder.path());
    const fs::path stem = folder.path() / "out";
    std::vector<std::string> command = {
        "tesseract", picture.string(), stem.string(),           "-l",
        language,    "--dpi",          std::to_string(page.dpi)};
    command.insert(command.end(), options.begin(), options.end());
    run_or_throw(page, command);
    return {text_of_file(stem.string() + ".txt"), {}};
  };
  return {name, read};
}

}  // namespace sohoa::test
