// A page of any black and white px is laid out: its words have texts, and boxes on the page. Three
// bytes of resolution, width and what the engine reads, then rows of eight px a byte, 1 is black.

#include <algorithm>
#include <cstdlib>

#include "pipeline/base/error.h"
#include "pipeline/recognize/reader.h"

namespace sohoa {
namespace {

constexpr std::size_t kHead = 3;
constexpr int kBytesAcrossMax = 128;
constexpr int kWordsMax = 5;  // on a line
constexpr int kDpis[] = {40, 100, 200, 300};

/// Reads the same words on every line.
class FixedEngine : public LineEngine {
 public:
  FixedEngine(int word_count, double confidence)
      : word_count_(word_count), confidence_(confidence) {}

  std::vector<std::vector<Word>> read_lines(std::span<const Image> lines) override {
    static constexpr const char* kTexts[kWordsMax] = {"Điều", "1.", "....", "|", "QĐ-UBND"};
    std::vector<std::vector<Word>> words;
    for (const Image& line : lines) {
      if (line.height != kLineHeight) std::abort();
      std::vector<Word>& read = words.emplace_back();
      for (int i = 0; i < word_count_; ++i) {
        const double left = line.width * static_cast<double>(i) / word_count_;
        const double right = line.width * static_cast<double>(i + 1) / word_count_;
        read.push_back({kTexts[i], {left, 0, right, kLineHeight}, confidence_});
      }
    }
    return words;
  }
  std::string name() const override { return "fixed"; }
  std::string language() const override { return "vie"; }
  std::vector<Ingredient> ingredients() const override { return {}; }

 private:
  int word_count_;
  double confidence_;
};

CleanPage page_of(const std::uint8_t* data, std::size_t size) {
  const int bytes_across = 1 + data[1] % kBytesAcrossMax;
  CleanPage page;
  page.pixels.width = bytes_across * 8;
  page.pixels.height = static_cast<int>((size - kHead) / bytes_across);
  for (int i = 0; i < page.pixels.height * bytes_across; ++i) {
    for (int bit = 7; bit >= 0; --bit) {
      page.pixels.data.push_back((data[kHead + i] >> bit & 1) != 0 ? 0 : 255);
    }
  }
  page.dpi = kDpis[data[0] % std::size(kDpis)];
  page.upright_width = page.pixels.width;
  page.upright_height = page.pixels.height;
  page.upright_dpi = {page.dpi, page.dpi};
  return page;
}

void check(const Word& word, const CleanPage& page) {
  const Box& box = word.box;
  const bool inside = box.left >= 0 && box.top >= 0 && box.left < box.right &&
                      box.top < box.bottom && box.right <= page.upright_width &&
                      box.bottom <= page.upright_height;
  if (word.text.empty() || !inside) std::abort();
}

}  // namespace
}  // namespace sohoa

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sohoa;
  if (size < kHead) return 0;
  const CleanPage page = page_of(data, size);
  Reader reader(
      std::make_unique<FixedEngine>(data[2] % (kWordsMax + 1), data[2] < 128 ? 0.99 : 0.3));
  for (const Block& block : reader.read(page).blocks) {
    for (const Line& line : block.lines) {
      for (const Word& word : line.words) check(word, page);
    }
  }
  return 0;
}
