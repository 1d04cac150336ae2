// libtesseract as the referee: with its tables our inference must give its network's outputs.

#include <gtest/gtest.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "pipeline/recognize/languages.h"
#include "pipeline/recognize/lstm/batch_network.h"
#include "pipeline/recognize/lstm/charset.h"
#include "pipeline/recognize/reader.h"
#include "tests/recognize/drawn_page.h"

namespace sohoa {
namespace {

constexpr double kProbabilityError = 1e-4;

/// The labels of a time step that are at least 1 % likely, best first, by the names that
/// libtesseract gives them.
using NamedStep = std::vector<std::pair<std::string, double>>;

class Referee {
 public:
  explicit Referee(const std::string& language) {
    // Its maker also keeps this thread of libtesseract from opening teams of threads.
    make_reader({language, {}, EngineChoice::kTesseract});
    api_.Init(nullptr, language.c_str(), tesseract::OEM_LSTM_ONLY);
    api_.SetVariable("tessedit_do_invert", "0");
    api_.SetVariable("lstm_choice_mode", "1");
    api_.SetPageSegMode(tesseract::PSM_RAW_LINE);
  }

  std::vector<NamedStep> steps(const Image& line) {
    std::vector<NamedStep> steps;
    api_.SetImage(line.data.data(), line.width, line.height, 1, line.width);
    if (api_.Recognize(nullptr) != 0) return steps;
    const std::unique_ptr<tesseract::ResultIterator> at(api_.GetIterator());
    if (at == nullptr || at->Empty(tesseract::RIL_WORD)) return steps;
    do {
      const auto* of_word = at->GetRawLSTMTimesteps();
      if (of_word == nullptr) continue;
      for (const auto& of_character : *of_word) {
        for (const auto& step : of_character) steps.emplace_back(step.begin(), step.end());
      }
    } while (at->Next(tesseract::RIL_WORD));
    return steps;
  }

 private:
  tesseract::TessBaseAPI api_;
};

/// It names a label by the character with the label's number and two, as characters 1 and 2 have
/// none of their own, and the last two labels, the null label one of them, not at all.
std::string name_of(int label, const Charset& charset) {
  const bool named = label + 2 < static_cast<int>(charset.texts.size());
  return named ? charset.texts[static_cast<std::size_t>(label)] : "";
}

void expect_same(const std::string& language, const std::vector<std::string>& texts) {
  const TrainedData model = read_traineddata(model_file(language, {}));
  const LineNetwork parsed = parse_network(model.part(ModelPart::kNetwork));
  const Charset charset = parse_charset(model, parsed.output.rows, parsed.null_label);
  const BatchNetwork network(parsed, *usable_kernels().front(), Activation::kTable);
  std::vector<Image> lines;
  lines.reserve(texts.size());
  for (const std::string& text : texts) lines.push_back(test::drawn_line(text));
  const std::vector<LineOutput> outputs = network.run(lines);
  Referee referee(language);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::vector<NamedStep> theirs = referee.steps(lines[i]);
    const std::vector<RankedLabels>& ours = outputs[i].steps;
    ASSERT_EQ(theirs.size(), ours.size()) << texts[i];
    int different = 0;
    double error = 0;
    for (std::size_t step = 0; step < ours.size(); ++step) {
      ASSERT_FALSE(theirs[step].empty());
      const auto& [name, probability] = theirs[step].front();
      different += name == name_of(ours[step].first, charset) ? 0 : 1;
      error = std::max(error, std::abs(probability - ours[step].first_probability));
    }
    EXPECT_EQ(different, 0) << texts[i];
    EXPECT_LT(error, kProbabilityError) << texts[i];
  }
}

TEST(Oracle, VietnameseComesOutAsFromLibtesseract) {
  expect_same("vie", {"Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;",
                      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 1234/QĐ-UBND",
                      "thửa đất số 123, tờ bản đồ 45, diện tích 67,8 m²", "Kính gửi:", "a"});
}

TEST(Oracle, EnglishComesOutAsFromLibtesseract) {
  expect_same("eng", {"The quick brown fox jumps over the lazy dog.", "WHEREAS the parties (2024)",
                      "e-mail: someone@example.org, 50% off!"});
}

}  // namespace
}  // namespace sohoa
