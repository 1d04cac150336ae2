#include "pipeline/understand/form_fields.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "pipeline/understand/answer.h"
#include "pipeline/understand/labels.h"

namespace sohoa {

namespace {

constexpr std::size_t kMoreLinesMax = 3;    // of an answer
constexpr double kLineGapMax = 1.1;         // times a line's height, within an answer
constexpr double kRightMarginShare = 0.86;  // a line that ends beyond may go on in the next
constexpr double kBelowMm = 5;              // an answer below its label, on cards
constexpr double kBelowIndentMm = 4;
constexpr double kSameRowMm = 3;
constexpr double kRowHeightMaxMm = 16;

/// Everything that the kind's form prints: labels first, then headings of sections.
struct Print {
  std::vector<Letters> texts;
  struct Use {
    std::size_t field = 0;
    bool heading = false;
  };
  std::vector<Use> uses;  // of each text
};

Print print_of(const PaperKind& kind) {
  Print print;
  for (std::size_t i = 0; i < kind.fields.size(); ++i) {
    for (const std::string& label : kind.fields[i].labels) {
      print.texts.push_back(letters_of(label));
      print.uses.push_back({i, false});
    }
  }
  for (std::size_t i = 0; i < kind.fields.size(); ++i) {
    for (const std::string& heading : kind.fields[i].section) {
      print.texts.push_back(letters_of(heading));
      print.uses.push_back({i, true});
    }
  }
  return print;
}

class Form {
 public:
  Form(const PaperKind& kind, std::span<const PageView> pages)
      : kind_(kind),
        pages_(pages),
        print_(print_of(kind)),
        hits_(find_labels(pages, print_.texts)) {}

  std::vector<Field> fields() const {
    std::vector<Field> fields;
    std::vector<const LabelHit*> taken;
    for (std::size_t i = 0; i < kind_.fields.size(); ++i) {
      if (column_of(kind_.fields[i])) {
        const LabelHit* row = row_of(i);
        if (row != nullptr) fields.push_back(answer_to(kind_.fields[i], *row));
        continue;
      }
      const LabelHit* best = nullptr;
      Field answer;
      for (const LabelHit* label : labels_of(i, taken)) {
        Field field = answer_to(kind_.fields[i], *label);
        // The first that is answered as it should be, else that is answered, else that is there.
        const bool better = best == nullptr || rank(field.doubt) < rank(answer.doubt);
        if (!better) continue;
        best = label;
        answer = std::move(field);
      }
      if (best == nullptr) continue;
      taken.push_back(best);
      fields.push_back(std::move(answer));
    }
    return fields;
  }

 private:
  bool is_heading(const LabelHit& hit) const { return print_.uses[hit.label].heading; }

  static int rank(FieldDoubt doubt) {
    if (doubt == FieldDoubt::kNotFound) return 2;
    return doubt == FieldDoubt::kNone ? 0 : 1;
  }

  /// The field's labels in its section that no field took before, in reading order.
  std::vector<const LabelHit*> labels_of(std::size_t field,
                                         const std::vector<const LabelHit*>& taken) const {
    const bool anywhere = kind_.fields[field].section.empty();
    bool within = anywhere;
    std::vector<const LabelHit*> labels;
    for (const LabelHit& hit : hits_) {
      if (is_heading(hit)) {
        within = anywhere || within || is_heading_of(field, hit);
        if (!anywhere && !is_heading_of(field, hit) && !labels.empty()) break;
        continue;
      }
      if (print_.uses[hit.label].field != field || !within || is_taken(hit, taken)) continue;
      if (hit.in_text && !answers_at_once(kind_.fields[field].type, hit)) continue;
      labels.push_back(&hit);
    }
    return labels;
  }

  /// Amid a sentence a label is one only when what it asks for follows: "tờ bản đồ số 12".
  bool answers_at_once(FieldType type, const LabelHit& hit) const {
    const ViewLine& line = pages_[hit.page].lines[hit.words.line];
    if (hit.words.end >= line.words.size()) return false;
    const std::string& next = line.words[hit.words.end].word.text;
    switch (type) {
      case FieldType::kDate:
        return next.front() >= '0' && next.front() <= '9';
      case FieldType::kNumber:
      case FieldType::kMoney:
      case FieldType::kYear:
      case FieldType::kPersonalNumber:
      case FieldType::kPhone:
      case FieldType::kDocumentNumber:
        return next.find_first_of("0123456789") != std::string::npos || capital_share(next) == 1;
      case FieldType::kPerson:
        return hit.words.end + 1 < line.words.size() && capital_share(next) > 0;
      default:
        return false;
    }
  }

  bool is_heading_of(std::size_t field, const LabelHit& hit) const {
    const std::vector<std::string>& mine = kind_.fields[field].section;
    return std::any_of(mine.begin(), mine.end(), [&](const std::string& heading) {
      return letters_of(heading) == print_.texts[hit.label];
    });
  }

  static bool is_taken(const LabelHit& hit, const std::vector<const LabelHit*>& taken) {
    return std::any_of(taken.begin(), taken.end(), [&](const LabelHit* other) {
      return other->page == hit.page && other->words.line == hit.words.line &&
             other->words.first == hit.words.first;
    });
  }

  Field answer_to(const KindField& wanted, const LabelHit& label) const {
    const PageView& page = pages_[label.page];
    if (const std::optional<Column> column = column_of(wanted)) {
      return answer_in_column(wanted, label, *column);
    }
    std::vector<LabelHit> on_page;
    std::copy_if(hits_.begin(), hits_.end(), std::back_inserter(on_page),
                 [&](const LabelHit& hit) { return hit.page == label.page; });
    const std::size_t end = answer_end(page, label.words, on_page);
    WordRange beside{label.words.line, label.words.end, end};
    while (!beside.empty() && page.lines[beside.line].words[beside.first].first_letter ==
                                  page.lines[beside.line].words[beside.first].letter_end) {
      ++beside.first;  // a colon or dots alone
    }
    std::vector<WordRange> answer;
    if (!beside.empty()) {
      answer.push_back(beside);
      if (end == page.lines[label.words.line].words.size() && goes_on(wanted.type)) {
        add_more_lines(page, on_page, answer);
      }
    } else if (const std::optional<WordRange> below = answer_below(page, label.words, on_page)) {
      answer.push_back(*below);
    }
    Field field = field_of(page, wanted.name, answer);
    if (answer.empty()) field.box = px_of(page, label.words);
    read_answer(wanted.type, field);
    return field;
  }

  /// Of a table whose columns are headed by sections: "Bên nữ", "Bên nam".
  struct Column {
    std::size_t page = 0;
    double top = 0;  // mm, of its head's lower edge
    double left = 0;
    double right = 0;
  };

  /// The first heading of the field when another section's stands beside it.
  std::optional<Column> column_of(const KindField& wanted) const {
    if (wanted.section.empty()) return std::nullopt;
    const std::size_t field = static_cast<std::size_t>(&wanted - kind_.fields.data());
    for (const LabelHit& hit : hits_) {
      if (!is_heading(hit) || !is_heading_of(field, hit)) continue;
      const PageView& page = pages_[hit.page];
      const Box mine = mm_of(page, hit.words);
      Column column{hit.page, mine.bottom, 0, page.width_mm};
      bool beside = false;
      for (const LabelHit& other : hits_) {
        if (!is_heading(other) || is_heading_of(field, other) || other.page != hit.page) continue;
        const Box its = mm_of(page, other.words);
        if (std::abs(its.centre().y - mine.centre().y) > kSameRowMm) continue;
        beside = true;
        const double between = (its.centre().x + mine.centre().x) / 2;
        (its.centre().x < mine.centre().x ? column.left : column.right) = between;
      }
      return beside ? std::optional(column) : std::nullopt;
    }
    return std::nullopt;
  }

  /// The row of the table that the field's label begins, left of all columns.
  const LabelHit* row_of(std::size_t field) const {
    const std::optional<Column> column = column_of(kind_.fields[field]);
    const auto row = std::find_if(hits_.begin(), hits_.end(), [&](const LabelHit& hit) {
      return !is_heading(hit) && print_.uses[hit.label].field == field &&
             hit.page == column->page &&
             mm_of(pages_[hit.page], hit.words).top > column->top - kSameRowMm;
    });
    return row == hits_.end() ? nullptr : &*row;
  }

  Field answer_in_column(const KindField& wanted, const LabelHit& label,
                         const Column& column) const {
    const PageView& page = pages_[column.page];
    const Box mine = mm_of(page, label.words);
    // Down to the label of the next row.
    double bottom = mine.bottom + kRowHeightMaxMm;
    for (const LabelHit& hit : hits_) {
      const Box its = mm_of(page, hit.words);
      const bool next = hit.page == column.page && its.top > mine.bottom && its.left < mine.right;
      if (next) bottom = std::min(bottom, its.top);
    }
    const double left = std::max(column.left, mine.right);
    std::vector<WordRange> answer;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      // What begins left of the columns below the label's row is text again.
      const Box& line = page.lines[i].mm;
      if (line.left < left && line.centre().y > mine.bottom) continue;
      WordRange inside{i, page.lines[i].words.size(), 0};
      for (std::size_t w = 0; w < page.lines[i].words.size(); ++w) {
        const Point at = page.lines[i].words[w].mm.centre();
        const bool in = at.y > mine.top - 1 && at.y < bottom && at.x > left && at.x < column.right;
        if (!in) continue;
        inside.first = std::min(inside.first, w);
        inside.end = w + 1;
      }
      if (!inside.empty()) answer.push_back(inside);
    }
    Field field = field_of(page, wanted.name, answer);
    if (answer.empty()) field.box = px_of(page, label.words);
    read_answer(wanted.type, field);
    return field;
  }

  static bool goes_on(FieldType type) {
    return type == FieldType::kText || type == FieldType::kPlace || type == FieldType::kAgency ||
           type == FieldType::kChoice;
  }

  /// "Tôi cam đoan …", below the answers of a form.
  static bool begins_a_sentence(const ViewLine& line) {
    const std::string& first = line.words.front().word.text;
    return first == "Tôi" || first == "Chúng";
  }

  bool begins_with_label(std::size_t line, const std::vector<LabelHit>& on_page) const {
    return std::any_of(on_page.begin(), on_page.end(),
                       [&](const LabelHit& hit) { return hit.words.line == line; });
  }

  /// A long answer fills its line and goes on at the left margin of the next.
  void add_more_lines(const PageView& page, const std::vector<LabelHit>& on_page,
                      std::vector<WordRange>& answer) const {
    double right = 0;
    for (const ViewLine& line : page.lines) right = std::max(right, line.mm.right);
    for (std::size_t more = 0; more < kMoreLinesMax; ++more) {
      const std::size_t at = answer.back().line;
      const ViewLine& last = page.lines[at];
      if (last.mm.right < kRightMarginShare * right || at + 1 >= page.lines.size()) return;
      const ViewLine& next = page.lines[at + 1];
      const double gap = next.mm.top - last.mm.bottom;
      const bool near = gap > -0.5 * last.mm.height() && gap < kLineGapMax * last.mm.height();
      const bool colon = next.text.find(':') != std::string::npos;
      if (next.capitals || begins_a_sentence(next)) return;
      if (!near || colon || begins_with_label(at + 1, on_page) ||
          next.mm.left > last.mm.centre().x) {
        return;
      }
      answer.push_back(whole_line(page, at + 1));
    }
  }

  std::optional<WordRange> answer_below(const PageView& page, const WordRange& label,
                                        const std::vector<LabelHit>& on_page) const {
    const Box mm = mm_of(page, label);
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      if (i == label.line || begins_with_label(i, on_page)) continue;
      const Box below = page.lines[i].mm;
      const double gap = below.top - mm.bottom;
      if (gap < -1 || gap > kBelowMm || std::abs(below.left - mm.left) > kBelowIndentMm) continue;
      return whole_line(page, i);
    }
    return std::nullopt;
  }

  const PaperKind& kind_;
  std::span<const PageView> pages_;
  Print print_;
  std::vector<LabelHit> hits_;
};

}  // namespace

std::vector<Field> form_fields(const PaperKind& kind, std::span<const PageView> pages) {
  if (kind.fields.empty()) return {};
  return Form(kind, pages).fields();
}

}  // namespace sohoa
