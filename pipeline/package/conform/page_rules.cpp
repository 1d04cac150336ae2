#include "pipeline/package/conform/rules.h"

namespace sohoa {

namespace {

/// Pages that were handed over: of the record those set aside too.
int page_count(const CheckedRecord& record) {
  if (record.record) return static_cast<int>(record.record->dossier.pages.size());
  std::size_t pages = 0;
  for (const CheckedPaper& paper : record.papers) pages += paper.facts.pages.size();
  return static_cast<int>(pages);
}

void check_count(const CheckedRecord& record, BreachList& breaches) {
  const int declared = record.declared.pages;
  const int pages = page_count(record);
  if (declared == 0 || declared == pages) return;
  breaches.add(record.name,
               {{"pages", std::to_string(pages)}, {"declared", std::to_string(declared)}});
}

/// Sequences of the pages that were set aside for that reason and of which `holds`.
template <typename Holds>
std::vector<int> pages_aside(const CheckedRecord& record, SetAside reason, Holds holds) {
  std::vector<int> pages;
  if (!record.record) return pages;
  for (const PageAccount& page : record.record->dossier.pages) {
    if (page.set_aside == reason && holds(page)) pages.push_back(page.sequence);
  }
  return pages;
}

void check_blank(const CheckedRecord& record, BreachList& breaches) {
  const double most = breaches.rule().number("ink_share_max");
  breaches.add_pages(record.name,
                     pages_aside(record, SetAside::kBlank, [&](const PageAccount& page) {
                       return page.word_count > 0 || page.quality.ink_share > most;
                     }));
}

void check_failed(const CheckedRecord& record, BreachList& breaches) {
  breaches.add_pages(
      record.name, pages_aside(record, SetAside::kFailed, [](const PageAccount&) { return true; }));
}

}  // namespace

std::vector<CheckOfRule> page_checks() {
  return {{"page.count", check_count}, {"page.blank", check_blank}, {"page.failed", check_failed}};
}

}  // namespace sohoa
