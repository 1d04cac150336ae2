#pragma once

#include <memory>
#include <optional>

#include "pipeline/base/mapped_file.h"
#include "pipeline/recognize/known_words.h"
#include "pipeline/recognize/language_model.h"
#include "pipeline/recognize/line_engine.h"
#include "pipeline/recognize/lstm/batch_network.h"
#include "pipeline/recognize/lstm/charset.h"
#include "pipeline/recognize/lstm/decode.h"
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
  void weigh_by_language(const LineOutput& line, std::vector<DecodedWord>& words) const;
  std::vector<Candidate> readings_of(const LineOutput& line, const DecodedWord& word) const;
  void weigh_again(const LineOutput& line, DecodedWord& word) const;

  std::string language_;
  std::vector<Ingredient> ingredients_;
  Charset charset_;
  std::unique_ptr<KnownWords> known_words_;
  std::optional<MappedFile> language_file_;  // none: the word list alone is asked
  std::optional<LanguageModel> language_model_;
  int space_label_ = -1;
  std::unique_ptr<BatchNetwork> network_;
};

}  // namespace sohoa
