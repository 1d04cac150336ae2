#include "samples/world.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "pipeline/base/text.h"
#include "samples/letters.h"

namespace sohoa {

namespace {

constexpr const char* kFamilies[] = {"Nguyễn", "Trần", "Lê",   "Phạm", "Hoàng", "Huỳnh", "Phan",
                                     "Vũ",     "Võ",   "Đặng", "Bùi",  "Đỗ",    "Hồ",    "Ngô",
                                     "Dương",  "Lý",   "Đinh", "Mạc",  "Tạ",    "Lương", "Trịnh"};
constexpr const char* kMaleMiddles[] = {"Văn", "Hữu", "Đức",  "Minh", "Quang", "Công",
                                        "Gia", "Thế", "Xuân", "Viết", "Trọng", "Đình"};
constexpr const char* kMaleNames[] = {"An",   "Bình",  "Cường", "Dũng",  "Hải",  "Hùng",
                                      "Khôi", "Lợi",   "Mạnh",  "Nghĩa", "Phúc", "Quý",
                                      "Sỹ",   "Thắng", "Tuấn",  "Việt",  "Vỹ",   "Đạt"};
constexpr const char* kFemaleMiddles[] = {"Thị",      "Thị Thu", "Ngọc",  "Thanh", "Thị Mỹ",
                                          "Thị Bích", "Phương",  "Khánh", "Diệu",  "Thị Kim"};
constexpr const char* kFemaleNames[] = {"Ánh",   "Bưởi", "Chi",  "Duyên", "Hạnh",  "Hằng",
                                        "Hòa",   "Huệ",  "Lệ",   "Ly",    "Ngân",  "Nhạn",
                                        "Quỳnh", "Thảo", "Thủy", "Trâm",  "Tuyết", "Yến"};
constexpr const char* kFirstSyllables[] = {"An", "Bình",  "Đông",  "Hòa", "Hưng",  "Long",
                                           "Mỹ", "Nghĩa", "Phước", "Tân", "Thạnh", "Vĩnh"};
constexpr const char* kLastSyllables[] = {"Lĩnh", "Giang", "Khê",  "Trạch", "Sơn Hạ", "Thượng",
                                          "Thủy", "Phú",   "Điền", "Châu",  "Lộc Hạ", "Ngãi Đông"};
constexpr const char* kProvinces[] = {"Nam Giang", "Sơn Hà Bắc", "Đông Lĩnh", "Thanh Khê",
                                      "Hải Sơn",   "Phú Giang",  "Tây Lộc",   "Trường Hải"};
constexpr const char* kHamlets[] = {"thôn Đông Hạ", "thôn Thượng",  "thôn Ngõ Quán",
                                    "ấp Bờ Xoài",   "xóm Đình",     "thôn Cầu Gỗ",
                                    "tổ dân phố 7", "thôn Bãi Dâu", "ấp Mỹ Đức"};
constexpr const char* kCodes[] = {"027", "034", "038", "046", "051", "060", "079", "086", "092"};
constexpr const char* kPeoples[] = {"Kinh", "Kinh", "Kinh", "Kinh", "Kinh", "Tày", "Mường", "Hrê"};

constexpr int kDaysOf[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

int days_in(int month, int year) {
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return kDaysOf[month - 1] + (month == 2 && leap ? 1 : 0);
}

Date some_date(Random& random, int from_year, int to_year) {
  Date date;
  date.year = random.whole(from_year, to_year);
  date.month = random.whole(1, 12);
  date.day = random.whole(1, days_in(date.month, date.year));
  return date;
}

std::string digits(Random& random, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += static_cast<char>('0' + random.whole(0, 9));
  return text;
}

constexpr const char* kUnits[] = {"không", "một", "hai", "ba",  "bốn",
                                  "năm",   "sáu", "bảy", "tám", "chín"};

/// Below one thousand; `full` says the hundreds even when there are none.
std::string spelled_group(int number, bool full) {
  std::string text;
  const int hundreds = number / 100, tens = number / 10 % 10, units = number % 10;
  if (hundreds > 0 || full) text += std::string(kUnits[hundreds]) + " trăm ";
  if (tens == 0 && units > 0 && !text.empty()) text += "linh ";
  if (tens == 1) text += "mười ";
  if (tens > 1) text += std::string(kUnits[tens]) + " mươi ";
  if (units == 1 && tens > 1) {
    text += "mốt ";
  } else if (units == 5 && tens > 0) {
    text += "lăm ";
  } else if (units > 0) {
    text += std::string(kUnits[units]) + " ";
  }
  return text;
}

Parcel some_parcel(Random& random) {
  Parcel parcel;
  parcel.map_sheet = random.whole(2, 48);
  parcel.number = random.whole(11, 620);
  parcel.area_m2 = random.whole(720, 4800) / 10.0;
  parcel.serial =
      std::string(1, static_cast<char>('A' + random.whole(0, 2))) + "A 099" + digits(random, 5);
  parcel.register_number = "CN 99" + digits(random, 3);
  parcel.issued = some_date(random, 2012, 2022);
  return parcel;
}

Shop some_shop(Random& random, const Person& owner) {
  static constexpr std::pair<const char*, const char*> kTrades[] = {
      {"Tạp hóa", "Bán lẻ hàng tạp hóa"},
      {"Quán ăn", "Nhà hàng và dịch vụ ăn uống phục vụ lưu động"},
      {"May đo", "May trang phục, sửa chữa quần áo"},
      {"Sửa xe", "Bảo dưỡng, sửa chữa mô tô, xe máy"},
  };
  const auto& [name, trade] = random.pick(kTrades);
  return {std::string("Hộ kinh doanh ") + name + " " + owner.given, trade,
          random.whole(5, 60) * 10'000'000LL};
}

}  // namespace

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string month_digits(int month) { return (month < 3 ? "0" : "") + std::to_string(month); }

std::string slashed(const Date& date) {
  return two_digits(date.day) + "/" + two_digits(date.month) + "/" + std::to_string(date.year);
}

std::string compact(const Date& date) {
  return two_digits(date.day) + two_digits(date.month) + std::to_string(date.year);
}

std::string spelled(const Date& date) {
  return "ngày " + two_digits(date.day) + " tháng " + month_digits(date.month) + " năm " +
         std::to_string(date.year);
}

std::string iso(const Date& date) {
  return std::to_string(date.year) + "-" + two_digits(date.month) + "-" + two_digits(date.day);
}

std::string in_words(const Date& date) {
  return "Ngày " + spelled_number(date.day) + ", tháng " + spelled_number(date.month) + ", năm " +
         spelled_number(date.year);
}

Date days_later(Date date, int days) {
  date.day += days;
  while (date.day > days_in(date.month, date.year)) {
    date.day -= days_in(date.month, date.year);
    if (++date.month > 12) date = {date.day, 1, date.year + 1};
  }
  while (date.day < 1) {
    if (--date.month < 1) date = {date.day, 12, date.year - 1};
    date.day += days_in(date.month, date.year);
  }
  return date;
}

std::string spelled_number(long long number) {
  if (number == 0) return kUnits[0];
  static constexpr std::array<std::pair<long long, const char*>, 4> kGroups = {
      {{1'000'000'000, "tỷ "}, {1'000'000, "triệu "}, {1'000, "nghìn "}, {1, ""}}};
  std::string text;
  for (const auto& [size, name] : kGroups) {
    const int group = static_cast<int>(number / size % 1000);
    if (group > 0) text += spelled_group(group, !text.empty()) + name;
  }
  text.pop_back();
  return text;
}

std::string grouped(long long number) {
  std::string text = std::to_string(number);
  for (int at = static_cast<int>(text.size()) - 3; at > 0; at -= 3) {
    text.insert(static_cast<std::size_t>(at), ".");
  }
  return text;
}

std::string upper(const std::string& text) {
  static const std::u32string letters = marked_letters();  // the lower case, then the upper
  std::u32string result;
  const std::size_t half = letters.size() / 2;
  for (char32_t c : to_code_points(text)) {
    if (c >= U'a' && c <= U'z') c -= 32;
    const std::size_t at = letters.find(c);
    if (at < half) c = letters[at + half];
    result += c;
  }
  return to_utf8(result);
}

std::string lower(const std::string& text) {
  static const std::u32string letters = marked_letters();
  std::u32string result;
  const std::size_t half = letters.size() / 2;
  for (char32_t c : to_code_points(text)) {
    if (c >= U'A' && c <= U'Z') c += 32;
    const std::size_t at = letters.find(c);
    if (at != std::u32string::npos && at >= half) c = letters[at - half];
    result += c;
  }
  return to_utf8(result);
}

std::string sentence(const std::string& text) {
  const std::u32string letters = to_code_points(text);
  return upper(to_utf8(letters.substr(0, 1))) + to_utf8(letters.substr(1));
}

Place some_place(Random& random) {
  Place place;
  place.seat = std::string(random.pick(kFirstSyllables)) + " " + random.pick(kLastSyllables);
  place.commune = (random.chance(0.7) ? "xã " : "phường ") + place.seat;
  place.hamlet = random.pick(kHamlets);
  place.province = std::string("tỉnh ") + random.pick(kProvinces);
  place.code = random.pick(kCodes);
  return place;
}

std::string personal_number(Random& random, const std::string& province_code, Sex sex, int year) {
  const int century = (year / 100 - 19) * 2 + (sex == Sex::kFemale ? 1 : 0);
  return province_code + std::to_string(century) + two_digits(year % 100) + "99" +
         digits(random, 4);
}

Person some_person(Random& random, const Place& home, Sex sex, int born_from, int born_to) {
  Person person;
  person.sex = sex;
  person.family = random.pick(kFamilies);
  if (sex == Sex::kMale) {
    person.given = std::string(random.pick(kMaleMiddles)) + " " + random.pick(kMaleNames);
  } else {
    person.given = std::string(random.pick(kFemaleMiddles)) + " " + random.pick(kFemaleNames);
  }
  person.born = some_date(random, born_from, born_to);
  person.number = personal_number(random, home.code, sex, person.born.year);
  person.issued = some_date(random, 2021, 2025);
  person.people = random.pick(kPeoples);
  person.phone = "0900 " + digits(random, 3) + " " + digits(random, 3);
  person.home = home;
  person.home.hamlet = random.pick(kHamlets);
  return person;
}

Case some_case(std::uint64_t seed) {
  Random random(seed, "case");
  Case it;
  it.seed = seed;
  it.place = some_place(random);
  it.received = some_date(random, 2026, 2026);
  it.applicant = some_person(random, it.place, Sex::kFemale, 1988, 1999);
  it.spouse = some_person(random, it.place, Sex::kMale, 1985, 1997);
  it.spouse.home.hamlet = it.applicant.home.hamlet;
  it.child = some_person(random, it.applicant.home, random.chance(0.5) ? Sex::kMale : Sex::kFemale,
                         2026, 2026);
  it.child.family = it.spouse.family;
  it.child.people = it.spouse.people;
  it.child.born = days_later(it.received, -random.whole(9, 40));
  it.child.home = it.applicant.home;
  it.child.number = personal_number(random, it.place.code, it.child.sex, it.child.born.year);
  it.neighbour = some_person(random, it.place, Sex::kMale, 1956, 1972);
  it.chairman = some_person(random, it.place, Sex::kMale, 1970, 1982);
  it.clerk = some_person(random, it.place, Sex::kFemale, 1985, 1998);
  it.parcel = some_parcel(random);
  it.shop = some_shop(random, it.applicant);
  const Date& day = it.received;
  it.dossier_code = "000.00." + two_digits(random.whole(1, 40)) + ".H99-" +
                    two_digits(day.year % 100) + two_digits(day.month) + two_digits(day.day) + "-" +
                    "00" + two_digits(random.whole(1, 60));
  it.by_hand = random.chance(0.5);
  return it;
}

}  // namespace sohoa
