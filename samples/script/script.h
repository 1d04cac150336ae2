#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "samples/random.h"

namespace sohoa {

/// One line of a paper's file: its first word says what is drawn.
struct ScriptLine {
  std::string word;
  std::string rest;
  std::string place;  // "to-khai-khai-tu.txt:12", for messages
};

/// A paper as a text file describes it (samples/README.md).
struct Script {
  std::string name;   // stem of the file
  std::string title;  // of its line `kind`
  std::vector<ScriptLine> lines;
};

/// Comments and empty lines are left out, indented lines go on with the line before, and
/// `include NAME` gives the lines of parts/NAME.txt. Throws Error (kInput) for a file that cannot
/// be read or that does not begin with `kind`.
Script read_script(const std::filesystem::path& file);

/// The lines with one branch of every choose … or … end. Throws Error (kInput) for a branch that
/// does not end.
std::vector<ScriptLine> chosen(const std::vector<ScriptLine>& lines, Random& random);

/// The parts of a line between bars that stand outside of braces, without the spaces around them.
std::vector<std::string> columns(const std::string& text, const std::string& bar = "|");

/// What is wrong with a line of a file of papers.
[[noreturn]] void fail(const std::string& place, const std::string& reason);

}  // namespace sohoa
