#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sohoa {

/// Unicode normalization form C (UAX #15, by utf8proc). Bytes that are not UTF-8 become U+FFFD.
std::string to_nfc(std::string_view text);

bool is_utf8(std::string_view text);
bool is_nfc(std::string_view text);

/// Code points of UTF-8 text; bytes that are not UTF-8 become U+FFFD.
std::u32string to_code_points(std::string_view text);
std::string to_utf8(std::u32string_view code_points);

/// The text with tone and vowel marks taken off and đ turned into d, lower case: for search and
/// for telling a wrong mark from a wrong letter.
std::string without_marks(std::string_view text);

/// NFC without differences of case (Unicode case folding): equal for names that a file system which
/// ignores case takes for one.
std::string case_folded(std::string_view text);

/// The first letter as a capital, the others as small letters: how Vietnamese spells a syllable of
/// a name that is printed in capitals.
std::string capitalized(std::string_view word);

/// Pieces between runs of white space (ASCII white space and U+00A0).
std::vector<std::string> split_words(std::string_view text);

/// Text that can stand in XML 1.0 character data and attributes: & < > " ' escaped, control
/// characters that XML forbids dropped.
std::string xml_escaped(std::string_view text);

/// As people order file names: runs of digits by value ("page 2" before "page 10"), the rest by
/// bytes. A strict weak ordering.
bool natural_less(std::string_view a, std::string_view b);

}  // namespace sohoa
