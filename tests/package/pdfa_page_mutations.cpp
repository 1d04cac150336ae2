#include "pipeline/package/pdf/pdf_icc.h"
#include "tests/package/pdfa_mutations.h"

namespace sohoa::test {

namespace {

using Handle = QPDFObjectHandle;

void add_state(QPDF& pdf, const std::string& dictionary) {
  Handle states = parsed("<< /G0 " + dictionary + " >>");
  page_of(pdf).getKey("/Resources").replaceKey("/ExtGState", states);
  append_content(pdf, "/G0 gs\n");
}

/// Lets the page paint in a colour space.
void add_space(QPDF& pdf, const Handle& space) {
  Handle spaces = Handle::newDictionary();
  spaces.replaceKey("/C0", space);
  page_of(pdf).getKey("/Resources").replaceKey("/ColorSpace", spaces);
  append_content(pdf, "/C0 cs\n");
}

Handle icc_space(QPDF& pdf, const Bytes& profile, int components) {
  Handle space = parsed("[/ICCBased]");
  Handle stream = Handle::newStream(&pdf, std::string(as_text(profile)));
  stream.getDict().replaceKey("/N", Handle::newInteger(components));
  space.appendItem(stream);
  return space;
}

Handle ink_space(int inks) {
  std::string names;
  for (int i = 0; i < inks; ++i) names += "/Ink" + std::to_string(i) + ' ';
  return parsed("[/DeviceN [" + names + "] /DeviceGray << /FunctionType 4 >>]");
}

Handle intent_of(QPDF& pdf) { return pdf.getRoot().getKey("/OutputIntents").getArrayItem(0); }

void add_annotation(QPDF& pdf, const std::string& dictionary) {
  Handle list = Handle::newArray();
  list.appendItem(pdf.makeIndirectObject(Handle::parse(&pdf, dictionary)));
  page_of(pdf).replaceKey("/Annots", list);
}

Mutations of_content() {
  return {
      {"an unknown operator", "6.2.2-operator", "6.2.10-operator",
       [](QPDF& pdf) { append_content(pdf, "q 1 xyz Q\n"); }},
      {"an unknown operator that is to be forgiven", "6.2.2-operator", "6.2.10-operator",
       [](QPDF& pdf) { append_content(pdf, "BX xyz EX\n"); }},
      {"inherited resources", "6.2.2-resources", "",
       [](QPDF& pdf) {
         Handle parent = page_of(pdf).getKey("/Parent");
         parent.replaceKey("/Resources", page_of(pdf).getKey("/Resources"));
         page_of(pdf).removeKey("/Resources");
       }},
      {"an inline image of LZW", "6.1.10-lzw", "6.1.10-lzw",
       [](QPDF& pdf) { append_content(pdf, "BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID a EI\n"); }},
      {"an inline image to interpolate", "6.2.8-interpolate", "6.2.4-interpolate",
       [](QPDF& pdf) { append_content(pdf, "BI /W 1 /H 1 /BPC 8 /CS /G /I true ID a EI\n"); }},
      {"an unknown rendering intent", "6.2.6-intent", "6.2.9-intent",
       [](QPDF& pdf) { append_content(pdf, "/Nice ri\n"); }},
  };
}

Mutations of_colour() {
  return {
      {"DeviceCMYK", "6.2.4.3-device-cmyk", "6.2.3.3-device-cmyk",
       [](QPDF& pdf) { append_content(pdf, "0 0 0 1 k\n"); }},
      {"DeviceGray without an intent", "6.2.4.3-device-gray", "6.2.3.3-device-gray",
       [](QPDF& pdf) { pdf.getRoot().removeKey("/OutputIntents"); }},
      {"an intent of another count", "6.2.3-output-intent", "6.2.2-output-intent",
       [](QPDF& pdf) {
         intent_of(pdf)
             .getKey("/DestOutputProfile")
             .getDict()
             .replaceKey("/N", Handle::newInteger(4));
       }},
      {"an intent of ICC version 4", "", "6.2.2-output-intent",
       [](QPDF& pdf) {
         set_data(intent_of(pdf).getKey("/DestOutputProfile"),
                  std::string(as_text(srgb_profile())));
       }},
      {"two intents", "6.2.3-output-intent", "6.2.2-output-intent",
       [](QPDF& pdf) {
         Handle other = intent_of(pdf).unsafeShallowCopy();
         Handle profile =
             Handle::newStream(&pdf, std::string(as_text(srgb_profile(IccVersion::k2))));
         profile.getDict().replaceKey("/N", Handle::newInteger(3));
         other.replaceKey("/DestOutputProfile", profile);
         pdf.getRoot().getKey("/OutputIntents").appendItem(other);
       }},
      {"a profile that is none", "6.2.4.2-icc", "6.2.3.2-icc",
       [](QPDF& pdf) { add_space(pdf, icc_space(pdf, Bytes(900, 7), 3)); }},
      {"a profile of another count", "6.2.4.2-icc", "6.2.3.2-icc",
       [](QPDF& pdf) { add_space(pdf, icc_space(pdf, srgb_profile(IccVersion::k2), 1)); }},
      {"a profile of version 4", "", "6.2.3.2-icc",
       [](QPDF& pdf) { add_space(pdf, icc_space(pdf, srgb_profile(), 3)); }},
      {"9 inks", "", "6.1.12-colorants", [](QPDF& pdf) { add_space(pdf, ink_space(9)); }},
      {"33 inks", "6.1.13-colorants", "6.1.12-colorants",
       [](QPDF& pdf) { add_space(pdf, ink_space(33)); }},
  };
}

Mutations of_images() {
  return {
      {"interpolation", "6.2.8-interpolate", "6.2.4-interpolate",
       [](QPDF& pdf) { image_of(pdf).replaceKey("/Interpolate", Handle::newBool(true)); }},
      {"alternates", "6.2.8-alternates", "6.2.4-alternates",
       [](QPDF& pdf) { image_of(pdf).replaceKey("/Alternates", Handle::newArray()); }},
      {"OPI", "6.2.8-opi", "6.2.4-opi",
       [](QPDF& pdf) { image_of(pdf).replaceKey("/OPI", Handle::newDictionary()); }},
      {"3 bits", "6.2.8-depth", "6.2.4-depth",
       [](QPDF& pdf) { image_of(pdf).replaceKey("/BitsPerComponent", Handle::newInteger(3)); }},
      {"16 bits", "", "6.2.4-depth",
       [](QPDF& pdf) { image_of(pdf).replaceKey("/BitsPerComponent", Handle::newInteger(16)); }},
      {"an image's rendering intent", "6.2.6-intent", "6.2.9-intent",
       [](QPDF& pdf) { image_of(pdf).replaceKey("/Intent", parsed("/Nice")); }},
      {"JPEG 2000 that is none", "6.2.8.3-jpx", "6.1.10-filter",
       [](QPDF& pdf) { image_of(pdf).replaceKey("/Filter", parsed("/JPXDecode")); }},
      {"a soft mask", "", "6.4-transparency",
       [](QPDF& pdf) {
         Handle mask = Handle::newStream(&pdf, "a");
         mask.replaceDict(
             parsed("<< /Type /XObject /Subtype /Image /Width 1 /Height 1"
                    " /ColorSpace /DeviceGray /BitsPerComponent 8 >>"));
         image_of(pdf).replaceKey("/SMask", mask);
       }},
  };
}

Mutations of_states() {
  return {
      {"a transfer function", "6.2.5-state", "6.2.8-state",
       [](QPDF& pdf) { add_state(pdf, "<< /TR /Identity >>"); }},
      {"another transfer function", "6.2.5-state", "6.2.8-state",
       [](QPDF& pdf) { add_state(pdf, "<< /TR2 /Identity >>"); }},
      {"the usual transfer function", "", "",
       [](QPDF& pdf) { add_state(pdf, "<< /TR2 /Default >>"); }},
      {"a halftone's phase", "6.2.5-halftone", "",
       [](QPDF& pdf) { add_state(pdf, "<< /HTP [0 0] >>"); }},
      {"a halftone of type 6", "6.2.5-halftone", "",
       [](QPDF& pdf) { add_state(pdf, "<< /HT << /HalftoneType 6 >> >>"); }},
      {"a halftone's name", "6.2.5-halftone", "",
       [](QPDF& pdf) { add_state(pdf, "<< /HT << /HalftoneType 1 /HalftoneName (a) >> >>"); }},
      {"a state's rendering intent", "6.2.6-intent", "6.2.9-intent",
       [](QPDF& pdf) { add_state(pdf, "<< /RI /Nice >>"); }},
      {"an unknown blend mode", "6.2.10-blend-mode", "6.4-blend-mode",
       [](QPDF& pdf) { add_state(pdf, "<< /BM /Glow >>"); }},
      {"multiplied ink", "", "6.4-blend-mode",
       [](QPDF& pdf) { add_state(pdf, "<< /BM /Multiply >>"); }},
      {"half transparent fill", "", "6.4-transparency",
       [](QPDF& pdf) { add_state(pdf, "<< /ca 0.5 >>"); }},
      {"half transparent lines", "", "6.4-transparency",
       [](QPDF& pdf) { add_state(pdf, "<< /CA 0.5 >>"); }},
      {"a state's soft mask", "", "6.4-transparency",
       [](QPDF& pdf) { add_state(pdf, "<< /SMask << /S /Alpha >> >>"); }},
      {"no soft mask", "", "", [](QPDF& pdf) { add_state(pdf, "<< /SMask /None /ca 1 >>"); }},
      {"a transparency group", "", "6.4-transparency",
       [](QPDF& pdf) {
         page_of(pdf).replaceKey("/Group", parsed("<< /S /Transparency /CS /DeviceRGB >>"));
       }},
  };
}

Mutations of_annotations() {
  return {
      {"a film", "6.3.1-annotation", "6.5.2-annotation",
       [](QPDF& pdf) { add_annotation(pdf, "<< /Subtype /Movie /Rect [0 0 0 0] /F 4 >>"); }},
      {"an annotation that PDF 1.4 does not know", "", "6.5.2-annotation",
       [](QPDF& pdf) { add_annotation(pdf, "<< /Subtype /Caret /Rect [0 0 0 0] /F 4 >>"); }},
      {"a hidden link", "6.3.2-flags", "6.5.3-flags",
       [](QPDF& pdf) { add_annotation(pdf, "<< /Subtype /Link /Rect [0 0 9 9] /F 2 >>"); }},
      {"a link that is not printed", "6.3.2-flags", "6.5.3-flags",
       [](QPDF& pdf) { add_annotation(pdf, "<< /Subtype /Link /Rect [0 0 9 9] >>"); }},
      {"a web link", "", "",
       [](QPDF& pdf) {
         add_annotation(pdf, "<< /Subtype /Link /Rect [0 0 9 9] /F 4 /A << /S /URI /URI (x) >> >>");
       }},
      {"a stamp without a picture", "6.3.3-appearance", "",
       [](QPDF& pdf) { add_annotation(pdf, "<< /Subtype /Stamp /Rect [0 0 9 9] /F 4 >>"); }},
      {"a field without a picture", "6.3.3-appearance", "6.5.3-appearance",
       [](QPDF& pdf) { add_annotation(pdf, "<< /Subtype /Widget /Rect [0 0 9 9] /F 4 >>"); }},
      {"a half transparent note", "", "6.5.3-opacity",
       [](QPDF& pdf) { add_annotation(pdf, "<< /Subtype /Link /Rect [0 0 9 9] /F 4 /CA 0.5 >>"); }},
      {"a field that acts", "6.4.1-field-action", "6.9-field-action",
       [](QPDF& pdf) {
         add_annotation(pdf,
                        "<< /Subtype /Widget /Rect [0 0 0 0] /F 4 /A << /S /URI /URI (x) >> >>");
       }},
  };
}

}  // namespace

Mutations mutations_of_pages() {
  Mutations all = of_content();
  for (const auto part : {of_colour, of_images, of_states, of_annotations}) {
    for (const Mutation& mutation : part()) all.push_back(mutation);
  }
  return all;
}

}  // namespace sohoa::test
