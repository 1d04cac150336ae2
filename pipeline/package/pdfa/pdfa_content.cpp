#include "pipeline/package/pdfa/pdfa_content.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "pipeline/package/pdf/pdf_tokens.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;
using Token = QPDFTokenizer::Token;

constexpr std::size_t kStatesMax = 28;  // 6.1.13
constexpr int kFormDepthMax = 24;
constexpr std::size_t kOperandsMax = 10000;

// ISO 32000-1, table 51.
constexpr std::string_view kOperators[] = {
    "\"", "'",  "B",  "B*", "BDC", "BI", "BMC", "BT", "BX",  "CS", "DP", "Do", "EI",  "EMC", "ET",
    "EX", "F",  "G",  "ID", "J",   "K",  "M",   "MP", "Q",   "RG", "S",  "SC", "SCN", "T*",  "TD",
    "TJ", "TL", "Tc", "Td", "Tf",  "Tj", "Tm",  "Tr", "Ts",  "Tw", "Tz", "W",  "W*",  "b",   "b*",
    "c",  "cm", "cs", "d",  "d0",  "d1", "f",   "f*", "g",   "gs", "h",  "i",  "j",   "k",   "l",
    "m",  "n",  "q",  "re", "rg",  "ri", "s",   "sc", "scn", "sh", "v",  "w",  "y"};
static_assert(std::is_sorted(std::begin(kOperators), std::end(kOperators)));
constexpr std::string_view kIntents[] = {"/RelativeColorimetric", "/AbsoluteColorimetric",
                                         "/Perceptual", "/Saturation"};
template <typename List>
bool contains(const List& list, std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

std::string key_of(Handle font) {
  return font.isIndirect() ? font.getObjGen().unparse() : font.unparseResolved();
}

std::string device_of(std::string_view op) {
  if (op == "g" || op == "G") return "/DeviceGray";
  if (op == "rg" || op == "RG") return "/DeviceRGB";
  return op == "k" || op == "K" ? "/DeviceCMYK" : "";
}

}  // namespace

struct ContentWalk::Operation {
  std::string name;
  std::vector<Token> operands;

  std::string last_name() const {
    const auto last = std::find_if(operands.rbegin(), operands.rend(), [](const Token& token) {
      return token.getType() == QPDFTokenizer::tt_name;
    });
    return last == operands.rend() ? "" : last->getValue();
  }
};

void ContentWalk::walk(const std::string& content, const PdfaResources& resources,
                       const std::string& place) {
  const int depth = here_.depth + 1;
  if (depth > kFormDepthMax) return;
  Place outer = std::exchange(here_, Place{resources, place, {}, {}, depth});
  PdfTokens tokens(content, place);
  Operation operation;
  while (true) {
    const Token token = tokens.next();
    if (token.getType() == QPDFTokenizer::tt_eof) break;
    if (token.getType() != QPDFTokenizer::tt_word) {
      if (operation.operands.size() < kOperandsMax) operation.operands.push_back(token);
      continue;
    }
    operation.name = token.getValue();
    run(operation);
    operation.operands.clear();
    if (operation.name == "ID") tokens.expect_inline_image();
  }
  here_ = std::move(outer);
}

void ContentWalk::run(const Operation& operation) {
  const std::string& op = operation.name;
  PdfaReport& report = subject_.report;
  if (!std::binary_search(std::begin(kOperators), std::end(kOperators), op)) {
    return report.violates("6.2.2-operator", here_.name + " has an unknown operator");
  }
  const std::string name = operation.last_name();
  if (op == "q") {
    here_.saved.push_back(here_.text);
    if (here_.saved.size() > kStatesMax) {
      report.violates("6.1.13-states", here_.name + " saves more than 28 graphics states");
    }
  } else if (op == "Q" && !here_.saved.empty()) {
    here_.text = here_.saved.back();
    here_.saved.pop_back();
  } else if (op == "Tr" && !operation.operands.empty()) {
    here_.text.mode = std::atoll(operation.operands.back().getValue().c_str());
  } else if (op == "Tf") {
    set_font(name);
  } else if (op == "Tj" || op == "TJ" || op == "'" || op == "\"") {
    for (const Token& token : operation.operands) {
      if (token.getType() == QPDFTokenizer::tt_string) show(token.getValue());
    }
  } else if (op == "Do") {
    draw(name);
  } else if (op == "gs") {
    look_at_state(resource("/ExtGState", name));
  } else if (op == "cs" || op == "CS") {
    colours_.note(Handle::newName(name), here_.resources.dictionary, here_.name);
  } else if (op == "scn" || op == "SCN") {
    if (!name.empty()) look_at_pattern(name);
  } else if (op == "sh") {
    Handle shading = resource("/Shading", name);
    if (shading.isStream()) shading = shading.getDict();
    if (shading.isDictionary()) {
      colours_.note(shading.getKey("/ColorSpace"), here_.resources.dictionary, here_.name);
    }
  } else if (op == "ri" && !contains(kIntents, name)) {
    report.violates("6.2.6-intent", here_.name + " has an unknown rendering intent");
  } else if (op == "ID") {
    look_at_inline_image(operation);
  } else if (!device_of(op).empty()) {
    colours_.note_device(device_of(op), here_.resources.dictionary, here_.name);
  }
}

Handle ContentWalk::resource(const char* kind, const std::string& name) {
  if (!here_.resources.own) {
    subject_.report.violates("6.2.2-resources", here_.name + " uses resources it inherits");
  }
  Handle group = here_.resources.dictionary.getKey(kind);
  return group.isDictionary() ? group.getKey(name) : Handle::newNull();
}

void ContentWalk::set_font(const std::string& name) {
  Handle font = resource("/Font", name);
  if (!font.isDictionary()) return;
  here_.text.font = key_of(font);
  fonts_.try_emplace(here_.text.font, FontUse{font, false, {}});
}

void ContentWalk::show(const std::string& bytes) {
  constexpr long long kInvisible = 3;
  const auto found = fonts_.find(here_.text.font);
  if (found == fonts_.end()) return;
  FontUse& use = found->second;
  use.rendered = use.rendered || here_.text.mode != kInvisible;
  if (!has_identity_encoding(use.font)) return;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    use.codes.insert(static_cast<unsigned char>(bytes[i]) << 8 |
                     static_cast<unsigned char>(bytes[i + 1]));
  }
}

void ContentWalk::draw(const std::string& name) {
  Handle object = resource("/XObject", name);
  if (!object.isStream()) return;
  Handle dictionary = object.getDict();
  if (dictionary.getKey("/Subtype").isNameAndEquals("/Form")) return walk_form(object);
  colours_.note(dictionary.getKey("/ColorSpace"), here_.resources.dictionary, place_of(object));
  Handle mask = dictionary.getKey("/SMask");
  if (mask.isStream()) {
    colours_.note(mask.getDict().getKey("/ColorSpace"), here_.resources.dictionary, place_of(mask));
  }
}

void ContentWalk::walk_form(Handle form) {
  if (!forms_.insert(form.getObjGen()).second) return;
  Handle own = form.getDict().getKey("/Resources");
  const bool has_own = own.isDictionary();
  const PdfaResources resources{has_own ? own : here_.resources.dictionary, has_own};
  look_at_group(form.getDict(), resources.dictionary);
  walk(decoded_data(form), resources, place_of(form));
}

void ContentWalk::walk_appearance(Handle annotation) {
  if (!annotation.isDictionary() || !annotation.getKey("/AP").isDictionary()) return;
  Handle normal = annotation.getKey("/AP").getKey("/N");
  here_.resources = {Handle::newDictionary(), true};
  if (normal.isStream()) return walk_form(normal);
  if (!normal.isDictionary()) return;
  for (const auto& [state, form] : normal.getDictAsMap()) {
    if (Handle(form).isStream()) walk_form(form);
  }
}

void ContentWalk::look_at_group(Handle owner, Handle resources) {
  Handle group = owner.getKey("/Group");
  if (!group.isDictionary()) return;
  if (!subject_.rules().transparency && group.getKey("/S").isNameAndEquals("/Transparency")) {
    subject_.report.violates("6.4-transparency", place_of(owner) + " is a transparency group");
  }
  Handle space = group.getKey("/CS");
  if (!space.isNull()) colours_.note(space, resources, "a transparency group");
}

void ContentWalk::look_at_state(Handle state) {
  if (!state.isDictionary()) return;
  PdfaReport& report = subject_.report;
  if (state.hasKey("/TR") ||
      (state.hasKey("/TR2") && !state.getKey("/TR2").isNameAndEquals("/Default"))) {
    report.violates("6.2.5-state", here_.name + " changes tones by a transfer function");
  }
  look_at_halftone(state.getKey("/HT"));
  if (state.hasKey("/HTP")) {
    report.violates("6.2.5-halftone", here_.name + " states the phase of a halftone");
  }
  Handle intent = state.getKey("/RI");
  if (intent.isName() && !contains(kIntents, intent.getName())) {
    report.violates("6.2.6-intent", here_.name + " has an unknown rendering intent");
  }
  Handle modes = state.getKey("/BM");
  std::vector<Handle> list;
  if (modes.isName()) list.push_back(modes);
  if (modes.isArray()) list = modes.getArrayAsVector();
  for (Handle mode : list) {
    if (!mode.isName() || !contains(subject_.rules().blend_modes, mode.getName())) {
      report.violates("6.2.10-blend-mode", here_.name + " has an unknown blend mode");
    }
  }
  if (!subject_.rules().transparency) look_for_transparency(state);
  Handle mask = state.getKey("/SMask");
  if (mask.isDictionary() && mask.getKey("/G").isStream()) walk_form(mask.getKey("/G"));
}

void ContentWalk::look_at_halftone(Handle halftone) {
  if (halftone.isStream()) halftone = halftone.getDict();
  if (!halftone.isDictionary()) return;
  Handle kind = halftone.getKey("/HalftoneType");
  const bool known = kind.isInteger() && (kind.getIntValue() == 1 || kind.getIntValue() == 5);
  if (!known || halftone.hasKey("/HalftoneName")) {
    subject_.report.violates("6.2.5-halftone", here_.name + " prints with a halftone of its own");
  }
}

/// ISO 19005-1, 6.4
void ContentWalk::look_for_transparency(Handle state) {
  bool opaque = !state.hasKey("/SMask") || state.getKey("/SMask").isNameAndEquals("/None");
  for (const char* key : {"/CA", "/ca"}) {
    Handle alpha = state.getKey(key);
    opaque = opaque && (!alpha.isNumber() || alpha.getNumericValue() == 1);
  }
  if (!opaque) subject_.report.violates("6.4-transparency", here_.name + " paints transparently");
}

void ContentWalk::look_at_pattern(const std::string& name) {
  Handle pattern = resource("/Pattern", name);
  if (pattern.isStream()) return walk_form(pattern);
  if (!pattern.isDictionary()) return;
  Handle shading = pattern.getKey("/Shading");
  if (shading.isStream()) shading = shading.getDict();
  if (shading.isDictionary()) {
    colours_.note(shading.getKey("/ColorSpace"), here_.resources.dictionary, here_.name);
  }
}

/// 6.1.10, 6.2.4.3, 6.2.8: the abbreviated dictionary between BI and ID.
void ContentWalk::look_at_inline_image(const Operation& operation) {
  std::string key;
  for (const Token& token : operation.operands) {
    const bool is_name = token.getType() == QPDFTokenizer::tt_name;
    const std::string value = token.getValue();
    if ((key == "/CS" || key == "/ColorSpace") && is_name) {
      const std::string full = value == "/G"      ? "/DeviceGray"
                               : value == "/RGB"  ? "/DeviceRGB"
                               : value == "/CMYK" ? "/DeviceCMYK"
                                                  : value;
      colours_.note(Handle::newName(full), here_.resources.dictionary, here_.name);
    } else if (value == "/LZW" || value == "/LZWDecode") {
      subject_.report.violates("6.1.10-lzw", here_.name + " has an inline image coded by LZW");
    } else if ((key == "/I" || key == "/Interpolate") && value == "true") {
      subject_.report.violates("6.2.8-interpolate", here_.name + " has an image to interpolate");
    }
    if (is_name) key = value;
  }
}

}  // namespace sohoa
