#include "samples/mrz.h"

#include "pipeline/base/text.h"

namespace sohoa {

namespace {

constexpr std::size_t kLineLength = 30;

std::string padded(std::string text, std::size_t length) {
  text.resize(length, '<');
  return text;
}

std::string short_date(const Date& date) {
  return two_digits(date.year % 100) + two_digits(date.month) + two_digits(date.day);
}

/// ASCII capitals, '<' between words.
std::string latin(const std::string& name) {
  std::string text;
  for (const char c : without_marks(name)) {
    text += c == ' ' ? '<' : static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

}  // namespace

char check_digit(const std::string& text) {
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

std::array<std::string, 3> machine_readable_zone(const Person& person, const Date& expires) {
  const std::string document = person.number.substr(3);
  const std::string optional = person.number + "<<" + check_digit(person.number);
  const std::string first = "IDVNM" + document + check_digit(document) + optional;
  const std::string born = short_date(person.born), ends = short_date(expires);
  const std::string sex = person.sex == Sex::kMale ? "M" : "F";
  std::string second = born + check_digit(born) + sex + ends + check_digit(ends) + "VNM";
  second = padded(second, kLineLength - 1);
  const std::string whole =
      first.substr(5) + second.substr(0, 7) + second.substr(8, 7) + second.substr(18, 11);
  second += check_digit(whole);
  return {first, second, padded(latin(person.family) + "<<" + latin(person.given), kLineLength)};
}

std::array<std::string, 2> passport_zone(const Person& person, const std::string& number,
                                         const Date& expires) {
  constexpr std::size_t kLength = 44, kNumberLength = 9, kOptionalLength = 14;
  const std::string document = padded(number, kNumberLength);
  const std::string born = short_date(person.born), ends = short_date(expires);
  const std::string optional = padded(person.number, kOptionalLength);
  const std::string sex = person.sex == Sex::kMale ? "M" : "F";
  const std::string held = document + check_digit(document);
  const std::string birth = born + check_digit(born);
  const std::string rest = ends + check_digit(ends) + optional + check_digit(optional);
  return {padded("P<VNM" + latin(person.family) + "<<" + latin(person.given), kLength),
          held + "VNM" + birth + sex + rest + check_digit(held + birth + rest)};
}

}  // namespace sohoa
