#include "pipeline/understand/codes/mrz.h"

#include <algorithm>
#include <utility>

#include "pipeline/understand/codes/mrz_lines.h"
#include "pipeline/understand/codes/mrz_zone.h"

namespace sohoa {

namespace {

constexpr std::size_t kLinesMax = 2000;

struct Format {
  MrzKind kind;
  std::size_t lines;
  std::size_t length;
};
constexpr Format kFormats[] = {{MrzKind::kTd1, 3, 30}, {MrzKind::kTd3, 2, 44}};

struct ReadLine {
  std::string text;
  std::size_t index = 0;  // of the lines given
};

/// Lines of nothing but the zone's characters; short ones stand between the zone's at most.
std::vector<ReadLine> candidates(const std::vector<std::string>& lines) {
  constexpr std::size_t kShortest = 20;
  std::vector<ReadLine> found;
  for (std::size_t i = 0; i < std::min(lines.size(), kLinesMax); ++i) {
    const std::optional<std::string> text = mrz_characters(lines[i]);
    if (text && text->size() >= kShortest) found.push_back({*text, i});
  }
  return found;
}

std::optional<Mrz> read_at(const std::vector<ReadLine>& lines, std::size_t at,
                           const Format& format) {
  if (at + format.lines > lines.size()) return std::nullopt;
  std::vector<std::string> zone;
  std::vector<std::size_t> line_index;
  for (std::size_t i = at; i < at + format.lines; ++i) {
    const std::optional<std::string> line = fitted(lines[i].text, format.length);
    if (!line) return std::nullopt;
    zone.push_back(*line);
    line_index.push_back(lines[i].index);
  }
  std::optional<Mrz> mrz = read_zone(zone, format.kind);
  if (mrz) mrz->line_index = std::move(line_index);
  return mrz;
}

}  // namespace

std::optional<Mrz> read_mrz(const std::vector<std::string>& lines) {
  const std::vector<ReadLine> read = candidates(lines);
  std::optional<Mrz> doubtful;
  for (std::size_t at = 0; at < read.size(); ++at) {
    for (const Format& format : kFormats) {
      std::optional<Mrz> mrz = read_at(read, at, format);
      if (mrz && mrz->failed.empty()) return mrz;
      if (mrz && !doubtful) doubtful = std::move(mrz);
    }
  }
  return doubtful;
}

}  // namespace sohoa
