#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>

#include "pipeline/base/text.h"
#include "pipeline/package/conform/rules.h"
#include "pipeline/package/conform/scan_page.h"

namespace sohoa {

namespace {

constexpr double kStampTopMax = 0.4;  // a stamp of secrecy stands above this share of the page
constexpr int kLegacyLettersMin = 5;  // fewer may be what a page really shows

bool has_text(const PdfPageFacts& page) {
  return std::any_of(page.lines.begin(), page.lines.end(),
                     [](const PdfLine& line) { return !split_words(line.text).empty(); });
}

/// Numbers of the pages, from 1, of which `holds`.
template <typename Holds>
std::vector<int> pages_of(const CheckedPaper& paper, Holds holds) {
  std::vector<int> pages;
  for (std::size_t i = 0; i < paper.facts.pages.size(); ++i) {
    if (holds(paper.facts.pages[i], i)) pages.push_back(static_cast<int>(i) + 1);
  }
  return pages;
}

/// Whether a page without text may be so: nothing is to be read on it.
bool nothing_to_read(const CheckedPaper& paper, std::size_t index, double ink_share_max) {
  if (index < paper.accounts.size()) return paper.accounts[index]->word_count == 0;
  const PdfPageFacts& page = paper.facts.pages[index];
  if (page.ink_share) return *page.ink_share <= ink_share_max;
  // The image tells nothing here: one page of others that have text may well be blank.
  return std::any_of(paper.facts.pages.begin(), paper.facts.pages.end(), has_text);
}

void check_layer(const CheckedRecord& record, BreachList& breaches) {
  const double most = breaches.rule().number("ink_share_max");
  for (const CheckedPaper& paper : record.papers) {
    breaches.add_pages(paper.name, pages_of(paper, [&](const PdfPageFacts& page, std::size_t i) {
                         return !page.images.empty() && page.unmapped == 0 && !has_text(page) &&
                                !nothing_to_read(paper, i, most);
                       }));
  }
}

void check_visible(const CheckedRecord& record, BreachList& breaches) {
  for (const CheckedPaper& paper : record.papers) {
    breaches.add_pages(paper.name, pages_of(paper, [](const PdfPageFacts& page, std::size_t) {
                         return scan_of(page) != nullptr &&
                                std::any_of(page.lines.begin(), page.lines.end(),
                                            [](const PdfLine& line) { return line.visible; });
                       }));
  }
}

void check_nfc(const CheckedRecord& record, BreachList& breaches) {
  for (const CheckedPaper& paper : record.papers) {
    breaches.add_pages(paper.name, pages_of(paper, [](const PdfPageFacts& page, std::size_t) {
                         return std::any_of(page.lines.begin(), page.lines.end(),
                                            [](const PdfLine& line) { return !is_nfc(line.text); });
                       }));
  }
}

void check_unmapped(const CheckedRecord& record, BreachList& breaches) {
  for (const CheckedPaper& paper : record.papers) {
    int count = 0;
    const std::vector<int> pages = pages_of(paper, [&](const PdfPageFacts& page, std::size_t) {
      count += page.unmapped;
      return page.unmapped > 0;
    });
    breaches.add_pages(paper.name, pages, {{"count", std::to_string(count)}});
  }
}

/// Letters of a page by the encodings that they give away.
struct LetterCounts {
  int vietnamese = 0;  // that only Unicode has
  int symbols = 0;     // of Latin-1, which TCVN3 uses for letters
  int letters = 0;     // of Latin-1, which no Vietnamese word has
};

LetterCounts letters_of(const PdfPageFacts& page) {
  constexpr std::u32string_view kUnicodeOnly = U"ăĂđĐơƠưƯ";
  constexpr std::u32string_view kLatin1Vietnamese = U"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý";
  LetterCounts counts;
  for (const PdfLine& line : page.lines) {
    for (const char32_t c : to_code_points(line.text)) {
      const bool composed = c >= 0x1EA0 && c <= 0x1EF9;
      if (composed || kUnicodeOnly.find(c) != kUnicodeOnly.npos) ++counts.vietnamese;
      if (c >= 0xA8 && c <= 0xBE && c != 0xB0 && c != 0xAB && c != 0xBB) ++counts.symbols;
      if (c >= 0xC0 && c <= 0xFF && kLatin1Vietnamese.find(c) == kLatin1Vietnamese.npos) {
        ++counts.letters;
      }
    }
  }
  return counts;
}

/// The encoding of before Unicode whose bytes stand on the page as Latin-1; empty: none.
std::string legacy_encoding(const PdfPageFacts& page) {
  const LetterCounts counts = letters_of(page);
  const int foreign = counts.symbols + counts.letters;
  if (foreign < kLegacyLettersMin || foreign <= counts.vietnamese) return "";
  return counts.symbols * 5 > foreign ? "TCVN3" : "VNI";
}

void check_encoding(const CheckedRecord& record, BreachList& breaches) {
  for (const CheckedPaper& paper : record.papers) {
    for (const char* encoding : {"TCVN3", "VNI"}) {
      const std::vector<int> pages = pages_of(paper, [&](const PdfPageFacts& page, std::size_t) {
        return legacy_encoding(page) == encoding;
      });
      breaches.add_pages(paper.name, pages, {{"encoding", encoding}});
    }
  }
}

std::string without_spaces(const std::string& text) {
  const std::vector<std::string> words = split_words(text);
  return std::accumulate(words.begin(), words.end(), std::string());
}

bool is_secret(const PdfPageFacts& page, const std::vector<std::string>& marks) {
  for (const PdfLine& line : page.lines) {
    if (line.top > kStampTopMax) continue;
    const std::string text = without_spaces(to_nfc(line.text));
    const bool marked = std::any_of(marks.begin(), marks.end(), [&](const std::string& mark) {
      return text == without_spaces(mark);
    });
    if (marked) return true;
  }
  return false;
}

void check_secret(const CheckedRecord& record, BreachList& breaches) {
  for (const CheckedPaper& paper : record.papers) {
    breaches.add_pages(paper.name, pages_of(paper, [&](const PdfPageFacts& page, std::size_t) {
                         return is_secret(page, breaches.rule().list("marks"));
                       }));
  }
}

}  // namespace

std::vector<CheckOfRule> text_checks() {
  return {{"text.layer", check_layer},       {"text.visible", check_visible},
          {"text.nfc", check_nfc},           {"text.encoding", check_encoding},
          {"text.unmapped", check_unmapped}, {"paper.secret", check_secret}};
}

}  // namespace sohoa
