#include "pipeline/package/pdf/pdf_stream_data.h"

#include <algorithm>
#include <qpdf/Pl_Function.hh>
#include <qpdf/QPDF.hh>

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

/// What there is of the data at that level; empty when a filter fails.
std::string data_of(Handle stream, qpdf_stream_decode_level_e level, std::size_t bytes_max) {
  std::string data;
  Pl_Function collect("bounded", nullptr, [&](unsigned char const* bytes, size_t size) {
    const std::size_t room = bytes_max - data.size();
    data.append(reinterpret_cast<char const*>(bytes), std::min(size, room));
  });
  try {
    const bool decoded = stream.pipeStreamData(&collect, 0, level, true);
    return decoded || level == qpdf_dl_none ? data : "";
  } catch (const std::exception&) {
    return "";
  }
}

/// `raw` with all filters but the last of a list.
Handle without_last_filter(QPDF& scratch, const std::string& raw, Handle names, Handle parameters) {
  Handle outer = Handle::newStream(&scratch, raw);
  Handle first = Handle::newArray();
  Handle theirs = Handle::newArray();
  for (int i = 0; i + 1 < names.getArrayNItems(); ++i) {
    Handle name = names.getArrayItem(i);
    Handle own = parameters.isArray() ? parameters.getArrayItem(i) : Handle::newNull();
    first.appendItem(Handle::newName(name.isName() ? name.getName() : "/None"));
    theirs.appendItem(own.isDictionary() ? own.unsafeShallowCopy() : Handle::newNull());
  }
  outer.getDict().replaceKey("/Filter", first);
  outer.getDict().replaceKey("/DecodeParms", theirs);
  return outer;
}

}  // namespace

std::string decoded_data(QPDFObjectHandle stream, std::size_t bytes_max) {
  return data_of(stream, qpdf_dl_specialized, bytes_max);
}

std::string encoded_data(QPDFObjectHandle stream, std::size_t bytes_max) {
  const std::string raw = data_of(stream, qpdf_dl_none, bytes_max);
  Handle names = stream.getDict().getKey("/Filter");
  if (!names.isArray() || names.getArrayNItems() < 2) return raw;
  QPDF scratch;
  scratch.emptyPDF();
  scratch.setSuppressWarnings(true);
  const Handle parameters = stream.getDict().getKey("/DecodeParms");
  return decoded_data(without_last_filter(scratch, raw, names, parameters), bytes_max);
}

std::string content_of_page(QPDFObjectHandle page) {
  Handle contents = page.getKey("/Contents");
  if (contents.isStream()) return decoded_data(contents);
  std::string content;
  if (!contents.isArray()) return content;
  for (const Handle& part : contents.getArrayAsVector()) {
    if (content.size() > kPdfStreamBytesMax) break;
    if (Handle(part).isStream()) content += decoded_data(part) + '\n';
  }
  return content;
}

}  // namespace sohoa
