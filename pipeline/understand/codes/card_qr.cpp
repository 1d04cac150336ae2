#include "pipeline/understand/codes/card_qr.h"

#include "pipeline/base/text.h"
#include "pipeline/understand/codes/members.h"

namespace sohoa {

namespace {

enum Member { kNumber, kOldNumber, kName, kBirth, kSex, kResidence, kIssue, kMembersMin };

constexpr std::size_t kMembersMax = 16;

std::optional<Sex> sex_of(const std::string& word) {
  const std::string folded = case_folded(word);
  if (folded == case_folded("Nam")) return Sex::kMale;
  if (folded == case_folded("Nữ")) return Sex::kFemale;
  return std::nullopt;
}

bool is_old_number(const std::string& text) { return text.empty() || is_digits(text, 9); }

}  // namespace

std::optional<CardQr> card_qr(const std::string& text) {
  if (text.size() > kCodeTextBytesMax || !is_utf8(text)) return std::nullopt;
  const std::vector<std::string> members = members_of(text, '|');
  if (members.size() < kMembersMin || members.size() > kMembersMax) return std::nullopt;
  const std::optional<PersonalNumber> number = personal_number(members[kNumber]);
  const std::optional<Sex> sex = sex_of(members[kSex]);
  CardQr card;
  card.personal_number = members[kNumber];
  card.old_number = members[kOldNumber];
  card.name = to_nfc(members[kName]);
  card.birth_date = iso_date(members[kBirth]);
  card.residence = to_nfc(members[kResidence]);
  card.issue_date = iso_date(members[kIssue]);
  const bool whole = number && sex && is_old_number(card.old_number) && !card.name.empty() &&
                     !card.birth_date.empty() && !card.issue_date.empty();
  if (!whole) return std::nullopt;
  card.sex = *sex;
  card.agrees =
      number->sex == *sex && std::to_string(number->birth_year) == card.birth_date.substr(0, 4);
  return card;
}

}  // namespace sohoa
