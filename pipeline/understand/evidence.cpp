#include "pipeline/understand/evidence.h"

#include <algorithm>
#include <array>
#include <utility>

#include "pipeline/understand/codes/read_codes.h"
#include "pipeline/understand/codes/separator_code.h"
#include "pipeline/understand/find_in.h"
#include "pipeline/understand/marks/marks.h"

namespace sohoa {

namespace {

constexpr double kTopShare = 0.3;  // of the page, where its first words stand
constexpr double kAlike = 0.86;

bool begins_with(const PageView& page, const Letters& words) {
  return std::any_of(page.lines.begin(), page.lines.end(), [&](const ViewLine& line) {
    return line.mm.top < kTopShare * page.height_mm && line.letters.size() >= words.size() &&
           likeness(std::span(line.letters).first(words.size()), words, kAlike) > 0;
  });
}

bool is_annex(const PageView& page) {
  static const std::array<Letters, 3> kWords = {letters_of("Phụ lục"), letters_of("Kèm theo"),
                                                letters_of("Ban hành kèm theo")};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](const Letters& words) { return begins_with(page, words); });
}

}  // namespace

EvidenceReader::EvidenceReader(const Knowledge& knowledge)
    : knowledge_(knowledge), titles_(knowledge), closings_(knowledge.signers) {
  for (const PaperKind& kind : knowledge.kinds) {
    for (const std::string& begin : kind.inside) inside_.push_back({&kind, letters_of(begin)});
  }
}

PageEvidence EvidenceReader::look_at(const ScannedPage& scan, const CleanPage& clean,
                                     const TextPage& text, int sequence) const {
  PageView view = view_of(text, sequence);
  const Matrix upright =
      quarter_turn_matrix(clean.quarter_turns, scan.pixels.width, scan.pixels.height);
  view.codes = read_codes(scan.pixels, scan.dpi);
  for (Code& code : view.codes) code.box = upright * code.box;
  view.marks = find_marks(scan, clean, text);
  PageEvidence evidence = weigh(std::move(view));
  evidence.fingerprint = fingerprint_of(clean);
  return evidence;
}

PageEvidence EvidenceReader::weigh(PageView view) const {
  PageEvidence evidence;
  PageSigns& signs = evidence.signs;
  signs.first = look_at_first_page(view, titles_);
  signs.number = find_page_number(view);
  const std::optional<Closing> closing = closings_.find(view);
  signs.ends = closing && (closing->signer || !closing->receivers.empty());
  signs.annex = !signs.first.head && is_annex(view);
  for (const Inside& inside : inside_) {
    if (begins_with(view, inside.begin)) signs.inside.push_back(inside.kind);
  }
  for (const Code& code : view.codes) {
    if (!evidence.separator) evidence.separator = separator_code(code);
    if (code.kind == CodeKind::kQr && !evidence.official)
      evidence.official = one_stop_qr(code.text);
  }
  signs.official_qr = evidence.official.has_value();
  signs.width_mm = view.width_mm;
  signs.height_mm = view.height_mm;
  evidence.classification = classify(view, signs.first, knowledge_);
  evidence.view = std::move(view);
  return evidence;
}

}  // namespace sohoa
