#include "tests/package/pdfa_mutations.h"

namespace sohoa::test {

namespace {

using Handle = QPDFObjectHandle;

std::string repeated(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

Handle array_of(int count) { return parsed('[' + repeated("0 ", count) + ']'); }

Handle dictionary_of(int count) {
  std::string entries;
  for (int i = 0; i < count; ++i) entries += "/K" + std::to_string(i) + " 0 ";
  return parsed("<< " + entries + ">>");
}

/// Gives the page an object among its resources.
void add_object(QPDF& pdf, const std::string& keys) {
  Handle object = Handle::newStream(&pdf, "q Q");
  for (auto& [key, value] : parsed("<< /Type /XObject " + keys + " >>").getDictAsMap()) {
    object.getDict().replaceKey(key, value);
  }
  page_of(pdf).getKey("/Resources").getKey("/XObject").replaceKey("/Other", object);
}

const std::string kForm = "/Subtype /Form /BBox [0 0 9 9] /Resources << >> ";

Mutations of_limits() {
  return {
      {"an integer of 2^31", "6.1.13-integer", "6.1.12-integer",
       [](QPDF& pdf) { set_unused(pdf, Handle::newInteger(2147483648)); }},
      {"a real number of 10^39", "6.1.13-real", "6.1.12-real",
       [](QPDF& pdf) { set_unused(pdf, Handle::newReal("1" + std::string(39, '0') + ".0")); }},
      {"a real number of 32768", "", "6.1.12-real",
       [](QPDF& pdf) { set_unused(pdf, Handle::newReal("32768.5")); }},
      {"a string of 32768 bytes", "6.1.13-string", "",
       [](QPDF& pdf) { set_unused(pdf, Handle::newString(std::string(32768, 'a'))); }},
      {"a string of 65536 bytes", "6.1.13-string", "6.1.12-string",
       [](QPDF& pdf) { set_unused(pdf, Handle::newString(std::string(65536, 'a'))); }},
      {"a name of 128 bytes", "6.1.13-name", "6.1.12-name",
       [](QPDF& pdf) { set_unused(pdf, Handle::newName('/' + std::string(128, 'a'))); }},
      {"an array of 8191 items", "", "", [](QPDF& pdf) { set_unused(pdf, array_of(8191)); }},
      {"an array of 8192 items", "", "6.1.12-size",
       [](QPDF& pdf) { set_unused(pdf, array_of(8192)); }},
      {"a dictionary of 4096 entries", "", "6.1.12-size",
       [](QPDF& pdf) { set_unused(pdf, dictionary_of(4096)); }},
      {"28 saved states", "", "",
       [](QPDF& pdf) { append_content(pdf, repeated("q ", 28) + repeated("Q ", 28)); }},
      {"29 saved states", "6.1.13-states", "6.1.12-states",
       [](QPDF& pdf) { append_content(pdf, repeated("q ", 29) + repeated("Q ", 29)); }},
      {"a page of 2 points", "6.1.13-page-size", "",
       [](QPDF& pdf) { page_of(pdf).replaceKey("/MediaBox", parsed("[0 0 2 800]")); }},
      {"a page of 14401 points", "6.1.13-page-size", "",
       [](QPDF& pdf) { page_of(pdf).replaceKey("/MediaBox", parsed("[0 0 14401 800]")); }},
  };
}

Mutations of_streams() {
  return {
      {"LZW", "6.1.7.2-lzw", "6.1.10-lzw",
       [](QPDF& pdf) { image_of(pdf).replaceKey("/Filter", parsed("/LZWDecode")); }},
      {"an unknown filter", "6.1.7.2-filter", "6.1.10-filter",
       [](QPDF& pdf) { image_of(pdf).replaceKey("/Filter", parsed("/Squeeze")); }},
      {"data in another file", "6.1.7.1-external", "6.1.7-external",
       [](QPDF& pdf) { image_of(pdf).replaceKey("/F", Handle::newString("a.jpg")); }},
      {"a filter for data in another file", "6.1.7.1-external", "6.1.7-external",
       [](QPDF& pdf) { image_of(pdf).replaceKey("/FFilter", parsed("/FlateDecode")); }},
      {"a form with OPI", "6.2.9-form", "6.2.5-form",
       [](QPDF& pdf) { add_object(pdf, kForm + "/OPI << >>"); }},
      {"a form with PostScript", "6.2.9-form", "6.2.5-form",
       [](QPDF& pdf) { add_object(pdf, kForm + "/Subtype2 /PS"); }},
      {"a form of another file", "6.2.9-reference", "6.2.6-reference",
       [](QPDF& pdf) { add_object(pdf, kForm + "/Ref << >>"); }},
      {"PostScript", "6.2.9-postscript", "6.2.7-postscript",
       [](QPDF& pdf) { add_object(pdf, "/Subtype /PS"); }},
      {"a font's name that is not UTF-8", "6.1.8-name", "",
       [](QPDF& pdf) { font_of(pdf).replaceKey("/BaseFont", Handle::newName("/A\xFF")); }},
  };
}

}  // namespace

Mutations mutations_of_objects() {
  Mutations all = of_limits();
  for (const Mutation& mutation : of_streams()) all.push_back(mutation);
  return all;
}

}  // namespace sohoa::test
