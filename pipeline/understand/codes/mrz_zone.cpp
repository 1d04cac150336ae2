#include "pipeline/understand/codes/mrz_zone.h"

#include <algorithm>

#include "pipeline/understand/codes/members.h"
#include "pipeline/understand/codes/mrz_lines.h"

namespace sohoa {

namespace {

constexpr char kVietnam[] = "VNM";

// Of Vietnamese documents; A a letter or filler, 9 a digit, < a filler, . anything.
constexpr char kCardFirst[] = "AAAAA9999999999999999999999<<9";
constexpr char kCardSecond[] = "9999999A9999999AAA<<<<<<<<<<<9";
constexpr char kPassportFirst[] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
constexpr char kPassportSecond[] = "A9999999<9AAA9999999A9999999..............99";
// Of others: their numbers and optional data may have letters.
constexpr char kForeignCardFirst[] = "AAAAA.........................";
constexpr char kForeignPassportSecond[] = ".........9AAA9999999A9999999...............9";

using Zone = std::vector<std::string>;
std::string without_fillers(std::string text) {
  text.erase(text.find_last_not_of('<') + 1);
  return text;
}

std::string spaced(std::string names) {
  std::replace(names.begin(), names.end(), '<', ' ');
  std::string text;
  for (const std::string& name : members_of(names, ' ')) {
    if (!name.empty()) text += (text.empty() ? "" : " ") + name;
  }
  return text;
}

/// Six digits yyMMdd in the century that they are of.
std::string date_of(const std::string& digits, int century) {
  if (!is_digits(digits, 6)) return "";
  return iso_date(digits.substr(4, 2) + digits.substr(2, 2) + std::to_string(century / 100) +
                  digits.substr(0, 2));
}

/// A person is born before the document ends; documents end in this century.
void set_dates(Mrz& mrz, const std::string& birth, const std::string& expiry) {
  mrz.expiry_date = date_of(expiry, 2000);
  mrz.birth_date = date_of(birth, birth.substr(0, 2) < expiry.substr(0, 2) ? 2000 : 1900);
  const std::optional<PersonalNumber> number = personal_number(mrz.personal_number);
  if (!number || !is_digits(birth, 6)) return;
  if (std::to_string(number->birth_year % 100 + 100).substr(1) != birth.substr(0, 2)) return;
  mrz.birth_date = date_of(birth, number->birth_year / 100 * 100);
}

void set_names(Mrz& mrz, const std::string& field) {
  const std::string names = with_fillers(field);
  const std::size_t parted = names.find("<<");
  mrz.family_name = spaced(names.substr(0, parted));
  if (parted != std::string::npos) mrz.given_names = spaced(names.substr(parted));
}

std::optional<Sex> sex_of(char c) {
  if (c == 'M') return Sex::kMale;
  if (c == 'F') return Sex::kFemale;
  return std::nullopt;
}

void check(Mrz& mrz, MrzCheck what, const std::string& text, char digit) {
  if (mrz_check_digit(text) != digit) mrz.failed.push_back(what);
}

/// Part 5, 4.2.2. A number longer than nine goes on in the optional data, after a filler in place
/// of its check digit.
void set_card_number(Mrz& mrz, const std::string& first) {
  std::string number = first.substr(5, 9), digit = first.substr(14, 1);
  if (digit == "<") {
    const std::string more = first.substr(15, first.find('<', 15) - 15);
    if (!more.empty()) {
      number += more.substr(0, more.size() - 1);
      digit = more.back();
    }
  }
  mrz.document_number = without_fillers(number);
  check(mrz, MrzCheck::kDocumentNumber, number, digit[0]);
}

Mrz card_of(const Zone& zone) {
  const std::string &first = zone[0], &second = zone[1];
  Mrz mrz;
  mrz.kind = MrzKind::kTd1;
  mrz.issuer = without_fillers(first.substr(2, 3));
  set_card_number(mrz, first);
  if (is_digits(first.substr(15, 12), 12)) mrz.personal_number = first.substr(15, 12);
  mrz.sex = sex_of(second[7]);
  mrz.nationality = without_fillers(second.substr(15, 3));
  set_dates(mrz, second.substr(0, 6), second.substr(8, 6));
  set_names(mrz, zone[2]);
  check(mrz, MrzCheck::kBirthDate, second.substr(0, 6), second[6]);
  check(mrz, MrzCheck::kExpiryDate, second.substr(8, 6), second[14]);
  check(mrz, MrzCheck::kWhole,
        first.substr(5) + second.substr(0, 7) + second.substr(8, 7) + second.substr(18, 11),
        second[29]);
  return mrz;
}

/// Part 4, 4.2.2.
Mrz passport_of(const Zone& zone) {
  const std::string& second = zone[1];
  const std::string optional = second.substr(28, 14);
  Mrz mrz;
  mrz.kind = MrzKind::kTd3;
  mrz.issuer = without_fillers(zone[0].substr(2, 3));
  mrz.document_number = without_fillers(second.substr(0, 9));
  if (is_digits(optional.substr(0, 12), 12)) mrz.personal_number = optional.substr(0, 12);
  mrz.sex = sex_of(second[20]);
  mrz.nationality = without_fillers(second.substr(10, 3));
  set_dates(mrz, second.substr(13, 6), second.substr(21, 6));
  set_names(mrz, zone[0].substr(5));
  check(mrz, MrzCheck::kDocumentNumber, second.substr(0, 9), second[9]);
  check(mrz, MrzCheck::kBirthDate, second.substr(13, 6), second[19]);
  check(mrz, MrzCheck::kExpiryDate, second.substr(21, 6), second[27]);
  const bool no_digit = second[42] == '<' && without_fillers(optional).empty();
  if (!no_digit) check(mrz, MrzCheck::kOptionalData, optional, second[42]);
  check(mrz, MrzCheck::kWhole, second.substr(0, 10) + second.substr(13, 7) + second.substr(21, 22),
        second[43]);
  return mrz;
}

Zone repaired_zone(const Zone& zone, MrzKind kind) {
  const bool card = kind == MrzKind::kTd1;
  Zone result = zone;
  result[0] = repaired(zone[0], card ? kForeignCardFirst : kPassportFirst);
  const bool ours = result[0].substr(2, 3) == kVietnam;
  if (card && ours) result[0] = repaired(zone[0], kCardFirst);
  const char* passport = ours ? kPassportSecond : kForeignPassportSecond;
  result[1] = repaired(zone[1], card ? kCardSecond : passport);
  if (card) result[2] = repaired(zone[2], kPassportFirst);
  return result;
}

Mrz mrz_of(const Zone& zone, MrzKind kind) {
  return kind == MrzKind::kTd1 ? card_of(zone) : passport_of(zone);
}

bool looks_like_zone(const Zone& zone, MrzKind kind) {
  const std::string first = kind == MrzKind::kTd1 ? "IAC" : "P";
  if (first.find(zone[0][0]) == std::string::npos) return false;
  const Zone best = repaired_zone(zone, kind);
  const std::size_t birth = kind == MrzKind::kTd1 ? 0 : 13, expiry = kind == MrzKind::kTd1 ? 8 : 21;
  return is_digits(best[1].substr(birth, 6), 6) && is_digits(best[1].substr(expiry, 6), 6);
}

}  // namespace

std::optional<Mrz> read_zone(const Zone& zone, MrzKind kind) {
  if (!looks_like_zone(zone, kind)) return std::nullopt;
  const Mrz as_read = mrz_of(zone, kind);
  const Zone other = repaired_zone(zone, kind);
  if (other == zone) return as_read;
  Mrz mrz = mrz_of(other, kind);
  mrz.repaired = true;
  return mrz.failed.empty() ? mrz : as_read;
}

char mrz_check_digit(const std::string& text) {
  constexpr int kWeights[] = {7, 3, 1};
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    int value = 0;
    if (c >= '0' && c <= '9') value = c - '0';
    if (c >= 'A' && c <= 'Z') value = c - 'A' + 10;
    sum += value * kWeights[i % 3];
  }
  return static_cast<char>('0' + sum % 10);
}

}  // namespace sohoa
