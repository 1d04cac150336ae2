#include "pipeline/package/pdf/pdf_stream_data.h"

#include <algorithm>
#include <qpdf/Pl_Function.hh>

namespace sohoa {

std::string decoded_data(QPDFObjectHandle stream, std::size_t bytes_max) {
  std::string data;
  Pl_Function collect("bounded", nullptr, [&](unsigned char const* bytes, size_t size) {
    const std::size_t room = bytes_max - data.size();
    data.append(reinterpret_cast<char const*>(bytes), std::min(size, room));
  });
  try {
    if (!stream.pipeStreamData(&collect, 0, qpdf_dl_specialized, true)) return "";
  } catch (const std::exception&) {
    return "";
  }
  return data;
}

std::string content_of_page(QPDFObjectHandle page) {
  QPDFObjectHandle contents = page.getKey("/Contents");
  if (contents.isStream()) return decoded_data(contents);
  std::string content;
  if (!contents.isArray()) return content;
  for (const QPDFObjectHandle& part : contents.getArrayAsVector()) {
    if (content.size() > kPdfStreamBytesMax) break;
    if (QPDFObjectHandle(part).isStream()) content += decoded_data(part) + '\n';
  }
  return content;
}

}  // namespace sohoa
