#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "models/record/image.h"
#include "pipeline/recognize/lstm/batch_network.h"
#include "pipeline/recognize/lstm/charset.h"

namespace tesseract {
class TessBaseAPI;
}

namespace sohoa::test {

/// Where libtesseract's outputs and text for one line are not ours.
struct Disagreement {
  bool comparable = true;    // both see as many time steps
  int steps = 0;             // compared
  int other_labels = 0;      // steps whose likeliest label is another
  double largest_error = 0;  // of the likeliest label's probability
  int characters = 0;        // of libtesseract's text without dictionaries
  int other_characters = 0;  // edits that make it of our greedily decoded text
};

/// libtesseract beside our inference with its tables, which must give its network's outputs. For
/// one thread.
class Referee {
 public:
  /// Throws Error (kDependency) for a model that is missing in `folder`, or, without one, where
  /// Tesseract looks.
  explicit Referee(const std::string& language, const std::filesystem::path& folder = {});
  ~Referee();

  /// Line by line. Lines are as engines take them; ours go through the network as one batch.
  std::vector<Disagreement> judge(std::span<const Image> lines);

 private:
  /// The labels of a time step that are more than 1 % likely, best first, by the names that
  /// libtesseract gives them.
  using NamedStep = std::vector<std::pair<std::string, double>>;

  Disagreement compare(const std::vector<RankedLabels>& ours, const std::vector<NamedStep>& theirs);
  std::vector<NamedStep> their_steps(const Image& line);
  std::string their_plain_text(const Image& line);
  std::string our_text(const LineOutput& line) const;
  std::string name_of(int label) const;

  Charset charset_;
  std::vector<std::string> characters_;  // of the charset, by their numbers
  std::unique_ptr<BatchNetwork> network_;
  std::unique_ptr<tesseract::TessBaseAPI> api_;
  std::unique_ptr<tesseract::TessBaseAPI> plain_api_;  // without dictionaries
};

}  // namespace sohoa::test
