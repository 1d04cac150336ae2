#pragma once

#include <memory>

#include "pipeline/recognize/line_engine.h"
#include "pipeline/recognize/lstm/batch_network.h"
#include "pipeline/recognize/lstm/charset.h"
#include "pipeline/recognize/lstm/decode.h"
#include "pipeline/recognize/lstm/word_list.h"
#include "pipeline/recognize/reader.h"

namespace sohoa {

/// Our own inference of Tesseract's line networks, all lines of a page at once. Words that the
/// network is not sure of are read again with an eye on which words there are.
class BatchEngine : public LineEngine {
 public:
  /// Throws Error (kDependency) for a missing model, UnusableModel for one that only Tesseract can
  /// run, or for several languages at once.
  explicit BatchEngine(const ReaderSettings& settings);

  std::vector<std::vector<Word>> read_lines(std::span<const Image> lines) override;
  std::string name() const override;
  std::string language() const override { return language_; }
  std::vector<Ingredient> ingredients() const override { return ingredients_; }

 private:
  std::vector<Word> words_of(const LineOutput& line) const;
  void weigh_again(const LineOutput& line, DecodedWord& word) const;
  bool may_be_misread(const std::vector<int>& labels) const;
  bool is_known(const std::vector<int>& labels) const;
  std::vector<int> letters_of(const std::vector<int>& labels) const;
  std::string text_of(const std::vector<int>& labels) const;

  std::string language_;
  std::vector<Ingredient> ingredients_;
  Charset charset_;
  WordList words_;
  int space_label_ = -1;
  std::vector<int> small_letter_;  // of each label: the label of the letter it is, or −1
  std::unique_ptr<BatchNetwork> network_;
};

}  // namespace sohoa
