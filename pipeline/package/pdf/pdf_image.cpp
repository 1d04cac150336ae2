#include "pipeline/package/pdf/pdf_image.h"

#include <optional>
#include <string>

#include "pipeline/package/pdf/pdf_icc.h"
#include "pipeline/package/pdf/pdf_number.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

Handle icc_based(PdfStore& store, ByteView profile, int components) {
  Handle dictionary = Handle::newDictionary();
  dictionary.replaceKey("/N", Handle::newInteger(components));
  Handle space = Handle::newArray();
  space.appendItem(Handle::newName("/ICCBased"));
  space.appendItem(store.shared_deflated_stream(dictionary, profile));
  return space;
}

/// `profile`, or the device's space of so many components.
Handle colours_of(PdfStore& store, ByteView profile, int components) {
  const IccVersion newest = newest_profile(store.version());
  if (can_embed_profile(profile, components, newest)) {
    return icc_based(store, profile, components);
  }
  if (can_embed_profile(profile, components)) {
    if (const std::optional<Bytes> older = profile_of_version_2(profile)) {
      return icc_based(store, *older, components);
    }
  }
  if (components == 4) return icc_based(store, plain_cmyk_profile(newest), components);
  return Handle::newName(components == 3 ? "/DeviceRGB" : "/DeviceGray");
}

Handle color_space(PdfStore& store, const MasterImage& image) {
  if (image.color_space != ColorSpace::kIndexed) {
    return colours_of(store, image.icc_profile, component_count(image.color_space));
  }
  const int colors = static_cast<int>(image.palette.size() / 3);
  Handle space = Handle::newArray();
  space.appendItem(Handle::newName("/Indexed"));
  space.appendItem(colours_of(store, image.icc_profile, 3));
  space.appendItem(Handle::newInteger(colors - 1));
  space.appendItem(Handle::newString(std::string(as_text(image.palette).substr(0, 3 * colors))));
  return space;
}

Handle ccitt_parameters(const MasterImage& image) {
  Handle parameters = Handle::newDictionary();
  parameters.replaceKey("/K", Handle::newInteger(image.ccitt.k));
  parameters.replaceKey("/Columns", Handle::newInteger(image.width));
  parameters.replaceKey("/Rows", Handle::newInteger(image.height));
  const auto state = [&](const char* key, bool value, bool usual) {
    if (value != usual) parameters.replaceKey(key, Handle::newBool(value));
  };
  state("/BlackIs1", image.ccitt.black_is_1, false);
  state("/EncodedByteAlign", image.ccitt.encoded_byte_align, false);
  state("/EndOfLine", image.ccitt.end_of_line, false);
  state("/EndOfBlock", image.ccitt.end_of_block, true);
  return parameters;
}

Handle flate_parameters(const MasterImage& image) {
  if (image.flate.predictor <= 1) return Handle::newNull();
  Handle parameters = Handle::newDictionary();
  parameters.replaceKey("/Predictor", Handle::newInteger(image.flate.predictor));
  parameters.replaceKey("/Colors", Handle::newInteger(component_count(image.color_space)));
  parameters.replaceKey("/BitsPerComponent", Handle::newInteger(image.bits_per_component));
  parameters.replaceKey("/Columns", Handle::newInteger(image.width));
  return parameters;
}

Handle jbig2_parameters(PdfStore& store, const MasterImage& image) {
  if (image.jbig2_globals.empty()) return Handle::newNull();
  Handle parameters = Handle::newDictionary();
  parameters.replaceKey("/JBIG2Globals",
                        store.shared_deflated_stream(Handle::newDictionary(), image.jbig2_globals));
  return parameters;
}

void set_coding(PdfStore& store, const MasterImage& image, Handle& dictionary) {
  const auto coding = [&](const char* filter, Handle parameters) {
    dictionary.replaceKey("/Filter", Handle::newName(filter));
    if (!parameters.isNull()) dictionary.replaceKey("/DecodeParms", parameters);
  };
  switch (image.codec) {
    case Codec::kJpeg:
      return coding("/DCTDecode", Handle::newNull());
    case Codec::kJpx:
      return coding("/JPXDecode", Handle::newNull());
    case Codec::kCcitt:
      return coding("/CCITTFaxDecode", ccitt_parameters(image));
    case Codec::kJbig2:
      return coding("/JBIG2Decode", jbig2_parameters(store, image));
    case Codec::kFlate:
      return coding("/FlateDecode", flate_parameters(image));
  }
}

Handle image_dictionary(PdfStore& store, const MasterImage& image) {
  Handle dictionary = Handle::newDictionary();
  dictionary.replaceKey("/Type", Handle::newName("/XObject"));
  dictionary.replaceKey("/Subtype", Handle::newName("/Image"));
  dictionary.replaceKey("/Width", Handle::newInteger(image.width));
  dictionary.replaceKey("/Height", Handle::newInteger(image.height));
  dictionary.replaceKey("/ColorSpace", color_space(store, image));
  // JPEG 2000 states its own depth.
  if (image.codec != Codec::kJpx) {
    dictionary.replaceKey("/BitsPerComponent", Handle::newInteger(image.bits_per_component));
  }
  if (image.decode.size() == 2u * component_count(image.color_space)) {
    Handle decode = Handle::newArray();
    for (const double value : image.decode) {
      decode.appendItem(Handle::newReal(pdf_number(value, 5)));
    }
    dictionary.replaceKey("/Decode", decode);
  }
  set_coding(store, image, dictionary);
  return dictionary;
}

}  // namespace

QPDFObjectHandle image_object(PdfStore& store, const MasterImage& image) {
  return store.shared_stream(image_dictionary(store, image), image.bytes, image.sha256);
}

QPDFObjectHandle image_object(PdfStore& store, const MasterImage& image,
                              const MasterImage& soft_mask) {
  if (soft_mask.bytes.empty()) return image_object(store, image);
  Handle dictionary = image_dictionary(store, image);
  dictionary.replaceKey("/SMask", image_object(store, soft_mask));
  return store.shared_stream(dictionary, image.bytes, image.sha256);
}

QPDFObjectHandle stencil_object(PdfStore& store, const MasterImage& image) {
  Handle dictionary = image_dictionary(store, image);
  dictionary.removeKey("/ColorSpace");
  dictionary.replaceKey("/ImageMask", Handle::newBool(true));
  return store.shared_stream(dictionary, image.bytes, image.sha256);
}

}  // namespace sohoa
