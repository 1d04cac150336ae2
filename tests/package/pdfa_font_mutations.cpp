#include "tests/package/pdfa_mutations.h"

namespace sohoa::test {

namespace {

using Handle = QPDFObjectHandle;

void use_simple_font(QPDF& pdf, const std::string& dictionary) {
  page_of(pdf).getKey("/Resources").getKey("/Font").replaceKey("/F1", parsed(dictionary));
  append_content(pdf, "BT 0 Tr /F1 9 Tf (a) Tj ET\n");
}

Handle descriptor_of(QPDF& pdf) { return cid_font_of(pdf).getKey("/FontDescriptor"); }

}  // namespace

Mutations mutations_of_fonts() {
  return {
      {"a font of no kind", "6.2.11.2-font", "6.3.2-font",
       [](QPDF& pdf) { font_of(pdf).replaceKey("/Subtype", parsed("/Type9")); }},
      {"two descendants", "6.2.11.2-font", "6.3.2-font",
       [](QPDF& pdf) { font_of(pdf).getKey("/DescendantFonts").appendItem(cid_font_of(pdf)); }},
      {"no encoding", "6.2.11.3.3-cmap", "6.3.3.3-cmap",
       [](QPDF& pdf) {
         font_of(pdf).removeKey("/Encoding");
         font_of(pdf).removeKey("/ToUnicode");
         font_of(pdf).replaceKey("/ToUnicode", Handle::newStream(&pdf, ""));
       }},
      {"no map to glyphs", "6.2.11.3.2-cid-to-gid", "6.3.3.2-cid-to-gid",
       [](QPDF& pdf) { cid_font_of(pdf).removeKey("/CIDToGIDMap"); }},
      {"a shown font that is not embedded", "6.2.11.4.1-embedded", "6.3.4-embedded",
       [](QPDF& pdf) {
         show_text(pdf);
         descriptor_of(pdf).removeKey("/FontFile2");
       }},
      {"an invisible font that is not embedded", "", "",
       [](QPDF& pdf) { descriptor_of(pdf).removeKey("/FontFile2"); }},
      {"a simple font that is not embedded", "6.2.11.4.1-embedded", "6.3.4-embedded",
       [](QPDF& pdf) {
         use_simple_font(pdf,
                         "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
                         " /Encoding /WinAnsiEncoding >>");
       }},
      {"widths that differ", "6.2.11.5-width", "6.3.6-width",
       [](QPDF& pdf) {
         show_text(pdf);
         cid_font_of(pdf).replaceKey("/W", parsed("[1 [900]]"));
       }},
      {"no list of codes", "", "6.3.5-code-set",
       [](QPDF& pdf) { descriptor_of(pdf).removeKey("/CIDSet"); }},
      {"a list of too few codes", "", "6.3.5-code-set",
       [](QPDF& pdf) {
         descriptor_of(pdf).replaceKey("/CIDSet", Handle::newStream(&pdf, "\xFF"));
       }},
      {"no list of codes of a whole font", "", "",
       [](QPDF& pdf) {
         descriptor_of(pdf).removeKey("/CIDSet");
         for (Handle font : {font_of(pdf), cid_font_of(pdf)}) {
           font.replaceKey("/BaseFont", parsed("/SohoaInvisible"));
         }
       }},
      {"no characters", "6.2.11.7.2-to-unicode", "",
       [](QPDF& pdf) { font_of(pdf).removeKey("/ToUnicode"); }},
      {"a range of characters beyond 256", "6.2.11.7.2-to-unicode", "",
       [](QPDF& pdf) {
         set_data(font_of(pdf).getKey("/ToUnicode"),
                  "1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\n");
       }},
      {"a forbidden character", "6.2.11.7.2-character", "",
       [](QPDF& pdf) { replace_in(font_of(pdf).getKey("/ToUnicode"), "<0043>", "<FEFF>"); }},
      {"the glyph .notdef", "6.2.11.8-notdef", "",
       [](QPDF& pdf) {
         append_content(pdf, "BT /F0 9 Tf <0000> Tj ET\n");
         replace_in(font_of(pdf).getKey("/ToUnicode"), "endbfchar",
                    "endbfchar 1 beginbfchar <0000> <0041> endbfchar");
       }},
  };
}

}  // namespace sohoa::test
