#include "pipeline/recognize/tesseract_engine.h"

#include <allheaders.h>
#include <dlfcn.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cstring>
#include <mutex>

#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/base/text.h"
#include "pipeline/recognize/languages.h"

namespace sohoa {

namespace {

using tesseract::PageIteratorLevel;
using tesseract::ResultIterator;

constexpr int kLineDpi = 300;  // spares it a guess; the line recognizer does not use it

struct PixDestroyer {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixOwner = std::unique_ptr<Pix, PixDestroyer>;

// Debian's libtesseract opens a team of four threads for every layer, whatever the number of cores;
// only this call, on the thread that reads, keeps it from doing so. Looked up by name because the
// runtime is libtesseract's own, if it has one.
void forbid_thread_teams() {
  using SetLevels = void (*)(int);
  static const auto set_levels =
      reinterpret_cast<SetLevels>(dlsym(RTLD_DEFAULT, "omp_set_max_active_levels"));
  if (set_levels != nullptr) set_levels(0);
}

PixOwner to_pix(const Image& grey) {
  PixOwner pix(pixCreateNoInit(grey.width, grey.height, 8));
  if (pix == nullptr) {
    throw Error(ExitCode::kInput, "page", "is too large to be read", "scan it at 300 dpi");
  }
  const int words_per_line = pixGetWpl(pix.get());
  l_uint32* line = pixGetData(pix.get());
  for (int y = 0; y < grey.height; ++y, line += words_per_line) {
    line[words_per_line - 1] = 0;
    std::memcpy(line, grey.row(y), grey.stride());
  }
  pixEndianByteSwap(pix.get());
  return pix;
}

std::string take_text(const ResultIterator& at, PageIteratorLevel level) {
  const std::unique_ptr<char[]> text(at.GetUTF8Text(level));
  return text == nullptr ? std::string() : std::string(text.get());
}

Box box_of(const ResultIterator& at, PageIteratorLevel level) {
  int left = 0, top = 0, right = 0, bottom = 0;
  if (!at.BoundingBox(level, &left, &top, &right, &bottom)) return {};
  return {static_cast<double>(left), static_cast<double>(top), static_cast<double>(right),
          static_cast<double>(bottom)};
}

void add_word(const ResultIterator& at, std::vector<Word>& words) {
  const std::string text = to_nfc(take_text(at, tesseract::RIL_WORD));
  const double confidence = at.Confidence(tesseract::RIL_WORD) / 100;
  const Box box = box_of(at, tesseract::RIL_WORD);
  for (const std::string& piece : split_words(text)) {
    words.push_back({piece, box, std::clamp(confidence, 0.0, 1.0)});
  }
}

/// The messages' destination is one variable for all engines of the process: set it once, before
/// any thread reads it.
void silence_messages(tesseract::TessBaseAPI& api) {
  static std::once_flag done;
  std::call_once(done, [&api] { api.SetVariable("debug_file", "/dev/null"); });
}

}  // namespace

TesseractEngine::TesseractEngine(const ReaderSettings& settings)
    : language_(settings.language), api_(std::make_unique<tesseract::TessBaseAPI>()) {
  const std::string models = settings.model.empty() ? language_ : settings.model;
  const std::vector<std::string> languages = split_languages(models);
  forbid_thread_teams();
  silence_messages(*api_);
  const std::string folder = settings.model_folder.string();
  const int failed = api_->Init(folder.empty() ? nullptr : folder.c_str(), models.c_str(),
                                tesseract::OEM_LSTM_ONLY);
  std::vector<std::string> loaded;
  if (failed == 0) api_->GetLoadedLanguagesAsVector(&loaded);
  for (const std::string& language : languages) {
    if (std::find(loaded.begin(), loaded.end(), language) != loaded.end()) continue;
    throw model_missing(language, settings.model_folder);
  }
  api_->SetVariable("tessedit_do_invert", "0");
  ingredients_.push_back({"tesseract", tesseract::TessBaseAPI::Version(), ""});
  for (const std::string& language : languages) {
    const std::string file = language + ".traineddata";
    const std::filesystem::path path = std::filesystem::path(api_->GetDatapath()) / file;
    ingredients_.push_back({file, "", sha256_of_file(path)});
  }
}

TesseractEngine::~TesseractEngine() = default;

std::string TesseractEngine::name() const { return "tesseract " + ingredients_.front().version; }

std::vector<std::vector<Word>> TesseractEngine::read_lines(std::span<const Image> lines) {
  std::vector<std::vector<Word>> words;
  for (const Image& line : lines) words.push_back(read_line(line));
  return words;
}

std::vector<Word> TesseractEngine::read_line(const Image& grey) {
  forbid_thread_teams();
  if (grey.empty()) return {};
  const PixOwner pix = to_pix(grey);
  api_->SetPageSegMode(tesseract::PSM_RAW_LINE);
  api_->SetImage(pix.get());
  api_->SetSourceResolution(kLineDpi);
  std::vector<Word> words;
  if (api_->Recognize(nullptr) == 0) {
    const std::unique_ptr<ResultIterator> at(api_->GetIterator());
    if (at != nullptr) {
      do {
        if (!at->Empty(tesseract::RIL_WORD)) add_word(*at, words);
      } while (at->Next(tesseract::RIL_WORD));
    }
  }
  api_->Clear();
  return words;
}

}  // namespace sohoa
