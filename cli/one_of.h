#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <string>

namespace sohoa {

/// For an option whose value is one of the names; what is none of them is told with all of them.
template <class Value>
CLI::Validator one_of(const std::map<std::string, Value>& names) {
  return CLI::Validator(
      [names](std::string& text) {
        const auto found = names.find(text);
        if (found != names.end()) {
          text = std::to_string(static_cast<int>(found->second));
          return std::string();
        }
        std::string list;
        for (const auto& [name, value] : names) list += (list.empty() ? "" : ", ") + name;
        return "'" + text + "' is none of " + list;
      },
      "");
}

}  // namespace sohoa
