#pragma once

#include <string>

#include "samples/random.h"

namespace sohoa {

// Everything and everybody here is invented: provinces and communes do not exist, and the last six
// digits of every personal number are 990000 or more, which no province has ever counted up to.

struct Date {
  int day = 1;
  int month = 1;
  int year = 2026;
};

std::string slashed(const Date& date);   // 04/02/2026
std::string compact(const Date& date);   // 04022026
std::string spelled(const Date& date);   // ngày 04 tháng 02 năm 2026
std::string iso(const Date& date);       // 2026-02-04
std::string in_words(const Date& date);  // Ngày bốn, tháng hai, năm hai nghìn không trăm …
Date days_later(Date date, int days);
/// As decree 30 writes days and months: a zero before days 1–9 and months 1 and 2.
std::string two_digits(int number);
std::string month_digits(int month);

/// "mười lăm", "hai mươi mốt"; 0 … 999 999 999 999.
std::string spelled_number(long long number);

/// 1250000 → "1.250.000"
std::string grouped(long long number);

enum class Sex { kMale, kFemale };

struct Place {
  std::string hamlet;    // "thôn Đông Hạ"
  std::string commune;   // "xã Hòa Lĩnh"
  std::string province;  // "tỉnh Nam Giang"
  std::string seat;      // "Hòa Lĩnh", the place a letter is dated at
  std::string code;      // three digits, of the personal number
  std::string address() const { return hamlet + ", " + commune + ", " + province; }
};

struct Person {
  std::string family;  // "Nguyễn"
  std::string given;   // "Thị Thu Hà"
  Sex sex = Sex::kMale;
  Date born;
  std::string number;  // 12 digits
  Date issued;
  std::string people = "Kinh";
  std::string phone;
  Place home;
  std::string name() const { return family + " " + given; }
};

std::string upper(const std::string& text);
std::string lower(const std::string& text);
/// The first letter as a capital.
std::string sentence(const std::string& text);

Place some_place(Random& random);
Person some_person(Random& random, const Place& home, Sex sex, int born_from, int born_to);
std::string personal_number(Random& random, const std::string& province_code, Sex sex, int year);

/// A piece of land and its certificate.
struct Parcel {
  int map_sheet = 1;
  int number = 1;
  double area_m2 = 100;
  std::string serial;  // "AA 09912345"
  std::string register_number;
  Date issued;
};

struct Shop {
  std::string name;
  std::string trade;
  long long capital = 0;  // đồng
};

/// The people and the offices of one dossier.
struct Case {
  std::uint64_t seed = 0;
  Place place;  // of the commune that receives the dossier
  Date received;
  Person applicant;  // a woman, the mother of `child`
  Person spouse;     // a man
  Person child;
  Person neighbour;  // an older man
  Person chairman;   // of the commune's people's committee
  Person clerk;
  Parcel parcel;
  Shop shop;
  std::string dossier_code;
  bool by_hand = false;  // forms are filled by pen
};

Case some_case(std::uint64_t seed);

}  // namespace sohoa
