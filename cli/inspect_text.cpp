#include <algorithm>
#include <cmath>

#include "cli/field_labels.h"
#include "cli/inspect_formats.h"
#include "cli/inspect_words.h"
#include "pipeline/base/printable.h"
#include "pipeline/base/text.h"

namespace sohoa {

namespace {

constexpr std::size_t kColumnMax = 56;  // a longer cell pushes its own row only

std::size_t letters_of(const std::string& text) { return to_code_points(text).size(); }

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t letters = letters_of(text);
  return text + std::string(letters < width ? width - letters : 0, ' ');
}

std::string percent_of(double share) {
  return std::to_string(std::lround(100 * std::clamp(share, 0.0, 1.0))) + " %";
}

/// "1–3, 5"
std::string ranges_of(const std::vector<int>& pages) {
  std::string text;
  for (std::size_t first = 0, end = 0; first < pages.size(); first = end) {
    for (end = first + 1; end < pages.size() && pages[end] - 1 == pages[end - 1];) ++end;
    text += (text.empty() ? "" : ", ") + std::to_string(pages[first]);
    if (end - first > 1) text += "–" + std::to_string(pages[end - 1]);
  }
  return text;
}

/// The table of one record while its lines come in.
class Table {
 public:
  Table(const InspectedRecord& inspected, Language language, const Palette& palette)
      : inspected_(inspected),
        dossier_(inspected.record.dossier),
        language_(language),
        palette_(palette),
        words_(inspect_words(language)) {}

  std::string text() {
    add_heading();
    for (const Paper& paper : dossier_.papers) add_paper(paper);
    add_aside();
    add_findings();
    return std::move(text_);
  }

 private:
  void line(const std::string& words) { text_ += words + '\n'; }

  void add_heading() {
    const auto aside = static_cast<std::size_t>(
        std::count_if(dossier_.pages.begin(), dossier_.pages.end(),
                      [](const PageAccount& page) { return page.set_aside.has_value(); }));
    std::string words = printable(inspected_.file.string()) + ": " + printable(dossier_.name);
    if (dossier_.declared && !dossier_.declared->dossier_code.empty()) {
      words += "; " + std::string(words_.code) + ' ' + printable(dossier_.declared->dossier_code);
    }
    line(words + "; " + words_.pages + ": " + std::to_string(dossier_.pages.size()) + ' ' +
         words_.in + " = " + std::to_string(dossier_.pages.size() - aside) + ' ' + words_.out +
         " + " + std::to_string(aside) + ' ' + words_.aside + "; " + words_.papers + ": " +
         std::to_string(dossier_.papers.size()));
  }

  std::string kind_words(const Paper& paper, const PaperKind* kind) const {
    if (paper.kind.empty()) {
      return std::string(words_.unknown) +
             (paper.title.empty() ? "" : " (" + printable(paper.title) + ")");
    }
    return printable(kind == nullptr ? paper.kind : kind->title.in(language_)) + " (" +
           percent_of(paper.kind_confidence) + ")";
  }

  void add_paper(const Paper& paper) {
    const PaperKind* kind = kind_of(inspected_.kinds, paper.kind);
    line("");
    line(std::to_string(paper.number) + ". " + kind_words(paper, kind) + ", " +
         (paper.pages.size() == 1 ? words_.page : words_.pages) + ' ' + ranges_of(paper.pages));
    if (!paper.cut.empty()) line("   " + std::string(words_.cut) + ": " + printable(paper.cut));
    add_fields(paper.fields, kind);
    for (const Finding& finding : paper.findings) add_finding(finding);
  }

  static std::string name_words(const Field& field, const PaperKind* kind) {
    const std::string label = printable(field_label(field.name, kind));
    return label.empty() ? printable(field.name) : label + " [" + printable(field.name) + "]";
  }

  static std::string value_words(const Field& field) {
    if (field.value.empty() && field.normalized.empty()) return "–";
    if (field.normalized.empty() || field.normalized == field.value) return printable(field.value);
    return printable(field.value) + " → " + printable(field.normalized);
  }

  void add_fields(const std::vector<Field>& fields, const PaperKind* kind) {
    if (fields.empty()) return line("   " + std::string(words_.no_fields));
    std::size_t name_width = 0, value_width = 0;
    for (const Field& field : fields) {
      name_width = std::max(name_width, letters_of(name_words(field, kind)));
      value_width = std::max(value_width, letters_of(value_words(field)));
    }
    name_width = std::min(name_width, kColumnMax);
    value_width = std::min(value_width, kColumnMax);
    for (const Field& field : fields) {
      const bool good = is_accepted(field);
      line("   " + (good ? palette_.good : palette_.bad) + (good ? "✓ " : "✗ ") +
           padded(name_words(field, kind), name_width) + "  " +
           padded(value_words(field), value_width) + "  " + evidence(field) + palette_.plain);
    }
  }

  /// "page 1, 97 %, print; low confidence, by hand"
  std::string evidence(const Field& field) const {
    std::string words;
    if (field.page > 0) words += std::string(words_.page) + ' ' + std::to_string(field.page) + ", ";
    words += percent_of(field.confidence) + ", " + words_of(field.method, language_);
    const std::string doubt = words_of(field.doubt, language_);
    if (!doubt.empty()) words += "; " + doubt;
    if (field.by_hand) words += std::string(doubt.empty() ? "; " : ", ") + words_.by_hand;
    return words;
  }

  void add_aside() {
    const auto aside = [](const PageAccount& page) { return page.set_aside.has_value(); };
    if (std::none_of(dossier_.pages.begin(), dossier_.pages.end(), aside)) return;
    line("");
    line(std::string(words_.aside) + ":");
    for (const PageAccount& page : dossier_.pages) {
      if (!page.set_aside) continue;
      line("   " + std::string(words_.page) + ' ' + std::to_string(page.sequence) + " (" +
           printable(name_of(page.source)) + "): " + words_of(*page.set_aside, language_) +
           (page.set_aside_reason.empty() ? "" : ", " + printable(page.set_aside_reason)));
    }
  }

  void add_findings() {
    std::vector<Finding> findings = dossier_.findings;
    for (const PageAccount& page : dossier_.pages) {
      findings.insert(findings.end(), page.findings.begin(), page.findings.end());
    }
    if (findings.empty()) return;
    line("");
    line(std::string(words_.findings) + ":");
    for (const Finding& finding : findings) add_finding(finding);
  }

  void add_finding(const Finding& finding) {
    const bool error = finding.severity == Severity::kError;
    Finding shown = finding;
    for (std::string* part : {&shown.code, &shown.subject, &shown.reason, &shown.remedy}) {
      *part = printable(*part);
    }
    line("   " + (error ? palette_.bad : "") + (error ? "! " : "- ") + message_of(shown) + " [" +
         shown.code + "]" + (error ? palette_.plain : ""));
  }

  const InspectedRecord& inspected_;
  const Dossier& dossier_;
  Language language_;
  const Palette& palette_;
  const InspectWords& words_;
  std::string text_;
};

}  // namespace

std::string inspect_text(const InspectedRecord& inspected, Language language,
                         const Palette& palette) {
  return Table(inspected, language, palette).text();
}

}  // namespace sohoa
