#include "pipeline/acquire/pdf_content.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <qpdf/QPDFExc.hh>
#include <string_view>
#include <utility>

namespace sohoa {

namespace {

constexpr std::size_t kContentBytesMax = 128 << 20;
constexpr int kFormDepthMax = 16;
constexpr int kFormsMax = 2'000;  // invocations a page
constexpr std::size_t kMarksMax = 20'000;
constexpr std::size_t kOperandsMax = 512;
constexpr std::size_t kStatesMax = 512;
constexpr int kOperatorsMax = 10'000'000;

// A rough advance per byte of a string: in ems. Strings of two bytes a glyph come out twice as
// wide.
constexpr double kAdvanceEms = 0.5;
constexpr double kDescentEms = 0.3;
constexpr double kAscentEms = 1.0;
constexpr Box kEverywhere{-1e9, -1e9, 1e9, 1e9};

enum class Shade { kBlack, kWhite, kOther };

struct TextState {
  double size = 0;
  double scale = 1;
  double leading = 0;
  double rise = 0;
  int mode = 0;
};

struct GraphicsState {
  Matrix ctm;  // user space → points as shown
  Box clip = kEverywhere;
  Shade fill = Shade::kBlack;
  double fill_alpha = 1;
  bool soft_mask = false;
  TextState text;
};

/// What all content of one page shares.
struct Budget {
  int forms = 0;
  int operators = 0;
};

double area(const Box& box) { return box.empty() ? 0 : box.width() * box.height(); }

Box nothing() { return {0, 0, 0, 0}; }

void run_content(const Bytes& content, QPDFObjectHandle resources, const GraphicsState& start,
                 int depth, Budget& budget, PageSurvey& survey);

class Interpreter : public QPDFObjectHandle::ParserCallbacks {
 public:
  Interpreter(QPDFObjectHandle resources, GraphicsState start, int depth, Budget& budget,
              PageSurvey& survey)
      : resources_(std::move(resources)),
        state_(start),
        depth_(depth),
        budget_(budget),
        survey_(survey) {}

  void handleObject(QPDFObjectHandle object, size_t, size_t) override {
    if (!object.isOperator() && !object.isInlineImage()) {
      if (operands_.size() < kOperandsMax) operands_.push_back(object);
      return;
    }
    if (++budget_.operators > kOperatorsMax || survey_.marks.size() > kMarksMax) {
      survey_.complete = false;
      terminateParsing();
    }
    if (object.isInlineImage()) {
      paint_image(QPDFObjectHandle::newNull(), MarkKind::kImage);
    } else {
      run(object.getOperatorValue());
    }
    operands_.clear();
  }
  void handleEOF() override {}

 private:
  using Step = void (Interpreter::*)();
  struct Row {
    std::string_view name;
    Step step;
  };
  static const std::array<Row, 44> kSteps;

  void run(const std::string& name) {
    const auto row = std::find_if(kSteps.begin(), kSteps.end(),
                                  [&name](const Row& candidate) { return candidate.name == name; });
    if (row != kSteps.end()) (this->*row->step)();
  }

  double number(std::size_t index) const {
    if (index >= operands_.size()) return 0;
    QPDFObjectHandle operand = operands_[index];
    return operand.isNumber() ? operand.getNumericValue() : 0;
  }
  Matrix matrix() const {
    return {number(0), number(1), number(2), number(3), number(4), number(5)};
  }
  QPDFObjectHandle resource(const char* category) {
    if (operands_.empty() || !operands_.back().isName() || !resources_.isDictionary()) {
      return QPDFObjectHandle::newNull();
    }
    QPDFObjectHandle all = resources_.getKey(category);
    return all.isDictionary() ? all.getKey(operands_.back().getName())
                              : QPDFObjectHandle::newNull();
  }

  void save() {
    if (saved_.size() < kStatesMax) saved_.push_back(state_);
  }
  void restore() {
    if (saved_.empty()) return;
    state_ = saved_.back();
    saved_.pop_back();
  }
  void concatenate() { state_.ctm = then(matrix(), state_.ctm); }

  void set_graphics_state() {
    QPDFObjectHandle dictionary = resource("/ExtGState");
    if (!dictionary.isDictionary()) return;
    QPDFObjectHandle alpha = dictionary.getKey("/ca");
    if (alpha.isNumber()) state_.fill_alpha = alpha.getNumericValue();
    QPDFObjectHandle mask = dictionary.getKey("/SMask");
    if (!mask.isNull()) state_.soft_mask = mask.isDictionary();
  }

  // Colour: only black and white matter, in the device spaces and those that resemble them.
  void set_fill() {
    state_.fill = Shade::kOther;
    const std::size_t count = operands_.size();
    if (count != 1 && count != 3 && count != 4) return;
    const auto all = [this](std::size_t from, std::size_t to, double value) {
      for (std::size_t i = from; i < to; ++i) {
        if (!operands_[i].isNumber() || number(i) != value) return false;
      }
      return true;
    };
    if (count == 4) {
      if (all(0, 4, 0)) state_.fill = Shade::kWhite;
      if (all(0, 3, 0) && number(3) == 1) state_.fill = Shade::kBlack;
    } else {
      if (all(0, count, 0)) state_.fill = Shade::kBlack;
      if (all(0, count, 1)) state_.fill = Shade::kWhite;
    }
  }
  void reset_fill() { state_.fill = Shade::kBlack; }

  // Paths: their boxes.
  void extend(double x, double y) {
    const Point p = state_.ctm * Point{x, y};
    if (!has_path_) path_ = {p.x, p.y, p.x, p.y};
    has_path_ = true;
    path_ = {std::min(path_.left, p.x), std::min(path_.top, p.y), std::max(path_.right, p.x),
             std::max(path_.bottom, p.y)};
  }
  void add_point() { extend(number(0), number(1)); }
  void add_curve() {
    for (std::size_t i = 0; i + 1 < operands_.size(); i += 2) extend(number(i), number(i + 1));
  }
  void add_rectangle() {
    extend(number(0), number(1));
    extend(number(0) + number(2), number(1));
    extend(number(0), number(1) + number(3));
    extend(number(0) + number(2), number(1) + number(3));
  }
  void clip_path() { clip_pending_ = true; }
  void end_path() {
    if (clip_pending_) state_.clip = has_path_ ? intersection(state_.clip, path_) : nothing();
    clip_pending_ = false;
    has_path_ = false;
  }
  void fill_path() {
    paint_path(state_.fill);
    end_path();
  }
  void stroke_path() {
    paint_path(Shade::kOther);
    end_path();
  }
  void paint_path(Shade shade) {
    if (!has_path_) return;
    // Lines have width; a hair line has no area.
    const Box grown{path_.left - 1, path_.top - 1, path_.right + 1, path_.bottom + 1};
    ContentMark mark;
    mark.box = intersection(shade == Shade::kOther ? grown : path_, state_.clip);
    mark.black = shade == Shade::kBlack;
    mark.white = shade == Shade::kWhite && state_.fill_alpha == 1 && !state_.soft_mask;
    add(mark);
  }
  void paint_shading() {
    ContentMark mark;
    mark.box = state_.clip;
    add(mark);
  }

  // Text.
  void begin_text() {
    text_ = Matrix{};
    line_ = Matrix{};
  }
  void set_font() { state_.text.size = number(1); }
  void set_mode() { state_.text.mode = static_cast<int>(number(0)); }
  void set_rise() { state_.text.rise = number(0); }
  void set_scale() { state_.text.scale = number(0) / 100; }
  void set_leading() { state_.text.leading = number(0); }
  void set_text_matrix() { text_ = line_ = matrix(); }
  void move_text() { move_by(number(0), number(1)); }
  void move_text_and_lead() {
    state_.text.leading = -number(1);
    move_by(number(0), number(1));
  }
  void next_line() { move_by(0, -state_.text.leading); }
  void move_by(double x, double y) { text_ = line_ = then({1, 0, 0, 1, x, y}, line_); }
  void show() {
    if (!operands_.empty() && operands_.back().isString()) show_string(operands_.back());
  }
  void show_on_next_line() {
    next_line();
    show();
  }
  void show_array() {
    if (operands_.empty() || !operands_.back().isArray()) return;
    QPDFObjectHandle array = operands_.back();
    for (int i = 0; i < array.getArrayNItems(); ++i) {
      QPDFObjectHandle item = array.getArrayItem(i);
      if (item.isString()) show_string(item);
      if (item.isNumber()) {
        const double x = -item.getNumericValue() / 1000 * state_.text.size * state_.text.scale;
        text_ = then({1, 0, 0, 1, x, 0}, text_);
      }
    }
  }
  void show_string(QPDFObjectHandle string) {
    const TextState& text = state_.text;
    const int count = static_cast<int>(string.getStringValue().size());
    const double width = count * kAdvanceEms * text.size * text.scale;
    const Box box = then(text_, state_.ctm) *
                    Box{std::min(0.0, width), text.rise - kDescentEms * std::abs(text.size),
                        std::max(0.0, width), text.rise + kAscentEms * std::abs(text.size)};
    text_ = then({1, 0, 0, 1, width, 0}, text_);
    if (text.mode == 3 || text.mode == 7 || state_.fill_alpha == 0) {
      survey_.invisible_characters += count;
      return;
    }
    survey_.visible_characters += count;
    ContentMark mark;
    mark.kind = MarkKind::kText;
    mark.characters = count;
    mark.box = intersection(box, state_.clip);
    add(mark);
  }

  // XObjects.
  void paint_object() {
    QPDFObjectHandle object = resource("/XObject");
    if (!object.isStream()) return;
    QPDFObjectHandle subtype = object.getDict().getKey("/Subtype");
    if (subtype.isNameAndEquals("/Form")) run_form(object);
    if (subtype.isNameAndEquals("/Image")) {
      QPDFObjectHandle stencil = object.getDict().getKey("/ImageMask");
      paint_image(object, stencil.isBool() && stencil.getBoolValue() ? MarkKind::kStencil
                                                                     : MarkKind::kImage);
    }
  }
  void paint_image(QPDFObjectHandle image, MarkKind kind) {
    const Box whole = state_.ctm * Box{0, 0, 1, 1};
    ContentMark mark;
    mark.kind = kind;
    mark.image = image;
    mark.placement = state_.ctm;
    mark.box = intersection(whole, state_.clip);
    mark.opaque = state_.fill_alpha == 1 && !state_.soft_mask;
    mark.black = state_.fill == Shade::kBlack;
    mark.clipped = area(mark.box) < 0.98 * area(whole);
    add(mark);
  }
  void run_form(QPDFObjectHandle form) {
    if (depth_ >= kFormDepthMax || ++budget_.forms > kFormsMax) {
      survey_.complete = false;
      return;
    }
    QPDFObjectHandle dictionary = form.getDict();
    GraphicsState inner = state_;
    const std::vector<double> m = numbers_of(dictionary.getKey("/Matrix"));
    if (m.size() == 6) inner.ctm = then({m[0], m[1], m[2], m[3], m[4], m[5]}, inner.ctm);
    const std::vector<double> b = numbers_of(dictionary.getKey("/BBox"));
    if (b.size() == 4) {
      inner.clip =
          intersection(inner.clip, inner.ctm * Box{std::min(b[0], b[2]), std::min(b[1], b[3]),
                                                   std::max(b[0], b[2]), std::max(b[1], b[3])});
    }
    QPDFObjectHandle own = dictionary.getKey("/Resources");
    const StreamData content = stream_data(form, kContentBytesMax);
    if (!content.whole) survey_.complete = false;
    run_content(content.bytes, own.isDictionary() ? own : resources_, inner, depth_ + 1, budget_,
                survey_);
  }

  void add(const ContentMark& mark) {
    if (!mark.box.empty() && state_.fill_alpha != 0) survey_.marks.push_back(mark);
  }

  QPDFObjectHandle resources_;
  GraphicsState state_;
  int depth_;
  Budget& budget_;
  PageSurvey& survey_;
  std::vector<GraphicsState> saved_;
  std::vector<QPDFObjectHandle> operands_;
  Box path_;
  bool has_path_ = false;
  bool clip_pending_ = false;
  Matrix text_;
  Matrix line_;
};

const std::array<Interpreter::Row, 44> Interpreter::kSteps = {{
    {"q", &Interpreter::save},
    {"Q", &Interpreter::restore},
    {"cm", &Interpreter::concatenate},
    {"gs", &Interpreter::set_graphics_state},
    {"g", &Interpreter::set_fill},
    {"rg", &Interpreter::set_fill},
    {"k", &Interpreter::set_fill},
    {"sc", &Interpreter::set_fill},
    {"scn", &Interpreter::set_fill},
    {"cs", &Interpreter::reset_fill},
    {"m", &Interpreter::add_point},
    {"l", &Interpreter::add_point},
    {"c", &Interpreter::add_curve},
    {"v", &Interpreter::add_curve},
    {"y", &Interpreter::add_curve},
    {"re", &Interpreter::add_rectangle},
    {"W", &Interpreter::clip_path},
    {"W*", &Interpreter::clip_path},
    {"n", &Interpreter::end_path},
    {"f", &Interpreter::fill_path},
    {"F", &Interpreter::fill_path},
    {"f*", &Interpreter::fill_path},
    {"B", &Interpreter::stroke_path},
    {"B*", &Interpreter::stroke_path},
    {"b", &Interpreter::stroke_path},
    {"b*", &Interpreter::stroke_path},
    {"S", &Interpreter::stroke_path},
    {"s", &Interpreter::stroke_path},
    {"sh", &Interpreter::paint_shading},
    {"BT", &Interpreter::begin_text},
    {"Tf", &Interpreter::set_font},
    {"Tr", &Interpreter::set_mode},
    {"Ts", &Interpreter::set_rise},
    {"Tz", &Interpreter::set_scale},
    {"TL", &Interpreter::set_leading},
    {"Tm", &Interpreter::set_text_matrix},
    {"Td", &Interpreter::move_text},
    {"TD", &Interpreter::move_text_and_lead},
    {"T*", &Interpreter::next_line},
    {"Tj", &Interpreter::show},
    {"'", &Interpreter::show_on_next_line},
    {"\"", &Interpreter::show_on_next_line},
    {"TJ", &Interpreter::show_array},
    {"Do", &Interpreter::paint_object},
}};

void run_content(const Bytes& content, QPDFObjectHandle resources, const GraphicsState& start,
                 int depth, Budget& budget, PageSurvey& survey) {
  // A document of its own: the parser wants an object, and the page's must stay as it is.
  QPDF scratch;
  scratch.emptyPDF();
  scratch.setSuppressWarnings(true);
  Interpreter interpreter(std::move(resources), start, depth, budget, survey);
  try {
    QPDFObjectHandle::newStream(&scratch, std::string(as_text(content)))
        .parseAsContents(&interpreter);
  } catch (const std::runtime_error&) {
    survey.complete = false;
  }
}

}  // namespace

StreamData content_of(const PdfPage& page) {
  QPDFObjectHandle contents = QPDFObjectHandle(page.object).getKey("/Contents");
  StreamData all;
  all.whole = true;
  const int count = contents.isArray() ? contents.getArrayNItems() : 1;
  for (int i = 0; i < count && all.bytes.size() < kContentBytesMax; ++i) {
    QPDFObjectHandle stream = contents.isArray() ? contents.getArrayItem(i) : contents;
    if (!stream.isStream()) continue;
    const StreamData data = stream_data(stream, kContentBytesMax - all.bytes.size());
    all.whole = all.whole && data.whole;
    all.bytes.insert(all.bytes.end(), data.bytes.begin(), data.bytes.end());
    all.bytes.push_back('\n');  // a token ends where its stream ends
  }
  return all;
}

PageSurvey survey_page(const PdfPage& page) {
  PageSurvey survey;
  const StreamData content = content_of(page);
  survey.complete = content.whole;
  GraphicsState start;
  start.ctm = page.to_shown();
  Budget budget;
  run_content(content.bytes, page.resources, start, 0, budget, survey);
  return survey;
}

}  // namespace sohoa
