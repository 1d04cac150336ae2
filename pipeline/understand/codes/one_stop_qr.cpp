#include "pipeline/understand/codes/one_stop_qr.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "models/papers/identifiers.h"
#include "pipeline/base/json.h"
#include "pipeline/base/text.h"
#include "pipeline/understand/codes/members.h"

namespace sohoa {

namespace {

constexpr std::size_t kMembersMax = 40;

// How names begin, without marks. A paper's is its type first (decree 30/2020; circular 03/2025).
constexpr std::array<std::string_view, 12> kPaperWords = {
    "giay ", "phieu ",    "van ban ",  "so ",      "quyet dinh", "thong bao",
    "to ",   "trich luc", "chung chi", "ban sao ", "giay phep",  "cong van"};
constexpr std::array<std::string_view, 6> kSystemWords = {
    "he thong", "cong dich vu", "cong thong tin", "phan mem", "https://", "http://"};
constexpr std::string_view kReceiptWords = "hen tra";

/// The strings and numbers of an object, or nothing.
std::vector<std::string> values_of_json(const std::string& text) {
  const Json object = Json::parse(text, nullptr, false);
  if (!object.is_object()) return {};
  std::vector<std::string> values;
  for (const Json& value : object) {
    if (value.is_string()) values.push_back(value.get<std::string>());
    if (value.is_number_integer()) values.push_back(value.dump());
  }
  return values;
}

std::vector<std::string> members_in(const std::string& text) {
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) return {};
  if (text[text.find_first_not_of(" \t\r\n")] == '{') return values_of_json(text);
  for (const char separator : {'|', ';', '\n'}) {
    if (text.find(separator) != std::string::npos) return members_of(text, separator);
  }
  return {};
}

template <std::size_t Count>
bool begins_with_one(const std::string& text, const std::array<std::string_view, Count>& words) {
  const std::string plain = without_marks(text);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return plain.starts_with(word); });
}

bool is_owner_id(const std::string& text) {
  return personal_number(text) || is_digits(text, 9) || is_digits(text, 10) ||
         is_like(text, "9999999999-999");
}

/// `Mã hồ sơ: 000.00…` without the words before the colon.
std::string without_label(const std::string& member) {
  const std::size_t colon = member.find(": ");
  if (colon == std::string::npos) return member;
  if (std::any_of(member.begin(), member.begin() + static_cast<std::ptrdiff_t>(colon),
                  [](char c) { return c >= '0' && c <= '9'; })) {
    return member;
  }
  return std::string(trimmed(std::string_view(member).substr(colon + 1)));
}

/// The place for a member, by its pattern; none when nothing fits.
std::string* place_of(OneStopQr& qr, const std::string& member, const std::string& date) {
  if (is_dossier_code(member)) return &qr.dossier_code;
  if (is_procedure_code(member)) return &qr.procedure_code;
  if (is_owner_id(member)) return &qr.owner_id;
  if (!date.empty()) return qr.issued.empty() ? &qr.issued : &qr.valid_until;
  if (begins_with_one(member, kSystemWords)) return &qr.source_system;
  if (begins_with_one(member, kPaperWords)) return &qr.paper_name;
  return nullptr;
}

void take(OneStopQr& qr, const std::string& member) {
  const std::string date = iso_date_of_time(member);
  std::string* place = place_of(qr, member, date);
  if (place == nullptr || !place->empty()) {
    qr.unknown.push_back(member);
  } else {
    *place = date.empty() ? member : date;
  }
}

/// Two dates are in the order of time, whatever that of the members.
void order_dates(OneStopQr& qr) {
  if (!qr.valid_until.empty() && qr.valid_until < qr.issued) std::swap(qr.valid_until, qr.issued);
  const bool receipt = without_marks(qr.paper_name).find(kReceiptWords) != std::string::npos;
  if (receipt) std::swap(qr.appointment, qr.valid_until);
}

}  // namespace

std::optional<OneStopQr> one_stop_qr(const std::string& text) {
  if (text.size() > kCodeTextBytesMax || !is_utf8(text)) return std::nullopt;
  const std::vector<std::string> members = members_in(to_nfc(text));
  if (members.size() > kMembersMax) return std::nullopt;
  OneStopQr qr;
  for (const std::string& member : members) {
    if (!member.empty()) take(qr, without_label(member));
  }
  if (qr.dossier_code.empty() || (qr.procedure_code.empty() && qr.owner_id.empty())) {
    return std::nullopt;
  }
  order_dates(qr);
  return qr;
}

}  // namespace sohoa
