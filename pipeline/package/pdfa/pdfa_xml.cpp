#include "pipeline/package/pdfa/pdfa_xml.h"

#include <charconv>
#include <map>
#include <utility>

#include "pipeline/base/text.h"

namespace sohoa {

namespace {

constexpr int kDepthMax = 64;
constexpr std::string_view kSpaces = " \t\r\n";

struct IllFormed {};

class XmlParser {
 public:
  explicit XmlParser(std::string_view text) : rest_(text) {}

  XmlElement document() {
    skip_outside();
    XmlElement root = element({{"xml", "http://www.w3.org/XML/1998/namespace"}}, 0);
    skip_outside();
    if (!rest_.empty()) throw IllFormed{};
    return root;
  }

 private:
  using Prefixes = std::map<std::string, std::string>;

  bool take(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }

  void expect(std::string_view expected) {
    if (!take(expected)) throw IllFormed{};
  }

  std::string_view up_to(std::string_view end) {
    const std::size_t at = rest_.find(end);
    if (at == std::string_view::npos) throw IllFormed{};
    const std::string_view found = rest_.substr(0, at);
    rest_.remove_prefix(at + end.size());
    return found;
  }

  void skip_spaces() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(kSpaces), rest_.size()));
  }

  bool skip_aside() {
    if (take("<?")) return up_to("?>"), true;
    if (take("<!--")) return up_to("-->"), true;
    return false;
  }

  void skip_outside() {
    do skip_spaces();
    while (skip_aside());
  }

  std::string raw_name() {
    const std::size_t end = rest_.find_first_of(" \t\r\n=/><\"'&");
    if (end == 0 || end == std::string_view::npos) throw IllFormed{};
    std::string name(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return name;
  }

  static XmlName resolved(const std::string& raw, const Prefixes& prefixes, bool is_attribute) {
    const std::size_t colon = raw.find(':');
    if (colon == std::string::npos) {
      const auto usual = prefixes.find("");
      return {"", is_attribute || usual == prefixes.end() ? "" : usual->second, raw};
    }
    const auto declared = prefixes.find(raw.substr(0, colon));
    if (declared == prefixes.end()) throw IllFormed{};
    return {declared->first, declared->second, raw.substr(colon + 1)};
  }

  static std::string entity(std::string_view name) {
    static const std::map<std::string_view, std::string> kEntities = {
        {"lt", "<"}, {"gt", ">"}, {"amp", "&"}, {"quot", "\""}, {"apos", "'"}};
    const auto known = kEntities.find(name);
    if (known != kEntities.end()) return known->second;
    if (!name.starts_with('#') || name.size() < 2) throw IllFormed{};
    const int base = name[1] == 'x' ? 16 : 10;
    const std::string_view digits = name.substr(base == 16 ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, base);
    if (error != std::errc() || end != digits.data() + digits.size() || code > 0x10FFFF) {
      throw IllFormed{};
    }
    return to_utf8(std::u32string(1, static_cast<char32_t>(code)));
  }

  static std::string unescaped(std::string_view raw) {
    std::string text;
    for (std::size_t at = raw.find('&'); at != std::string_view::npos; at = raw.find('&')) {
      text += raw.substr(0, at);
      const std::size_t end = raw.find(';', at);
      if (end == std::string_view::npos) throw IllFormed{};
      text += entity(raw.substr(at + 1, end - at - 1));
      raw.remove_prefix(end + 1);
    }
    return text += raw;
  }

  std::vector<std::pair<std::string, std::string>> raw_attributes() {
    std::vector<std::pair<std::string, std::string>> attributes;
    for (skip_spaces(); !rest_.starts_with('>') && !rest_.starts_with('/'); skip_spaces()) {
      std::string name = raw_name();
      skip_spaces();
      expect("=");
      skip_spaces();
      const bool single = take("'");
      if (!single) expect("\"");
      attributes.emplace_back(std::move(name), unescaped(up_to(single ? "'" : "\"")));
    }
    return attributes;
  }

  XmlElement element(Prefixes prefixes, int depth) {
    if (depth > kDepthMax) throw IllFormed{};
    expect("<");
    const std::string raw = raw_name();
    const auto attributes = raw_attributes();
    for (const auto& [name, value] : attributes) {
      if (name == "xmlns") prefixes[""] = value;
      if (name.starts_with("xmlns:")) prefixes[name.substr(6)] = value;
    }
    XmlElement element;
    element.name = resolved(raw, prefixes, false);
    for (const auto& [name, value] : attributes) {
      if (name == "xmlns" || name.starts_with("xmlns:")) continue;
      element.attributes.push_back({resolved(name, prefixes, true), value});
    }
    if (take("/>")) return element;
    expect(">");
    content(element, prefixes, depth);
    expect(raw);
    skip_spaces();
    expect(">");
    return element;
  }

  void content(XmlElement& parent, const Prefixes& prefixes, int depth) {
    while (!take("</")) {
      if (skip_aside()) continue;
      if (take("<![CDATA[")) {
        parent.text += up_to("]]>");
      } else if (rest_.starts_with('<')) {
        parent.children.push_back(element(prefixes, depth + 1));
      } else {
        const std::size_t end = rest_.find('<');
        if (end == std::string_view::npos) throw IllFormed{};
        parent.text += unescaped(rest_.substr(0, end));
        rest_.remove_prefix(end);
      }
    }
  }

  std::string_view rest_;
};

}  // namespace

std::optional<XmlElement> parse_xml(std::string_view text) {
  try {
    return XmlParser(text).document();
  } catch (const IllFormed&) {
    return std::nullopt;
  }
}

}  // namespace sohoa
