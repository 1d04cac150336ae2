#include "tests/package/pdfa_mutations.h"

namespace sohoa::test {

namespace {

using Handle = QPDFObjectHandle;

void set_root(QPDF& pdf, const char* key, const std::string& value) {
  pdf.getRoot().replaceKey(key, parsed(value));
}

Mutations of_actions() {
  return {
      {"JavaScript", "6.5.1-action", "6.6.1-action",
       [](QPDF& pdf) { set_root(pdf, "/OpenAction", "<< /S /JavaScript /JS (x) >>"); }},
      {"a start of a program", "6.5.1-action", "6.6.1-action",
       [](QPDF& pdf) { set_root(pdf, "/OpenAction", "<< /S /Launch /F (x) >>"); }},
      {"a viewer's own command", "6.5.1-action", "6.6.1-action",
       [](QPDF& pdf) { set_root(pdf, "/OpenAction", "<< /S /Named /N /Print >>"); }},
      {"a command that all know", "", "",
       [](QPDF& pdf) { set_root(pdf, "/OpenAction", "<< /S /Named /N /NextPage >>"); }},
      {"named JavaScript", "6.5.1-action", "6.6.1-action",
       [](QPDF& pdf) { set_root(pdf, "/Names", "<< /JavaScript << >> >>"); }},
      {"a page that acts", "6.5.2-trigger", "",
       [](QPDF& pdf) {
         page_of(pdf).replaceKey("/AA", parsed("<< /O << /S /URI /URI (x) >> >>"));
       }},
      {"a document that acts", "6.5.2-trigger", "6.6.2-trigger",
       [](QPDF& pdf) { set_root(pdf, "/AA", "<< /WC << /S /URI /URI (x) >> >>"); }},
  };
}

Mutations of_catalogue() {
  return {
      {"appearances to be made", "6.4.1-need-appearances", "6.9-need-appearances",
       [](QPDF& pdf) { set_root(pdf, "/AcroForm", "<< /NeedAppearances true >>"); }},
      {"XFA", "6.4.2-xfa", "", [](QPDF& pdf) { set_root(pdf, "/AcroForm", "<< /XFA [] >>"); }},
      {"a document to be drawn", "6.4.2-xfa", "",
       [](QPDF& pdf) { set_root(pdf, "/NeedsRendering", "true"); }},
      {"layers without a name", "6.9-optional-content", "6.1.13-optional-content",
       [](QPDF& pdf) { set_root(pdf, "/OCProperties", "<< /OCGs [] /D << >> >>"); }},
      {"layers", "", "6.1.13-optional-content",
       [](QPDF& pdf) { set_root(pdf, "/OCProperties", "<< /OCGs [] /D << /Name (a) >> >>"); }},
      {"layers that switch", "6.9-optional-content", "6.1.13-optional-content",
       [](QPDF& pdf) {
         set_root(pdf, "/OCProperties", "<< /OCGs [] /D << /Name (a) /AS [] >> >>");
       }},
      {"other permissions", "6.1.12-permissions", "",
       [](QPDF& pdf) { set_root(pdf, "/Perms", "<< /Other << >> >>"); }},
      {"slide shows", "6.10-alternate-presentation", "",
       [](QPDF& pdf) { set_root(pdf, "/Names", "<< /AlternatePresentations << >> >>"); }},
      {"slide steps", "6.10-alternate-presentation", "",
       [](QPDF& pdf) { page_of(pdf).replaceKey("/PresSteps", parsed("<< >>")); }},
      {"requirements", "6.11-requirements", "",
       [](QPDF& pdf) { set_root(pdf, "/Requirements", "[]"); }},
  };
}

/// Entries of the information dictionary that the metadata do not have so.
Mutation information(const char* what, const char* key, const char* value) {
  return {what, "", "6.7.3-information", [key, value](QPDF& pdf) {
            pdf.getTrailer().getKey("/Info").replaceKey(key, Handle::newString(value));
          }};
}

Mutation packet(const char* what, const char* part_two, const char* part_one, const char* old_text,
                const char* new_text) {
  return {what, part_two, part_one,
          [old_text, new_text](QPDF& pdf) { replace_in(metadata_of(pdf), old_text, new_text); }};
}

}  // namespace

Mutations mutations_of_metadata() {
  return {
      {"no metadata", "6.6.2.1-metadata",
       "6.6.2.1-metadata",  // so nobody knows of which part it is
       [](QPDF& pdf) { pdf.getRoot().removeKey("/Metadata"); }},
      {"metadata that say no kind", "6.6.2.1-metadata", "6.7.2-metadata",
       [](QPDF& pdf) { metadata_of(pdf).getDict().removeKey("/Subtype"); }},
      {"coded metadata", "", "6.7.2-filter",
       [](QPDF& pdf) {
         const std::shared_ptr<Buffer> data = metadata_of(pdf).getStreamData();
         std::string hexadecimal;
         for (std::size_t i = 0; i < data->getSize(); ++i) {
           const int byte = data->getBuffer()[i];
           hexadecimal += {"0123456789ABCDEF"[byte >> 4], "0123456789ABCDEF"[byte & 15]};
         }
         metadata_of(pdf).replaceStreamData(hexadecimal + '>', parsed("/ASCIIHexDecode"),
                                            Handle::newNull());
         metadata_of(pdf).setFilterOnWrite(false);
       }},
      packet("bytes that are no UTF-8", "6.6.2.1-utf8", "6.7.9-utf8", "sohoa",
             "so\xFF"
             "oa"),
      packet("broken XML", "6.6.2.1-xml", "6.7.9-xml", "</rdf:RDF>", "</rdf>"),
      packet("the packet's encoding", "6.6.2.1-packet", "6.7.5-packet",
             " id=", " encoding='UTF-8' id="),
      packet("the packet's size", "6.6.2.1-packet", "6.7.5-packet", " id=", " bytes='999' id="),
      packet("a schema nobody declared", "6.6.2.3.1-namespace", "6.7.9-namespace", "<dc:format>",
             "<own:x xmlns:own='http://example.org/own'>1</own:x><dc:format>"),
      packet("an unknown property", "6.6.2.3.1-property", "6.7.9-property", "<dc:format>",
             "<dc:x>1</dc:x><dc:format>"),
      packet("a property of another type", "6.6.2.3.1-property", "6.7.9-property", "<dc:format>",
             "<dc:subject>1</dc:subject><dc:format>"),
      packet("a property of XMP 2005", "", "6.7.9-property", "<dc:format>",
             "<xmp:Label>1</xmp:Label><dc:format>"),
      packet("a level that is none", "6.6.4-identification", "6.7.11-identification",
             "<pdfaid:conformance>", "<pdfaid:conformance>X"),
      packet("an identification under another name", "6.6.4-identification",
             "6.7.11-identification", "<dc:format>",
             "<id:corr xmlns:id='http://www.aiim.org/pdfa/ns/id/'>1</id:corr><dc:format>"),
      information("another title", "/Title", "else"),
      information("another producer", "/Producer", "else"),
      information("another program", "/Creator", "else"),
      information("another time", "/ModDate", "D:20261123100001+07'00'"),
      information("an author that only one names", "/Author", "someone"),
      {"the same time in another zone", "", "",
       [](QPDF& pdf) {
         pdf.getTrailer().getKey("/Info").replaceKey("/ModDate",
                                                     Handle::newString("D:20261123030000Z"));
       }},
  };
}

Mutations mutations_of_the_document() {
  Mutations all = of_actions();
  for (const Mutation& mutation : of_catalogue()) all.push_back(mutation);
  return all;
}

}  // namespace sohoa::test
