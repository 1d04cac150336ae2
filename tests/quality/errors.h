#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/quality/engines.h"
#include "tests/quality/manifest.h"
#include "tests/quality/page_words.h"

namespace sohoa::test {

/// Words that were read and that the truth does not have, or not as often.
std::vector<ReadWord> wrong_words(std::string_view truth, const Json& page);

/// What the truth has and nobody read.
std::vector<std::string> missed_words(std::string_view truth, std::string_view read);

/// For people who look for the reasons: the picture of each wrong word among its neighbours, and
/// errors.tsv (page, picture, read, confidence; and for each page the words that were missed).
/// Throws Error when the folder cannot be written.
void write_errors(const std::filesystem::path& folder, const std::vector<ScoredPage>& pages,
                  std::span<const Reading> readings);

}  // namespace sohoa::test
