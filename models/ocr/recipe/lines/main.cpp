#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "models/ocr/recipe/lines/line_cutter.h"
#include "models/ocr/recipe/lines/page_setter.h"
#include "models/ocr/recipe/lines/page_style.h"
#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "samples/scan.h"

namespace {

using namespace sohoa;

std::vector<std::string> read_passages(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> passages;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) passages.push_back(line);
  }
  if (passages.empty()) {
    throw Error(ExitCode::kInput, path, "holds no text", "make it with text.py");
  }
  return passages;
}

void put(Bytes& bytes, std::size_t value) {
  for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

/// u32 width, u32 bytes of text, width × 36 i8 column by column, text; little endian.
void put(Bytes& bytes, const TrainingLine& line) {
  put(bytes, static_cast<std::size_t>(line.input.width));
  put(bytes, line.text.size());
  for (const std::int8_t value : line.input.columns) {
    bytes.push_back(static_cast<std::uint8_t>(value));
  }
  bytes.insert(bytes.end(), line.text.begin(), line.text.end());
}

void draw_page(std::uint64_t seed, const std::vector<std::string>& passages, Bytes& bytes,
               CutCounts& counts) {
  Random random(seed, "page");
  const PageStyle style = some_style(random);
  Passages text(passages, seed_of(seed, "text"));
  Pad pad(seed);
  Sheet& sheet = pad.next();
  set_training_page(sheet, style, text, random);
  Sheet* back = nullptr;
  if (style.wear.bleed > 0) {
    back = &pad.next();
    set_training_page(*back, style, text, random);
  }
  const Scan scan = scan_sheet(*pad.sheets().front(), back, style.wear, seed_of(seed, "scan"));
  for (const TrainingLine& line : cut_lines(scan, random, counts)) put(bytes, line);
}

int run(int argc, char** argv) {
  CLI::App app{"Draws pages of text, wears them down and cuts them into lines to train on."};
  std::string text, output;
  std::uint64_t seed = 1;
  int first = 0, pages = 1;
  app.add_option("text", text, "Passages, one a line")->required();
  app.add_option("--out,-o", output, "File of lines to write")->required();
  app.add_option("--seed", seed, "Number that everything follows from");
  app.add_option("--first", first, "Number of the first page");
  app.add_option("--pages", pages, "How many");
  CLI11_PARSE(app, argc, argv);
  require_training_fonts();
  const std::vector<std::string> passages = read_passages(text);
  Bytes bytes;
  CutCounts counts;
  for (int page = first; page < first + pages; ++page) {
    draw_page(seed_of(seed, std::to_string(page)), passages, bytes, counts);
  }
  write_file(output, bytes);
  std::cout << pages << " pages: " << counts.strips_kept << " of " << counts.strips << " strips, "
            << counts.words_kept << " of " << counts.words << " words\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const sohoa::Error& error) {
    std::cerr << "sohoa_lines: " << error.what() << "\n";
    return static_cast<int>(error.code());
  }
}
