#include "pipeline/recognize/own_models.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/base/digest.h"
#include "pipeline/base/file.h"
#include "pipeline/base/json.h"
#include "pipeline/recognize/lstm/charset.h"
#include "pipeline/recognize/lstm/network.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

fs::path folder() { return with_own_model({}).model_folder; }

TEST(OwnModels, VietnameseIsReadWithOurs) {
  EXPECT_EQ(with_own_model({}).model, "vie_sohoa_fast");
  EXPECT_TRUE(with_own_model({"eng", {}}).model.empty());
}

TEST(OwnModels, TheLargerOneReadsTheSameLanguage) {
  const ReaderSettings settings = with_own_model({"vie_sohoa", {}});
  EXPECT_EQ(settings.model, "vie_sohoa");
  EXPECT_EQ(settings.language, "vie");
}

TEST(OwnModels, ANamedFolderIsTaken) {
  const ReaderSettings settings = with_own_model({"vie", "/usr/share/tesseract-ocr/5/tessdata"});
  EXPECT_TRUE(settings.model.empty());
}

TEST(OwnModels, FilesAreThoseOfTheManifest) {
  const Bytes manifest = read_file(folder() / "manifest.json");
  const Json files = Json::parse(as_text(manifest)).at("files");
  EXPECT_EQ(files.size(), 3U);
  for (const Json& file : files) {
    const std::string name = file.at("name").get<std::string>();
    EXPECT_EQ(sha256_of_file(folder() / name), file.at("sha256").get<std::string>()) << name;
    EXPECT_EQ(file.at("licence").get<std::string>(), "Apache-2.0");
  }
}

TEST(OwnModels, HaveAllLettersOfVietnameseAndWhatMeasuresAreWrittenWith) {
  for (const char* name : {"vie_sohoa_fast", "vie_sohoa"}) {
    const TrainedData model = read_traineddata(folder() / (std::string(name) + ".traineddata"));
    const LineNetwork network = parse_network(model.part(ModelPart::kNetwork));
    const Charset charset = parse_charset(model, network.output.rows, network.null_label);
    for (const char* letter : {"ỵ", "Ỵ", "ỷ", "Ỹ", "đ", "Ẫ", "ợ", "²", "³", "≤", "≥"}) {
      EXPECT_NE(std::find(charset.texts.begin(), charset.texts.end(), letter), charset.texts.end())
          << name << ": " << letter;
    }
  }
}

}  // namespace
}  // namespace sohoa
