#include "pipeline/package/pdf/pdf_page_content.h"

#include <cmath>
#include <map>
#include <set>

#include "pipeline/package/pdf/pdf_font_text.h"
#include "pipeline/package/pdf/pdf_image_facts.h"
#include "pipeline/package/pdf/pdf_operands.h"
#include "pipeline/package/pdf/pdf_stream_data.h"
#include "pipeline/package/pdf/pdf_tokens.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;
using Token = QPDFTokenizer::Token;

constexpr int kFormDepthMax = 12;
constexpr long kOperationsMax = 4'000'000;
constexpr std::size_t kOperandsMax = 10'000;
constexpr std::size_t kStatesMax = 1'000;
constexpr std::size_t kImagesMax = 2'000;
constexpr std::size_t kTextBytesMax = 1u << 20;
constexpr std::size_t kFormBytesMax = 256u << 20;  // of all forms drawn
// Baselines closer than this share of the page's height are one line.
constexpr double kSameLine = 0.002;
constexpr long kInvisible = 3;  // ISO 32000-1, table 106
constexpr double kPointsPerInch = 72;

struct State {
  Matrix to_page;
  const PdfFontText* font = nullptr;
  long mode = 0;
  double leading = 0;
};

/// Of one content stream; a form has one of its own.
struct Frame {
  Handle resources;
  State state;
  std::vector<State> saved;
  Matrix text, line;  // the text matrix and that of the line's start
};

class Interpreter {
 public:
  explicit Interpreter(const PageSize& size) : size_(size) {}

  void run(const std::string& content, Frame frame, int depth) {
    PdfTokens tokens(content, "content");
    PdfOperands operands;
    while (operations_ < kOperationsMax) {
      const Token token = tokens.next();
      if (token.getType() == QPDFTokenizer::tt_eof) return;
      if (token.getType() != QPDFTokenizer::tt_word) {
        if (operands.size() < kOperandsMax) operands.push_back(token);
        continue;
      }
      ++operations_;
      const std::string& op = token.getValue();
      operate(op, operands, frame, depth);
      operands.clear();
      if (op == "ID") tokens.expect_inline_image();
    }
  }

  PdfContentFacts take() { return std::move(facts_); }

 private:
  void operate(const std::string& op, const PdfOperands& operands, Frame& frame, int depth) {
    if (op == "q") {
      if (frame.saved.size() < kStatesMax) frame.saved.push_back(frame.state);
    } else if (op == "Q") {
      if (frame.saved.empty()) return;
      frame.state = frame.saved.back();
      frame.saved.pop_back();
    } else if (op == "cm") {
      frame.state.to_page = then(matrix_of(operands), frame.state.to_page);
    } else if (op == "Do") {
      draw(last_name_of(operands), frame, depth);
    } else {
      operate_text(op, operands, frame);
    }
  }

  void operate_text(const std::string& op, const PdfOperands& operands, Frame& frame) {
    if (op == "BT") {
      frame.text = frame.line = Matrix{};
    } else if (op == "Tf") {
      frame.state.font = font(last_name_of(operands), frame.resources);
    } else if (op == "Tr") {
      frame.state.mode = static_cast<long>(number_of(operands, 0));
    } else if (op == "TL") {
      frame.state.leading = number_of(operands, 0);
    } else if (op == "Tm") {
      frame.text = frame.line = matrix_of(operands);
    } else if (op == "Td" || op == "TD") {
      if (op == "TD") frame.state.leading = -number_of(operands, 0);
      move_line(frame, number_of(operands, 1), number_of(operands, 0));
    } else if (op == "T*") {
      move_line(frame, 0, -frame.state.leading);
    } else if (op == "Tj" || op == "TJ") {
      show(operands, frame);
    } else if (op == "'" || op == "\"") {
      move_line(frame, 0, -frame.state.leading);
      show(operands, frame);
    }
  }

  static void move_line(Frame& frame, double x, double y) {
    frame.line = then(Matrix{1, 0, 0, 1, x, y}, frame.line);
    frame.text = frame.line;
  }

  void show(const PdfOperands& operands, const Frame& frame) {
    if (frame.state.font == nullptr) return;
    for (const Token& token : operands) {
      if (token.getType() != QPDFTokenizer::tt_string) continue;
      const PdfFontText::Shown shown = frame.state.font->text_of(token.getValue());
      facts_.unmapped += shown.unmapped;
      if (!shown.text.empty()) add_text(shown.text, frame);
    }
  }

  void add_text(const std::string& text, const Frame& frame) {
    text_bytes_ += text.size();
    if (text_bytes_ > kTextBytesMax) return;
    const Point origin = then(frame.text, frame.state.to_page) * Point{0, 0};
    const bool visible = frame.state.mode != kInvisible;
    std::vector<PdfLine>& lines = facts_.lines;
    const bool same = !lines.empty() && lines.back().visible == visible &&
                      std::abs(lines.back().top - origin.y) < kSameLine;
    if (!same) lines.push_back({"", origin.y, visible});
    lines.back().text += text;
  }

  void draw(const std::string& name, const Frame& frame, int depth) {
    Handle objects = group(frame.resources, "/XObject");
    Handle object = objects.isDictionary() ? objects.getKey(name) : Handle::newNull();
    if (!object.isStream()) return;
    Handle kind = object.getDict().getKey("/Subtype");
    if (kind.isNameAndEquals("/Image")) return add_image(object, frame);
    if (!kind.isNameAndEquals("/Form") || depth >= kFormDepthMax) return;
    Frame inner;
    Handle own = object.getDict().getKey("/Resources");
    inner.resources = own.isDictionary() ? own : frame.resources;
    inner.state = frame.state;
    inner.state.to_page = then(form_matrix(object), frame.state.to_page);
    // A form may draw itself, or a chain of forms double at each step.
    if (form_bytes_ > kFormBytesMax || !open_forms_.insert(object.getObjGen()).second) return;
    const std::string content = decoded_data(object);
    form_bytes_ += content.size();
    run(content, inner, depth + 1);
    open_forms_.erase(object.getObjGen());
  }

  void add_image(const Handle& image, const Frame& frame) {
    if (facts_.images.size() >= kImagesMax) return;
    PdfImageFacts facts = image_facts(image, frame.resources);
    const Matrix& m = facts.placement = frame.state.to_page;
    // Of the image's sides as shown, in inches.
    const double across = std::hypot(m.a * size_.width_pt, m.b * size_.height_pt) / kPointsPerInch;
    const double down = std::hypot(m.c * size_.width_pt, m.d * size_.height_pt) / kPointsPerInch;
    if (across > 0 && down > 0) facts.dpi = {facts.width / across, facts.height / down};
    const Box shown = intersection(m * Box{0, 0, 1, 1}, Box{0, 0, 1, 1});
    facts.page_share = shown.empty() ? 0 : shown.width() * shown.height();
    facts_.images.push_back(facts);
    facts_.image_objects.push_back(image);
  }

  const PdfFontText* font(const std::string& name, const Handle& resources) {
    Handle fonts = group(resources, "/Font");
    Handle font = fonts.isDictionary() ? fonts.getKey(name) : Handle::newNull();
    if (!font.isDictionary()) return nullptr;
    const std::string key = font.isIndirect() ? font.getObjGen().unparse() : font.unparseResolved();
    return &fonts_.try_emplace(key, font).first->second;
  }

  static Handle group(Handle resources, const char* kind) {
    return resources.isDictionary() ? resources.getKey(kind) : Handle::newNull();
  }

  static Matrix form_matrix(Handle form) {
    Handle array = form.getDict().getKey("/Matrix");
    if (!array.isArray() || array.getArrayNItems() != 6) return {};
    double value[6];
    for (int i = 0; i < 6; ++i) {
      Handle item = array.getArrayItem(i);
      value[i] = item.isNumber() ? item.getNumericValue() : 0;
    }
    return {value[0], value[1], value[2], value[3], value[4], value[5]};
  }

  PageSize size_;
  PdfContentFacts facts_;
  std::map<std::string, PdfFontText> fonts_;
  std::set<QPDFObjGen> open_forms_;
  std::size_t text_bytes_ = 0;
  std::size_t form_bytes_ = 0;
  long operations_ = 0;
};

}  // namespace

PdfContentFacts content_facts(const std::string& content, const Handle& resources,
                              const Matrix& to_page, const PageSize& size) {
  Interpreter interpreter(size);
  Frame frame;
  frame.resources = resources;
  frame.state.to_page = to_page;
  interpreter.run(content, frame, 0);
  return interpreter.take();
}

}  // namespace sohoa
