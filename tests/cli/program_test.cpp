#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "pipeline/base/file.h"
#include "pipeline/base/json.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "tests/support/paths.h"
#include "tests/support/program_limits.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

/// The program as its user meets it: words in, exit code and streams out.
class Program : public testing::Test {
 protected:
  ProcessResult run(std::vector<std::string> words) const {
    words.insert(words.begin(), test::program().string());
    return run_process(words, test::program_limits());
  }

  /// A page with a few bars on it, which read as little or nothing.
  fs::path make_page(const std::string& name) const {
    constexpr int kWidth = 620;
    constexpr int kHeight = 877;
    std::string pixels(kWidth * kHeight, '\xff');
    for (int y = 100; y < 110; ++y) pixels.replace(y * kWidth + 60, 300, 300, '\0');
    const fs::path path = folder_.path() / name;
    std::ofstream(path, std::ios::binary) << "P5\n"
                                          << kWidth << " " << kHeight << "\n255\n"
                                          << pixels;
    return path;
  }

  fs::path in_folder(const std::string& name) const { return folder_.path() / name; }

  std::vector<std::string> names_in_folder() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
      names.push_back(entry.path().filename().string());
    }
    return names;
  }

  TemporaryFolder folder_;
};

TEST_F(Program, NoCommandIsAUsageError) {
  const ProcessResult result = run({});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_TRUE(result.output.empty());
  EXPECT_NE(result.messages.find("--help"), std::string::npos) << result.messages;
}

TEST_F(Program, HelpAndVersionGoToStandardOutput) {
  EXPECT_NE(run({"--help"}).output.find("Examples"), std::string::npos);
  EXPECT_EQ(run({"--version"}).output.rfind("sohoa ", 0), 0u);
  EXPECT_EQ(run({"--version"}).exit_code, 0);
}

TEST_F(Program, SarifNamesAFileByAUri) {
  const std::string empty_zip = "PK\5\6" + std::string(18, '\0');
  std::ofstream(in_folder("hồ sơ 50%#1.zip"), std::ios::binary) << empty_zip;
  const auto uri_of = [&](const std::string& file) {
    const ProcessResult result = run({"check", "--format", "sarif", file});
    const Json line = Json::parse(result.output.substr(0, result.output.find('\n')));
    return line["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].get<std::string>();
  };
  const std::string name = "/h%E1%BB%93%20s%C6%A1%2050%25%231.zip";
  EXPECT_EQ(uri_of(in_folder("hồ sơ 50%#1.zip")), "file://" + folder_.path().string() + name);
  const fs::path relative = fs::relative(folder_.path());
  EXPECT_EQ(uri_of(relative / "hồ sơ 50%#1.zip"), relative.string() + name);
}

TEST_F(Program, MissingInputIsTwo) {
  const ProcessResult result = run({"convert", "/no/such.pdf", in_folder("out.pdf")});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_NE(result.messages.find("/no/such.pdf"), std::string::npos) << result.messages;
}

TEST_F(Program, ConvertMakesAPdfThatChecksSound) {
  const fs::path page = make_page("page.pgm");
  const ProcessResult made =
      run({"convert", "--image-dpi", "75", page, in_folder("out.pdf"), "--sidecar"});
  EXPECT_EQ(made.exit_code, 0) << made.messages;
  EXPECT_TRUE(made.output.empty()) << "standard output is for the product only";
  EXPECT_TRUE(fs::exists(in_folder("out.txt")));
  const ProcessResult checked = run({"check", in_folder("out.pdf")});
  EXPECT_EQ(checked.exit_code, 0) << checked.output;
}

TEST_F(Program, SidecarPartsPagesThatHoldNoTextToo) {
  const ProcessResult made =
      run({"convert", "--image-dpi", "75", make_page("1.pgm"), make_page("2.pgm"),
           make_page("3.pgm"), in_folder("out.pdf"), "--sidecar"});
  EXPECT_EQ(made.exit_code, 0) << made.messages;
  EXPECT_EQ(as_text(read_file(in_folder("out.txt"))), "\f\f");
}

TEST_F(Program, ConvertWritesToAPipe) {
  const ProcessResult made = run({"convert", "--image-dpi", "75", make_page("page.pgm"), "-"});
  EXPECT_EQ(made.exit_code, 0) << made.messages;
  EXPECT_EQ(made.output.rfind("%PDF-", 0), 0u);
  EXPECT_NE(made.output.find("%%EOF"), std::string::npos);
}

TEST_F(Program, ImageWithoutResolutionSaysWhatToDo) {
  const ProcessResult result = run({"convert", make_page("page.pgm"), in_folder("out.pdf")});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_NE(result.messages.find("--image-dpi"), std::string::npos) << result.messages;
  EXPECT_FALSE(fs::exists(in_folder("out.pdf")));
}

TEST_F(Program, IntakeGivesTheSameBytesWithOneWorkerOrMore) {
  for (const char* name : {"1.pgm", "2.pgm", "3.pgm", "10.pgm"}) make_page(name);
  const fs::path one = in_folder("one.zip");
  const fs::path three = in_folder("three.zip");
  const std::vector<std::string> inputs = {in_folder("1.pgm"), in_folder("2.pgm"),
                                           in_folder("3.pgm"), in_folder("10.pgm")};
  const auto intake = [&](const char* jobs, const fs::path& output) {
    std::vector<std::string> words = {"intake", "--image-dpi",  "75", "-j",
                                      jobs,     "--keep-blank", "-o", output};
    words.insert(words.end(), inputs.begin(), inputs.end());
    return run(words);
  };
  EXPECT_EQ(intake("1", one).exit_code, 0);
  fs::create_directory(in_folder("again"));
  const fs::path again = in_folder("again") / "one.zip";
  EXPECT_EQ(intake("3", again).exit_code, 0);
  EXPECT_EQ(read_file(one), read_file(again));
  EXPECT_EQ(run({"check", one}).exit_code, 0);
}

TEST_F(Program, JsonEndsWithAReportThatAddsUp) {
  make_page("1.pgm");
  const ProcessResult result = run(
      {"intake", "--image-dpi", "75", "--json", in_folder("1.pgm"), "-o", in_folder("out.zip")});
  const std::size_t last = result.output.rfind('\n', result.output.size() - 2);
  const Json report = Json::parse(result.output.substr(last == std::string::npos ? 0 : last + 1));
  EXPECT_EQ(report["schema"], "sohoa.report/1");
  EXPECT_EQ(report["exit_code"], result.exit_code);
  EXPECT_EQ(report["pages_in"].get<int>(),
            report["pages_out"].get<int>() + report["pages_set_aside"].get<int>());
}

TEST_F(Program, PageThatCannotBeDecodedIsSetAsideByIntake) {
  make_page("1.pgm");
  std::ofstream(in_folder("2.pgm"), std::ios::binary) << "P5\n620 877\n255\nshort";
  const ProcessResult result =
      run({"intake", "--image-dpi", "75", "--keep-blank", in_folder("1.pgm"), in_folder("2.pgm"),
           "-o", in_folder("out.zip")});
  EXPECT_EQ(result.exit_code, 3) << result.messages;
  EXPECT_NE(result.messages.find("2.pgm"), std::string::npos) << result.messages;
  EXPECT_EQ(run({"check", in_folder("out.zip")}).exit_code, 0);
}

TEST_F(Program, UnpackGivesThePackagesFilesAndRefusesWhatIsThere) {
  make_page("1.pgm");
  ASSERT_EQ(run({"intake", "--image-dpi", "75", "--keep-blank", in_folder("1.pgm"), "-o",
                 in_folder("out.zip")})
                .exit_code,
            0);
  const ProcessResult result = run({"unpack", in_folder("out.zip"), in_folder("out")});
  EXPECT_EQ(result.exit_code, 0) << result.messages;
  EXPECT_TRUE(fs::exists(fs::path(in_folder("out")) / "record.json"));
  EXPECT_EQ(run({"unpack", in_folder("out.zip"), in_folder("out")}).exit_code, 4);
  EXPECT_EQ(run({"unpack", in_folder("1.pgm"), in_folder("other")}).exit_code, 2);
  EXPECT_FALSE(fs::exists(in_folder("other")));
}

TEST_F(Program, ExportMakesEachKindOfPackageAndCheckFindsItSound) {
  const fs::path page = make_page("page.pgm");
  run({"intake", "--image-dpi", "75", page, "-o", in_folder("record.zip")});
  std::ofstream(in_folder("facts.json"))
      << R"({"schema": "sohoa.export-metadata/1", "fonds": {"code": "H99"},
             "agency": {"name": "UBND phường Mẫu", "code": "H99"},
             "file": {"fileCode": "H99.7", "title": "Hồ sơ mẫu", "maintenance": "01",
                      "mode": "01", "language": "01", "confidenceLevel": "01"},
             "documents": {"issuedDate": "2026", "organName": "UBND"}, "book": {"code": "KS"}})";
  for (const char* kind : {"archive", "eark", "bagit", "one-stop", "civil-book"}) {
    const ProcessResult made = run({"export", in_folder("record.zip"), in_folder("out.zip"), "--as",
                                    kind, "--metadata", in_folder("facts.json")});
    EXPECT_EQ(made.exit_code, 0) << kind << made.output << made.messages;
    EXPECT_EQ(run({"check", in_folder("out.zip")}).exit_code, 0) << kind;
    EXPECT_EQ(run({"unpack", in_folder("out.zip"), in_folder(kind)}).exit_code, 0) << kind;
  }
  const ProcessResult piped = run({"export", in_folder("record.zip"), "-", "--as", "one-stop"});
  EXPECT_EQ(as_bytes(piped.output).size(), fs::file_size(in_folder("record.zip")));
}

TEST_F(Program, ExportWithoutItsFactsIsTwoAndNamesEach) {
  const fs::path page = make_page("page.pgm");
  run({"intake", "--image-dpi", "75", page, "-o", in_folder("record.zip")});
  const ProcessResult result =
      run({"export", in_folder("record.zip"), in_folder("out.zip"), "--as", "archive"});
  EXPECT_EQ(result.exit_code, 2);
  for (const char* name : {"fonds.code", "agency.name", "file.fileCode", "file.paperFileCode"}) {
    EXPECT_NE(result.output.find(name), std::string::npos) << name << result.output;
  }
  EXPECT_FALSE(fs::exists(in_folder("out.zip")));
}

TEST_F(Program, ExportOfWhatIsNoSoundRecordIsTwo) {
  const fs::path page = make_page("page.pgm");
  EXPECT_EQ(run({"export", page, in_folder("out.zip"), "--as", "bagit"}).exit_code, 2);
  run({"intake", "--image-dpi", "75", page, "-o", in_folder("record.zip")});
  EXPECT_EQ(run({"export", in_folder("record.zip"), in_folder("out.zip"), "--as", "bagit", "--sip"})
                .exit_code,
            1);
  EXPECT_EQ(run({"export", in_folder("record.zip"), in_folder("out.zip"), "--as", "x"}).exit_code,
            1);
  EXPECT_EQ(run({"export", in_folder("record.zip"), "/no/such/out.zip", "--as", "bagit"}).exit_code,
            4);
  std::fstream damaged(in_folder("record.zip"), std::ios::in | std::ios::out | std::ios::binary);
  damaged.seekp(2000);
  damaged.write("xxxx", 4);
  damaged.close();
  EXPECT_EQ(
      run({"export", in_folder("record.zip"), in_folder("out.zip"), "--as", "bagit"}).exit_code, 2);
  EXPECT_FALSE(fs::exists(in_folder("out.zip")));
}

TEST_F(Program, FileThatCannotBeOpenedIsKeptAndCountedByIntake) {
  make_page("1.pgm");
  std::ofstream(in_folder("2.pdf"), std::ios::binary) << "%PDF-1.7\nnothing more";
  const ProcessResult result =
      run({"intake", "--image-dpi", "75", "--keep-blank", "--json", in_folder("1.pgm"),
           in_folder("2.pdf"), "-o", in_folder("out.zip")});
  EXPECT_EQ(result.exit_code, 3) << result.messages;
  EXPECT_NE(result.output.find("\"pages_failed\":1"), std::string::npos) << result.output;
  EXPECT_EQ(run({"check", in_folder("out.zip")}).exit_code, 0);
}

TEST_F(Program, IntakeOfNothingReadableIsTwo) {
  std::ofstream(in_folder("2.pdf"), std::ios::binary) << "%PDF-1.7\nnothing more";
  EXPECT_EQ(run({"intake", in_folder("2.pdf"), "-o", in_folder("out.zip")}).exit_code, 2);
  EXPECT_FALSE(fs::exists(in_folder("out.zip")));
}

TEST_F(Program, PageThatCannotBeDecodedStopsConvert) {
  make_page("1.pgm");
  std::ofstream(in_folder("2.pgm"), std::ios::binary) << "P5\n620 877\n255\nshort";
  const ProcessResult result = run({"convert", "--image-dpi", "75", in_folder("1.pgm"),
                                    in_folder("2.pgm"), in_folder("out.pdf")});
  EXPECT_EQ(result.exit_code, 2) << result.messages;
  EXPECT_EQ(names_in_folder().size(), 2u) << "no output and no temporary file";
}

TEST_F(Program, OutputThatCannotBeWrittenIsFour) {
  const ProcessResult result =
      run({"convert", "--image-dpi", "75", make_page("page.pgm"), "/no/such/folder/out.pdf"});
  EXPECT_EQ(result.exit_code, 4) << result.messages;
}

TEST_F(Program, NoOverwriteKeepsWhatIsThere) {
  std::ofstream(in_folder("out.pdf")) << "mine";
  const ProcessResult result =
      run({"convert", "-n", "--image-dpi", "75", make_page("page.pgm"), in_folder("out.pdf")});
  EXPECT_EQ(result.exit_code, 4) << result.messages;
  EXPECT_EQ(fs::file_size(in_folder("out.pdf")), 4u);
}

TEST_F(Program, MissingLanguageIsFiveAndNamesThePackage) {
  const ProcessResult result = run(
      {"convert", "-l", "xyz", "--image-dpi", "75", make_page("page.pgm"), in_folder("out.pdf")});
  EXPECT_EQ(result.exit_code, 5) << result.messages;
  EXPECT_NE(result.messages.find("tesseract-ocr-xyz"), std::string::npos) << result.messages;
}

TEST_F(Program, InputMayBeTheOutput) {
  ASSERT_EQ(
      run({"convert", "--image-dpi", "75", make_page("page.pgm"), in_folder("a.pdf")}).exit_code,
      0);
  const ProcessResult result = run({"convert", in_folder("a.pdf"), in_folder("a.pdf")});
  EXPECT_EQ(result.exit_code, 0) << result.messages;
  EXPECT_EQ(run({"check", in_folder("a.pdf")}).exit_code, 0);
}

TEST_F(Program, InterruptLeavesNothingBehind) {
  std::vector<std::string> words = {
      test::program(), "convert", "-q", "-j", "1", "--image-dpi", "75", make_page("p.pgm")};
  for (int copy = 0; copy < 200; ++copy) words.push_back(in_folder("p.pgm"));
  words.push_back(in_folder("out.pdf"));
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    ::execv(arguments[0], arguments.data());
    ::_exit(99);
  }
  // Long enough for the handlers to be in place; 200 pages take far longer.
  std::this_thread::sleep_for(std::chrono::milliseconds(700));
  ::kill(child, SIGINT);
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 130);
  EXPECT_EQ(names_in_folder(), std::vector<std::string>{"p.pgm"});
}

TEST_F(Program, DoctorSaysWhatIsThere) {
  const ProcessResult result = run({"doctor", "--json"});
  const Json report = Json::parse(result.output);
  EXPECT_EQ(report["schema"], "sohoa.doctor/1");
  EXPECT_EQ(report["fine"].get<bool>(), result.exit_code == 0);
  std::set<std::string> names;
  for (const Json& checkup : report["checkups"]) names.insert(checkup["name"]);
  for (const char* name : {"kernel", "pdftoppm", "pdftotext", "Liberation Serif"}) {
    EXPECT_TRUE(names.contains(name)) << name;
  }
}

TEST_F(Program, CheckOfSomethingElseIsTwo) {
  std::ofstream(in_folder("notes.txt")) << "not a package";
  EXPECT_EQ(run({"check", in_folder("notes.txt")}).exit_code, 2);
}

TEST_F(Program, SheetsGoToAFileOrDownAPipe) {
  const std::vector<std::string> asked = {"--paper", "giay-khai-sinh", "--count", "2", "-q"};
  std::vector<std::string> to_file = {"sheet", "-o", in_folder("sheets.pdf")};
  to_file.insert(to_file.end(), asked.begin(), asked.end());
  EXPECT_EQ(run(to_file).exit_code, 0);
  std::vector<std::string> piped = {"sheet", "-o", "-"};
  piped.insert(piped.end(), asked.begin(), asked.end());
  const ProcessResult result = run(piped);
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(as_text(read_file(in_folder("sheets.pdf"))), result.output);
}

TEST_F(Program, SheetThatCouldNotBeReadAgainIsRefused) {
  const std::string output = in_folder("sheets.pdf");
  EXPECT_EQ(run({"sheet", "-o", output, "--dossier", "12|34"}).exit_code, 1);
  EXPECT_EQ(run({"sheet", "-o", output, "--paper", "Giấy khai sinh"}).exit_code, 1);
  EXPECT_EQ(run({"sheet", "-o", output, "--paper", "no-such-kind"}).exit_code, 1);
  EXPECT_EQ(run({"sheet", "-o", output, "--count", "0"}).exit_code, 1);
  EXPECT_FALSE(fs::exists(output));
  EXPECT_EQ(run({"sheet", "-o", "/no/such/sheets.pdf"}).exit_code, 4);
}

}  // namespace
}  // namespace sohoa
