#pragma once

#include <map>
#include <string>

namespace sohoa {

using TemplateWords = std::map<std::string, std::string>;

/// "{fileCode}.{ordinal}" with each word in braces replaced; a word that is not known stays.
std::string filled(const std::string& form, const TemplateWords& words);

}  // namespace sohoa
