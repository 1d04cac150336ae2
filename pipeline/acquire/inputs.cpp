#include <fcntl.h>
#include <glob.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "pipeline/acquire/acquire.h"
#include "pipeline/acquire/kind.h"
#include "pipeline/acquire/pdf_file.h"
#include "pipeline/acquire/tiff.h"
#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/text.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kFilesMax = 1'000'000;
constexpr int kFolderDepthMax = 64;

Error input_problem(const std::string& subject, const std::string& reason,
                    const std::string& remedy) {
  return Error(ExitCode::kInput, subject, reason, remedy);
}

Bytes read_beginning(const fs::path& path, const std::string& name) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) throw input_error(name, errno);
  Bytes bytes(kKindBytes);
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw input_error(name, errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

std::vector<std::string> glob_matches(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> matches;
  if (::glob(pattern.c_str(), 0, nullptr, &found) == 0) {
    matches.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  }
  ::globfree(&found);
  std::sort(matches.begin(), matches.end(),
            [](const std::string& a, const std::string& b) { return natural_less(a, b); });
  return matches;
}

/// Copies standard input to a file, whole.
fs::path spool_standard_input(const fs::path& folder) {
  const fs::path path = folder / "standard-input";
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (file.number() < 0) throw output_error(path.string(), errno);
  Bytes piece(1 << 16);
  std::uint64_t total = 0;
  for (;;) {
    const ssize_t got = ::read(STDIN_FILENO, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw input_error("-", errno);
    if (got == 0) return path;
    total += static_cast<std::uint64_t>(got);
    if (total > kFileBytesMax) {
      throw input_problem("-", "standard input is larger than 4 GiB", "pass a file instead");
    }
    for (ssize_t done = 0; done < got;) {
      const ssize_t put =
          ::write(file.number(), piece.data() + done, static_cast<std::size_t>(got - done));
      if (put < 0 && errno == EINTR) continue;
      if (put < 0) throw output_error(path.string(), errno);
      done += put;
    }
  }
}

InputFile open_or_list(const fs::path& path, const std::string& name,
                       const AcquireSettings& settings) {
  try {
    return open_input(path, name, settings);
  } catch (const Error& failure) {
    if (failure.code() != ExitCode::kInput) throw;
    InputFile file;
    file.path = path;
    file.name = name;
    file.failure = failure;
    std::error_code unknown;
    file.bytes = fs::file_size(path, unknown);
    return file;
  }
}

/// Collects the files that arguments name.
class Listing {
 public:
  Listing(const AcquireSettings& settings, const fs::path& standard_input_folder)
      : settings_(settings), standard_input_folder_(standard_input_folder) {}

  void add_argument(const std::string& argument) {
    if (argument == "-") {
      if (std::exchange(standard_input_used_, true)) {
        throw input_problem("-", "standard input can be read once only", "name it once");
      }
      add_file(spool_standard_input(standard_input_folder_), "-");
    } else if (fs::exists(fs::symlink_status(argument))) {
      add_name(argument);
    } else {
      add_pattern(argument);
    }
  }
  std::vector<InputFile> take() { return std::move(files_); }

 private:
  void add_name(const std::string& name) {
    std::error_code failed;
    if (!fs::is_directory(name, failed)) {
      add_file(name, name);
      return;
    }
    const std::size_t before = files_.size();
    std::vector<Finding> skipped;
    add_folder(name, 0, skipped);
    if (files_.size() == before) {
      throw input_problem(name, "holds no file of a kind that is read",
                          "pass PDF, JPEG, PNG, TIFF, JPEG 2000, WebP, BMP or PNM files");
    }
    std::vector<Finding>& findings = files_[before].findings;
    findings.insert(findings.end(), skipped.begin(), skipped.end());
  }

  void add_pattern(const std::string& pattern) {
    const std::vector<std::string> matches = glob_matches(pattern);
    if (matches.empty()) {
      throw input_problem(pattern, "there is no such file or folder", "check the name");
    }
    for (const std::string& match : matches) add_name(match);
  }

  void add_folder(const fs::path& folder, int depth, std::vector<Finding>& skipped) {
    if (depth > kFolderDepthMax) {
      throw input_problem(folder.string(), "folders are nested too deeply", "move them up");
    }
    std::vector<fs::path> entries;
    try {
      for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (!entry.path().filename().string().starts_with('.')) entries.push_back(entry.path());
      }
    } catch (const fs::filesystem_error& failure) {
      throw input_error(folder.string(), failure.code().value());
    }
    std::sort(entries.begin(), entries.end(), [](const fs::path& a, const fs::path& b) {
      return natural_less(a.filename().string(), b.filename().string());
    });
    for (const fs::path& entry : entries) {
      std::error_code failed;
      if (fs::is_directory(entry, failed)) {
        // A link to a folder may lead in circles.
        if (!fs::is_symlink(entry, failed)) add_folder(entry, depth + 1, skipped);
      } else if (fs::is_regular_file(entry, failed) &&
                 kind_of(read_beginning(entry, entry.string()))) {
        add_file(entry, entry.string());
      } else {
        skipped.push_back({"input.skipped",
                           Severity::kWarning,
                           entry.string(),
                           "is no kind of file that is read",
                           "",
                           {}});
      }
    }
  }

  void add_file(const fs::path& path, const std::string& name) {
    if (files_.size() >= kFilesMax) {
      throw input_problem(name, "there are more than " + std::to_string(kFilesMax) + " files",
                          "split the job");
    }
    files_.push_back(settings_.unreadable_file == UnreadableFile::kList
                         ? open_or_list(path, name, settings_)
                         : open_input(path, name, settings_));
  }

  const AcquireSettings& settings_;
  const fs::path& standard_input_folder_;
  bool standard_input_used_ = false;
  std::vector<InputFile> files_;
};

void look_into_pdf(InputFile& file, const AcquireSettings& settings) {
  const PdfFile pdf(file.path, file.name);
  file.kind = InputKind::kPdf;
  file.page_count = pdf.page_count();
  file.is_signed = pdf.is_signed();
  file.findings = pdf.findings();
  if (file.is_signed && !settings.copy_signed) {
    throw input_problem(file.name, "is digitally signed, and any change breaks the signature",
                        "pass --copy-signed to make an unsigned copy that says so");
  }
}

void look_into_tiff(InputFile& file) {
  const TiffFile tiff(file.path, file.name);
  file.kind = InputKind::kTiff;
  file.page_count = tiff.page_count();
  file.findings = tiff.findings();
}

}  // namespace

std::vector<InputFile> list_inputs(const std::vector<std::string>& arguments,
                                   const AcquireSettings& settings,
                                   const fs::path& standard_input_folder) {
  Listing listing(settings, standard_input_folder);
  for (const std::string& argument : arguments) listing.add_argument(argument);
  return listing.take();
}

InputFile open_input(const fs::path& path, const std::string& name,
                     const AcquireSettings& settings) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) throw input_error(name, errno);
  if (!S_ISREG(status.st_mode)) {
    throw input_problem(name, "is no regular file", "pass a file, or - for standard input");
  }
  InputFile file;
  file.path = path;
  file.name = name;
  file.bytes = static_cast<std::uint64_t>(status.st_size);
  file.modified_seconds = status.st_mtim.tv_sec;
  if (file.bytes == 0) throw input_problem(name, "is empty", "scan it again");
  const std::optional<FileKind> kind = kind_of(read_beginning(path, name));
  if (!kind) {
    throw input_problem(name, "is no kind of file that is read",
                        "pass PDF, JPEG, PNG, TIFF, JPEG 2000, WebP, BMP or PNM files");
  }
  if (*kind == FileKind::kPdf) with_qpdf(name, [&] { look_into_pdf(file, settings); });
  if (*kind == FileKind::kTiff) look_into_tiff(file);
  return file;
}

}  // namespace sohoa
