#pragma once

#include <filesystem>
#include <functional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace sohoa::test {

enum class Sections { kStreams, kTables };

/// A PDF/A-2u of one page as `convert` makes it, after `change`.
void write_sample(const std::filesystem::path& file, Sections sections = Sections::kStreams,
                  const std::function<void(QPDF&)>& change = {});

/// A page of 595 × 842 pt that shows `operators`; no PDF/A.
void write_drawing(const std::filesystem::path& file, const std::string& operators,
                   const std::function<void(QPDF&)>& change = {});

}  // namespace sohoa::test
