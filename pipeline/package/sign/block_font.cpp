#include "pipeline/package/sign/block_font.h"

#include <memory>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>

namespace sohoa {

namespace {

std::string deflated(const std::string& data) {
  Pl_Buffer result("deflated");
  Pl_Flate flate("deflate", &result, Pl_Flate::a_deflate);
  flate.write(reinterpret_cast<const unsigned char*>(data.data()), data.size());
  flate.finish();
  const std::shared_ptr<Buffer> buffer = result.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

/// A bit for each code, the first in the highest: all glyphs of a subset are there, the parts of
/// others too. PDF/A-1 asks for it (ISO 19005-1, 6.3.5).
std::string code_set(unsigned count) {
  std::string bits((count + 7) / 8, '\xFF');
  if (count % 8 != 0) bits.back() = static_cast<char>(0xFF << (8 - count % 8));
  return bits;
}

}  // namespace

QPDFObjGen BlockFont::put_into(IncrementalUpdate& update) const {
  const QPDFObjGen program = update.new_id(), codes = update.new_id(), descriptor = update.new_id(),
                   descendant = update.new_id(), unicode = update.new_id(), font = update.new_id();
  const std::string name = subset_.name();
  update.put_stream(program,
                    "/Filter /FlateDecode /Length1 " + std::to_string(subset_.program().size()),
                    deflated(subset_.program()));
  update.put_stream(codes, "/Filter /FlateDecode", deflated(code_set(subset_.glyph_count())));
  update.put(descriptor, std::string("<< ") + SubsetFont::kDescription + " /FontName " + name +
                             " /CIDSet " + reference_to(codes) + " /FontFile2 " +
                             reference_to(program) + " >>");
  update.put(descendant, std::string("<< ") + SubsetFont::kDescendant + " /BaseFont " + name +
                             " /FontDescriptor " + reference_to(descriptor) + " /W [" +
                             subset_.widths() + "] >>");
  update.put_stream(unicode, "/Filter /FlateDecode", deflated(subset_.to_unicode()));
  update.put(font, "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /BaseFont " + name +
                       " /DescendantFonts [" + reference_to(descendant) + "] /ToUnicode " +
                       reference_to(unicode) + " >>");
  return font;
}

}  // namespace sohoa
