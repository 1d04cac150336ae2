#include "pipeline/package/xml/xml_reader.h"

#include <libxml/parser.h>

#include <algorithm>
#include <exception>
#include <utility>

#include "pipeline/base/error.h"

namespace sohoa {

std::string XmlStart::value_of(std::string_view attribute, std::string_view space_of_it) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const auto& one) {
    return one.name == attribute && one.space == space_of_it;
  });
  return found == attributes.end() ? std::string() : found->value;
}

struct XmlReader::State {
  std::string name;
  XmlEvents events;
  xmlParserCtxtPtr context = nullptr;
  std::exception_ptr failure;

  ~State() {
    if (context == nullptr) return;
    if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
  }
};

namespace {

constexpr std::size_t kPieceBytesMax = 1 << 20;
constexpr int kFieldsOfAttribute = 5;  // name, prefix, URI, begin and end of the value

std::string text_of(const xmlChar* text) {
  return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

Error bad_xml(const std::string& name, const std::string& reason) {
  return Error(ExitCode::kInput, name, reason, "get the package again from its maker");
}

XmlStart element_of(const xmlChar* name, const xmlChar* space, int count,
                    const xmlChar** attributes) {
  XmlStart element{text_of(space), text_of(name), {}};
  for (int i = 0; i < count; ++i) {
    const xmlChar** fields = attributes + i * kFieldsOfAttribute;
    element.attributes.push_back({text_of(fields[2]), text_of(fields[0]),
                                  std::string(reinterpret_cast<const char*>(fields[3]),
                                              reinterpret_cast<const char*>(fields[4]))});
  }
  return element;
}

/// An exception must not pass through libxml2, which is C: it waits in `failure`.
template <typename State, typename Work>
void guarded(void* user, Work work) {
  auto& state = *static_cast<State*>(user);
  if (state.failure) return;
  try {
    work(state);
  } catch (...) {
    state.failure = std::current_exception();
    xmlStopParser(state.context);
  }
}

template <typename State>
struct Handlers {
  static void begin(void* user, const xmlChar* name, const xmlChar* /*prefix*/,
                    const xmlChar* space, int /*namespaces*/, const xmlChar** /*spaces*/, int count,
                    int /*defaulted*/, const xmlChar** attributes) {
    guarded<State>(user, [&](State& state) {
      state.events.begin(element_of(name, space, count, attributes));
    });
  }

  static void end(void* user, const xmlChar* /*name*/, const xmlChar* /*prefix*/,
                  const xmlChar* /*space*/) {
    guarded<State>(user, [](State& state) { state.events.end(); });
  }

  static void text(void* user, const xmlChar* bytes, int count) {
    guarded<State>(user, [&](State& state) {
      state.events.text({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count)});
    });
  }

  // With no DOCTYPE there are no entities but XML's own five.
  static void doctype(void* user, const xmlChar* /*name*/, const xmlChar* /*external*/,
                      const xmlChar* /*system*/) {
    guarded<State>(user, [](State& state) {
      throw bad_xml(state.name, "has a document type declaration, which is not allowed");
    });
  }

  static xmlSAXHandler table() {
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = &begin;
    handler.endElementNs = &end;
    handler.characters = &text;
    handler.cdataBlock = &text;
    handler.internalSubset = &doctype;
    return handler;
  }
};

}  // namespace

XmlReader::XmlReader(std::string name, XmlEvents events) : state_(std::make_unique<State>()) {
  state_->name = std::move(name);
  state_->events = std::move(events);
  xmlSAXHandler handler = Handlers<State>::table();
  state_->context = xmlCreatePushParserCtxt(&handler, state_.get(), nullptr, 0, nullptr);
  if (state_->context == nullptr) throw std::bad_alloc();
  // Without NOENT libxml2 hands on "&#38;" for an "&amp;" of an attribute. There are no other
  // entities, as no DOCTYPE gets through.
  xmlCtxtUseOptions(state_->context, XML_PARSE_NONET | XML_PARSE_NOENT);
}

XmlReader::~XmlReader() = default;

void XmlReader::add(ByteView bytes) {
  while (!bytes.empty()) {
    const ByteView piece = bytes.first(std::min(bytes.size(), kPieceBytesMax));
    bytes = bytes.subspan(piece.size());
    const int fault = xmlParseChunk(state_->context, reinterpret_cast<const char*>(piece.data()),
                                    static_cast<int>(piece.size()), 0);
    if (state_->failure) std::rethrow_exception(state_->failure);
    if (fault != 0) throw bad_xml(state_->name, "is not well-formed XML");
  }
}

void XmlReader::finish() {
  const int fault = xmlParseChunk(state_->context, nullptr, 0, 1);
  if (state_->failure) std::rethrow_exception(state_->failure);
  if (fault != 0 || state_->context->wellFormed == 0) {
    throw bad_xml(state_->name, "is not well-formed XML");
  }
}

}  // namespace sohoa
