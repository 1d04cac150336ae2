#include "tests/package/pdfa_mutations.h"

#include <gtest/gtest.h>

#include <memory>

namespace sohoa::test {

using Handle = QPDFObjectHandle;

namespace {

std::string data_of(Handle stream) {
  const std::shared_ptr<Buffer> data = stream.getStreamData(qpdf_dl_generalized);
  return std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
}

}  // namespace

Handle page_of(QPDF& pdf) { return pdf.getAllPages().at(0); }
Handle image_of(QPDF& pdf) {
  return page_of(pdf).getKey("/Resources").getKey("/XObject").getKey("/Im0").getDict();
}
Handle font_of(QPDF& pdf) {
  return page_of(pdf).getKey("/Resources").getKey("/Font").getKey("/F0");
}
Handle cid_font_of(QPDF& pdf) { return font_of(pdf).getKey("/DescendantFonts").getArrayItem(0); }
Handle metadata_of(QPDF& pdf) { return pdf.getRoot().getKey("/Metadata"); }

Handle parsed(const std::string& text) { return Handle::parse(text); }

void set_data(Handle stream, const std::string& data) {
  stream.replaceStreamData(data, Handle::newNull(), Handle::newNull());
  stream.setFilterOnWrite(false);
}

void replace_in(Handle stream, const std::string& old_text, const std::string& new_text) {
  std::string data = data_of(stream);
  const std::size_t at = data.find(old_text);
  ASSERT_NE(at, std::string::npos) << old_text;
  set_data(stream, data.replace(at, old_text.size(), new_text));
}

void append_content(QPDF& pdf, const std::string& operators) {
  Handle content = page_of(pdf).getKey("/Contents");
  set_data(content, data_of(content) + operators);
}

void show_text(QPDF& pdf) {
  Handle content = page_of(pdf).getKey("/Contents");
  std::string data = data_of(content);
  for (std::size_t at = data.find("3 Tr"); at != std::string::npos; at = data.find("3 Tr")) {
    data[at] = '0';
  }
  set_data(content, data);
}

}  // namespace sohoa::test
