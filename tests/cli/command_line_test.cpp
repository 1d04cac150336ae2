#include "cli/command_line.h"

#include <gtest/gtest.h>

#include <vector>

#include "pipeline/base/error.h"

namespace sohoa {
namespace {

Command parse(std::vector<const char*> words) {
  words.insert(words.begin(), "sohoa");
  return parse_command_line(static_cast<int>(words.size()), words.data());
}

void expect_usage_error(const std::vector<const char*>& words, const std::string& part) {
  try {
    parse(words);
    ADD_FAILURE() << "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kUsage);
    EXPECT_NE(std::string(error.what()).find(part), std::string::npos) << error.what();
  }
}

TEST(CommandLine, LastNameOfConvertIsTheOutput) {
  const auto command = std::get<ConvertCommand>(parse({"convert", "a.jpg", "b.jpg", "out.pdf"}));
  EXPECT_EQ(command.inputs, (std::vector<std::string>{"a.jpg", "b.jpg"}));
  EXPECT_EQ(command.outputs.pdf, "out.pdf");
  EXPECT_TRUE(command.outputs.text.empty());
  EXPECT_TRUE(command.overwrite);
}

TEST(CommandLine, ConvertKeepsOcrmypdfsHabits) {
  const auto command = std::get<ConvertCommand>(
      parse({"convert", "-l",          "vie+eng", "-r",  "-d",          "-j",     "2",
             "-O",      "1",           "--pages", "2-3", "--image-dpi", "300",    "--output-type",
             "pdf",     "--skip-text", "-n",      "-q",  "in.pdf",      "out.pdf"}));
  EXPECT_EQ(command.settings.reader.language, "vie+eng");
  EXPECT_TRUE(command.settings.clean.rotate);
  EXPECT_TRUE(command.settings.deskew);
  EXPECT_EQ(command.settings.jobs, 2);
  EXPECT_FALSE(contains(command.settings.pages, 1));
  EXPECT_EQ(command.settings.acquire.image_dpi, 300);
  EXPECT_EQ(command.settings.output_type, OutputType::kPdf);
  EXPECT_EQ(command.settings.compaction, Compaction::kLossless);
  EXPECT_EQ(command.settings.acquire.existing_text, ExistingText::kSkip);
  EXPECT_FALSE(command.overwrite);
  EXPECT_EQ(command.talk.level, LogLevel::kQuiet);
}

TEST(CommandLine, ConvertTurnsNoPageUnlessAsked) {
  EXPECT_FALSE(std::get<ConvertCommand>(parse({"convert", "a", "b"})).settings.clean.rotate);
}

TEST(CommandLine, DashesAreStandardInputAndOutput) {
  const auto command = std::get<ConvertCommand>(parse({"convert", "-", "-"}));
  EXPECT_EQ(command.inputs, std::vector<std::string>{"-"});
  EXPECT_EQ(command.outputs.pdf, "-");
}

TEST(CommandLine, SidecarTakesAFile) {
  const auto command =
      std::get<ConvertCommand>(parse({"convert", "in.pdf", "out.pdf", "--sidecar", "text.txt"}));
  EXPECT_EQ(command.outputs.text, "text.txt");
}

TEST(CommandLine, SidecarWithoutAFileLiesBesideTheOutput) {
  const auto command =
      std::get<ConvertCommand>(parse({"convert", "in.pdf", "out.pdf", "--sidecar"}));
  EXPECT_EQ(command.outputs.text, "out.txt");
}

TEST(CommandLine, TwoProductsCannotShareStandardOutput) {
  expect_usage_error({"convert", "in.pdf", "-", "--sidecar", "-"}, "standard output");
}

TEST(CommandLine, IntakeTurnsPagesAndSetsBlankOnesAside) {
  const auto command = std::get<IntakeCommand>(parse({"intake", "scans", "-o", "out.zip"}));
  EXPECT_TRUE(command.settings.clean.rotate);
  EXPECT_TRUE(command.settings.set_blank_aside);
  EXPECT_TRUE(command.settings.acquire.copy_signed);
  EXPECT_EQ(command.output, "out.zip");
}

TEST(CommandLine, IntakeKeepsBlankPagesWhenAsked) {
  const auto command =
      std::get<IntakeCommand>(parse({"intake", "scans", "-o", "out.zip", "--keep-blank"}));
  EXPECT_FALSE(command.settings.set_blank_aside);
}

TEST(CommandLine, UsageErrorsAreNeverZero) {
  expect_usage_error({}, "subcommand");
  expect_usage_error({"frobnicate"}, "frobnicate: is no command");
  expect_usage_error({"check", "a.zip", "--trust", ""}, "--trust: is empty");
  expect_usage_error({"convert", "a", "b", "--output-type", "doc"}, "none of");
  expect_usage_error({"convert"}, "sohoa convert");
  expect_usage_error({"convert", "only-one"}, "sohoa convert");
  expect_usage_error({"convert", "a", "b", "--no-such-option"}, "no-such-option");
  expect_usage_error({"convert", "a", "b", "-j", "many"}, "many");
  expect_usage_error({"convert", "a", "b", "--output-type", "docx"}, "output-type");
  expect_usage_error({"convert", "a", "b", "--skip-text", "--force-ocr"}, "exclude");
  expect_usage_error({"convert", "a", "b", "-q", "-v"}, "exclude");
  expect_usage_error({"convert", "a", "b", "-O", "4"}, "optimize");
  expect_usage_error({"intake", "scans"}, "--output");
}

TEST(CommandLine, OfSignNamesOneWayToSign) {
  expect_usage_error({"sign", "a", "b", "--name", "x"}, "one way");
  expect_usage_error({"sign", "a", "b", "--name", "x", "--p12", "c", "--pkcs11", "d"}, "one way");
  expect_usage_error({"sign", "a", "b", "--name", "x", "--key", "c"}, "certificate");
  expect_usage_error({"sign", "a", "b", "--p12", "c"}, "missing");
  expect_usage_error({"sign", "a", "b", "--external", "send"}, "not understood");
  expect_usage_error({"sign", "a", "b", "--p12", "c", "--name", "x", "--time", "now"}, "no time");
}

TEST(CommandLine, HelpHasExamplesAndExitCodes) {
  const std::string text = std::get<PrintCommand>(parse({"--help"})).text;
  EXPECT_NE(text.find("sohoa convert scan.pdf"), std::string::npos);
  EXPECT_NE(text.find("130 interrupted"), std::string::npos);
}

TEST(CommandLine, EachCommandHasHelp) {
  for (const char* command :
       {"convert", "intake", "check", "unpack", "sign", "verify", "export", "inspect", "doctor"}) {
    EXPECT_FALSE(std::get<PrintCommand>(parse({command, "--help"})).text.empty()) << command;
  }
}

}  // namespace
}  // namespace sohoa
