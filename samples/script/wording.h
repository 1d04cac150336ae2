#pragma once

#include <string>
#include <utility>

#include "samples/world.h"

namespace sohoa {

/// Words as they stand on paper, and as a clerk types them: "12/03/2026" and "2026-03-12",
/// "NGUYỄN VĂN AN" and "Nguyễn Văn An".
struct Wording {
  std::string shown;
  std::string typed;
};

Wording plain(const std::string& text);

// What a thing says in a form, "NAME" or "born.text" (samples/README.md has the list). They throw
// Error (kInput) for a form that it has not.
Wording wording_of(const Wording& text, const std::string& form);
Wording wording_of(const Date& date, const std::string& form);
Wording wording_of(long long number, const std::string& form);
Wording wording_of(const Place& place, const std::string& form);
Wording wording_of(const Person& person, const std::string& path);

/// The first part of a dotted path, and what follows.
std::pair<std::string, std::string> parted(const std::string& path);

/// "received+10" → "received" and 10.
std::pair<std::string, int> with_offset(const std::string& name);

[[noreturn]] void unknown_placeholder(const std::string& path);

}  // namespace sohoa
