#include "pipeline/run/settings.h"

#include <algorithm>
#include <charconv>
#include <sstream>
#include <thread>

#include "pipeline/base/error.h"
#include "pipeline/base/words.h"

namespace sohoa {

namespace {

constexpr char kLastPage[] = "end";

std::string yes_or_no(bool value) { return value ? "yes" : "no"; }

std::string number(double value) {
  std::ostringstream text;
  text << value;
  return text.str();
}

std::string text_of(ExistingText choice) {
  switch (choice) {
    case ExistingText::kSkip:
      return "skip";
    case ExistingText::kForce:
      return "force";
    case ExistingText::kRedo:
      break;
  }
  return "redo";
}

std::string text_of(OutputType type) {
  switch (type) {
    case OutputType::kPdf:
      return "pdf";
    case OutputType::kPdfA1b:
      return "pdfa-1b";
    case OutputType::kPdfA2b:
      return "pdfa-2b";
    case OutputType::kPdfA3u:
      return "pdfa-3u";
    case OutputType::kPdfA2u:
      break;
  }
  return "pdfa-2u";
}

std::string text_of(EngineChoice choice) {
  switch (choice) {
    case EngineChoice::kBatch:
      return "batch";
    case EngineChoice::kTesseract:
      return "tesseract";
    case EngineChoice::kAny:
      break;
  }
  return "any";
}

std::string text_of(Compaction level) {
  switch (level) {
    case Compaction::kLossless:
      return "lossless";
    case Compaction::kReencode:
      return "reencode";
    case Compaction::kLayers:
      return "layers";
    case Compaction::kNone:
      break;
  }
  return "none";
}

std::string text_of(const std::vector<PageRange>& ranges) {
  std::string text;
  for (const PageRange& range : ranges) {
    if (!text.empty()) text += ",";
    text += std::to_string(range.first) + "-";
    text += range.last == 0 ? kLastPage : std::to_string(range.last);
  }
  return text.empty() ? "all" : text;
}

Error bad_ranges(const std::string& text) {
  return Error(ExitCode::kUsage, "--pages " + text, "is not a list of pages",
               "write it like 1-3,7,9-end");
}

int parse_page(const std::string& word, const std::string& whole) {
  if (word == kLastPage) return 0;
  int page = 0;
  const auto [end, failed] = std::from_chars(word.data(), word.data() + word.size(), page);
  if (failed != std::errc() || end != word.data() + word.size() || page < 1) {
    throw bad_ranges(whole);
  }
  return page;
}

PageRange parse_range(const std::string& word, const std::string& whole) {
  const std::size_t dash = word.find('-');
  const int first = parse_page(word.substr(0, dash), whole);
  const int last = dash == std::string::npos ? first : parse_page(word.substr(dash + 1), whole);
  if (first == 0 || (last != 0 && last < first)) throw bad_ranges(whole);
  return {first, last};
}

}  // namespace

std::vector<std::pair<std::string, std::string>> settings_for_record(const Settings& settings) {
  return {
      {"language", settings.reader.language},
      {"engine", text_of(settings.reader.engine)},
      {"pages", text_of(settings.pages)},
      {"existing-text", text_of(settings.acquire.existing_text)},
      {"image-dpi", number(settings.acquire.image_dpi)},
      {"max-image-mpixels", number(settings.acquire.image_mpixels_max)},
      {"draw-dpi", number(settings.acquire.draw_dpi)},
      {"rotate-pages", yes_or_no(settings.clean.rotate)},
      {"deskew", yes_or_no(settings.deskew)},
      {"clean-off", joined(settings.clean.off, ",")},
      {"set-blank-aside", yes_or_no(settings.set_blank_aside)},
      {"split", settings.splitting == Splitting::kAuto ? "auto" : "by-file"},
      {"output-type", text_of(settings.output_type)},
      {"optimize", text_of(settings.compaction)},
      {"masters", settings.masters == Masters::kKeep ? "keep" : "hash"},
  };
}

AcquireSettings acquire_settings(const Settings& settings) {
  AcquireSettings acquire = settings.acquire;
  if (settings.output_type == OutputType::kPdfA1b) acquire.target = TargetPdf::kPdf14;
  return acquire;
}

std::vector<PageRange> parse_page_ranges(const std::string& text) {
  std::vector<PageRange> ranges;
  std::istringstream words(text);
  for (std::string word; std::getline(words, word, ',');) {
    ranges.push_back(parse_range(word, text));
  }
  if (ranges.empty()) throw bad_ranges(text);
  return ranges;
}

bool contains(const std::vector<PageRange>& ranges, int page) {
  if (ranges.empty()) return true;
  for (const PageRange& range : ranges) {
    if (page >= range.first && (range.last == 0 || page <= range.last)) return true;
  }
  return false;
}

int worker_count(const Settings& settings) {
  if (settings.jobs > 0) return settings.jobs;
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

}  // namespace sohoa
