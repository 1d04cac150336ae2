#include "pipeline/understand/closing.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "pipeline/understand/find_in.h"
#include "pipeline/understand/person_name.h"
#include "pipeline/understand/printed_case.h"

namespace sohoa {

namespace {

constexpr double kColumnGapMm = 8;
constexpr double kCapitalsMin = 0.8;
constexpr double kBeginLikenessMin = 0.93;
constexpr std::size_t kPositionLettersMin = 7;
constexpr double kRoleLikenessMin = 0.85;
constexpr double kNameBelowMm = 60;      // at most, below the last line of the position
constexpr double kNameOffCentreMm = 24;  // signatures are not set by machine, names are
constexpr double kLinesTogetherMm = 9;   // of one signer's authority and position
constexpr double kCentresTogetherMm = 22;
constexpr double kReceiversGapMm = 8;
constexpr std::size_t kReceiversMax = 20;

std::vector<Letters> letters_of_all(const std::vector<std::string>& texts) {
  std::vector<Letters> all;
  for (const std::string& text : texts) all.push_back(letters_of(text));
  return all;
}

/// Lines that say in whose name and office somebody signs.
struct SignerBlock {
  Closing closing;
  Box box;  // mm
};

std::vector<WordRange> all_pieces(const PageView& page) {
  std::vector<WordRange> pieces;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    for (const WordRange& piece : pieces_of(page, i, kColumnGapMm)) pieces.push_back(piece);
  }
  std::stable_sort(pieces.begin(), pieces.end(), [&](const WordRange& a, const WordRange& b) {
    return mm_of(page, a).centre().y < mm_of(page, b).centre().y;
  });
  return pieces;
}

/// The name that stands nearest below `above`, on its axis.
std::optional<WordRange> name_below(const PageView& page, const std::vector<WordRange>& pieces,
                                    const Box& above, const SignerWords& words) {
  std::optional<WordRange> best;
  double best_cost = 0;
  for (const WordRange& piece : pieces) {
    const Box mm = mm_of(page, piece);
    const double below = mm.top - above.bottom;
    const double off = std::abs(mm.centre().x - above.centre().x);
    if (below < 0 || below > kNameBelowMm || off > kNameOffCentreMm) continue;
    const std::string text = text_of(page, piece);
    if (!looks_like_name(text)) continue;
    const std::string name = normalized_name(text);
    // The family name tells a name from a position in small letters; then the nearest.
    const double cost = below + off + (has_family_name(name, words.family_names) ? 0 : 60);
    if (best && cost >= best_cost) continue;
    best = piece;
    best_cost = cost;
  }
  return best;
}

std::vector<WordRange> find_receivers(const PageView& page) {
  static const Letters kReceivers = letters_of("Nơi nhận");
  std::vector<WordRange> receivers;
  for (std::size_t i = 0; i < page.lines.size() && receivers.empty(); ++i) {
    const WordRange head = pieces_of(page, i, kColumnGapMm).front();
    const Letters letters = letters_of(page, head);
    if (letters.size() < kReceivers.size()) continue;
    if (likeness(std::span(letters).first(kReceivers.size()), kReceivers, 0.8) <= 0) continue;
    Box last = mm_of(page, head);
    for (std::size_t j = 0; j < page.lines.size() && receivers.size() < kReceiversMax; ++j) {
      const WordRange piece = pieces_of(page, j, kColumnGapMm).front();
      const Box mm = mm_of(page, piece);
      const bool below = mm.centre().y > last.bottom && mm.top - last.bottom < kReceiversGapMm;
      if (!below || mm.left > last.right || mm.left < last.left - kReceiversGapMm) continue;
      receivers.push_back(piece);
      last = {last.left, mm.top, std::max(last.right, mm.right), mm.bottom};
    }
  }
  return receivers;
}

/// Whether "(Ký, ghi rõ họ tên)" stands right below the piece.
bool says_sign_here(const PageView& page, const std::vector<WordRange>& pieces,
                    const WordRange& piece) {
  static const Letters kSign = letters_of("Ký ghi rõ");
  const Box above = mm_of(page, piece);
  return std::any_of(pieces.begin(), pieces.end(), [&](const WordRange& note) {
    const Box mm = mm_of(page, note);
    const bool below = mm.top > above.centre().y && mm.top - above.bottom < kLinesTogetherMm &&
                       std::abs(mm.centre().x - above.centre().x) < kCentresTogetherMm;
    return below && text_of(page, note).starts_with('(') &&
           find_in(letters_of(page, note), kSign, 0.8).has_value();
  });
}

}  // namespace

ClosingFinder::ClosingFinder(const SignerWords& words)
    : words_(words),
      positions_(letters_of_all(words.positions)),
      declarants_(letters_of_all(words.declarants)) {}

std::optional<Closing> ClosingFinder::find(const PageView& page) const {
  const std::vector<WordRange> pieces = all_pieces(page);
  std::vector<SignerBlock> blocks;
  for (const WordRange& piece : pieces) {
    const Box mm = mm_of(page, piece);
    const auto joins = [&](const SignerBlock& one) {
      return mm.top - one.box.bottom < kLinesTogetherMm &&
             std::abs(mm.centre().x - one.box.centre().x) < kCentresTogetherMm;
    };
    auto block = std::find_if(blocks.rbegin(), blocks.rend(), joins);
    Role role = role_of(page, piece);
    // Offices signed for and positions may take two lines.
    const bool more = role == Role::kNone && block != blocks.rend() &&
                      capital_share(text_of(page, piece)) > kCapitalsMin;
    if (more) role = block->closing.position.empty() ? Role::kAuthority : Role::kPosition;
    if (role == Role::kNone && says_sign_here(page, pieces, piece)) role = Role::kDeclarant;
    if (role == Role::kNone) continue;
    if (block == blocks.rend()) {
      blocks.push_back({});
      block = blocks.rbegin();
    }
    block->box = bounds(block->box, mm);
    block->closing.of_declarant |= role == Role::kDeclarant;
    (role == Role::kAuthority ? block->closing.authority : block->closing.position)
        .push_back(piece);
  }
  std::optional<Closing> best;
  Box best_box;
  for (SignerBlock& block : blocks) {
    block.closing.signer = name_below(page, pieces, block.box, words_);
    // Officers before citizens, who has a name before who has none, then the lowest, the rightmost.
    const auto rank = [&](const Closing& closing, const Box& box) {
      return std::tuple(!closing.of_declarant && closing.signer.has_value(),
                        closing.signer.has_value(), std::round(box.top / kLinesTogetherMm),
                        box.left);
    };
    if (best && rank(block.closing, block.box) <= rank(*best, best_box)) continue;
    best = block.closing;
    best_box = block.box;
  }
  if (best) best->receivers = find_receivers(page);
  return best;
}

std::string ClosingFinder::position_in_right_case(const std::string& position) const {
  const Letters letters = letters_of(position);
  double best = kRoleLikenessMin;
  std::string spelling = in_sentence_case(position);
  for (std::size_t i = 0; i < positions_.size(); ++i) {
    const double alike = likeness(letters, positions_[i], best);
    if (alike < best || alike == 0) continue;
    best = alike;
    spelling = words_.positions[i];
  }
  return spelling;
}

ClosingFinder::Role ClosingFinder::role_of(const PageView& page, const WordRange& piece) const {
  const std::string text = text_of(page, piece);
  if (capital_share(text) < kCapitalsMin) {
    // Forms print "Người yêu cầu" in small letters, with a note in brackets below.
    const Letters letters = letters_of(text);
    for (const Letters& declarant : declarants_) {
      if (likeness(letters, declarant, kRoleLikenessMin) > 0) return Role::kDeclarant;
    }
    return Role::kNone;
  }
  const Letters letters = letters_of(text);
  // "KT. CHỦ TỊCH"; a seal may hide the first letter.
  const std::size_t stop = text.find('.');
  constexpr std::size_t kAuthorityBytesMax = 4;
  if (stop != std::string::npos && stop > 0 && stop <= kAuthorityBytesMax &&
      stop + 1 < text.size()) {
    return Role::kAuthority;
  }
  const auto like_one = [&](const std::vector<Letters>& all) {
    return std::any_of(all.begin(), all.end(), [&](const Letters& one) {
      return likeness(letters, one, kRoleLikenessMin) > 0;
    });
  };
  // "GIÁM ĐỐC TRUNG TÂM …": a position and its office.
  const bool begins_with_position =
      std::any_of(positions_.begin(), positions_.end(), [&](const Letters& one) {
        return letters.size() > one.size() && one.size() >= kPositionLettersMin &&
               likeness(std::span(letters).first(one.size()), one, kBeginLikenessMin) > 0;
      });
  // "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …" below a title is who decides, not who signs.
  const Box mm = mm_of(page, piece);
  if (begins_with_position && mm.left > page.width_mm / 3) return Role::kPosition;
  if (like_one(positions_)) return Role::kPosition;
  // "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …" is no signer but who decides, unless it ends the page.
  return like_one(declarants_) ? Role::kDeclarant : Role::kNone;
}

}  // namespace sohoa
