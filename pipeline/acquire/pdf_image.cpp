#include "pipeline/acquire/pdf_image.h"

#include <algorithm>
#include <qpdf/Buffer.hh>
#include <utility>

#include "pipeline/acquire/ccitt.h"
#include "pipeline/acquire/flate.h"
#include "pipeline/acquire/jpeg.h"
#include "pipeline/acquire/jpeg2000.h"
#include "pipeline/acquire/pdf_color.h"
#include "pipeline/base/digest.h"

namespace sohoa {

namespace {

constexpr int kFiltersMax = 8;
constexpr std::size_t kEncodedBytesMax = 1 << 30;

/// A filter of a stream and its parameters (a dictionary or null).
struct Filter {
  std::string name;
  QPDFObjectHandle parameters;

  QPDFObjectHandle parameter(const char* key) const {
    QPDFObjectHandle dictionary = parameters;  // qpdf asks nothing of a const handle
    return dictionary.isDictionary() ? dictionary.getKey(key) : QPDFObjectHandle::newNull();
  }
  long long number(const char* key, long long otherwise) const {
    QPDFObjectHandle value = parameter(key);
    return value.isInteger() ? value.getIntValue() : otherwise;
  }
  bool flag(const char* key, bool otherwise) const {
    QPDFObjectHandle value = parameter(key);
    return value.isBool() ? value.getBoolValue() : otherwise;
  }
};

std::vector<Filter> filters_of(QPDFObjectHandle dictionary) {
  QPDFObjectHandle names = dictionary.getKey("/Filter");
  QPDFObjectHandle parameters = dictionary.getKey("/DecodeParms");
  std::vector<Filter> filters;
  if (names.isName()) {
    if (parameters.isArray() && parameters.getArrayNItems() > 0) {
      parameters = parameters.getArrayItem(0);
    }
    filters.push_back({names.getName(), parameters});
  }
  for (int i = 0; names.isArray() && i < std::min(names.getArrayNItems(), kFiltersMax); ++i) {
    const bool own = parameters.isArray() && i < parameters.getArrayNItems();
    QPDFObjectHandle item = names.getArrayItem(i);
    filters.push_back({item.isName() ? item.getName() : "",
                       own ? parameters.getArrayItem(i) : QPDFObjectHandle::newNull()});
    if (parameters.isDictionary() && names.getArrayNItems() == 1) {
      filters.back().parameters = parameters;
    }
  }
  return filters;
}

Bytes raw_data(const DecodeTask& task, QPDFObjectHandle stream) {
  try {
    const std::shared_ptr<Buffer> buffer = stream.getRawStreamData();
    return Bytes(buffer->getBuffer(), buffer->getBuffer() + buffer->getSize());
  } catch (const std::runtime_error&) {
    throw ends_early(task);
  }
}

/// The data with all filters undone but the last.
std::optional<Bytes> data_before_last(const DecodeTask& task, QPDFObjectHandle image,
                                      const std::vector<Filter>& filters) {
  Bytes raw = raw_data(task, image);
  if (filters.size() == 1) return raw;
  QPDF scratch;
  scratch.emptyPDF();
  scratch.setSuppressWarnings(true);
  QPDFObjectHandle inner = QPDFObjectHandle::newStream(&scratch, std::string(as_text(raw)));
  QPDFObjectHandle names = QPDFObjectHandle::newArray();
  QPDFObjectHandle parameters = QPDFObjectHandle::newArray();
  for (std::size_t i = 0; i + 1 < filters.size(); ++i) {
    names.appendItem(QPDFObjectHandle::newName(filters[i].name));
    QPDFObjectHandle own = filters[i].parameters;
    parameters.appendItem(own.isDictionary() ? own.unsafeShallowCopy() : own);
  }
  inner.getDict().replaceKey("/Filter", names);
  inner.getDict().replaceKey("/DecodeParms", parameters);
  StreamData data = stream_data(inner, kEncodedBytesMax);
  if (!data.whole) return std::nullopt;
  return std::move(data.bytes);
}

bool is_true(QPDFObjectHandle value) { return value.isBool() && value.getBoolValue(); }

/// Size, bits, colours and decode array; nothing when a master cannot say them.
std::optional<MasterImage> describe(const DecodeTask& task, QPDFObjectHandle dictionary,
                                    const std::vector<Filter>& filters) {
  const bool is_jpeg2000 = !filters.empty() && filters.back().name == "/JPXDecode";
  QPDFObjectHandle width = dictionary.getKey("/Width");
  QPDFObjectHandle height = dictionary.getKey("/Height");
  if (!width.isInteger() || !height.isInteger() || width.getIntValue() < 1 ||
      height.getIntValue() < 1) {
    return std::nullopt;
  }
  check_size(task, static_cast<std::uint64_t>(width.getIntValue()),
             static_cast<std::uint64_t>(height.getIntValue()));
  if (dictionary.hasKey("/SMask") || dictionary.hasKey("/Mask") ||
      (dictionary.hasKey("/SMaskInData") && is_jpeg2000)) {
    return std::nullopt;
  }
  MasterImage form;
  form.width = static_cast<int>(width.getIntValue());
  form.height = static_cast<int>(height.getIntValue());
  form.decode = numbers_of(dictionary.getKey("/Decode"));
  if (is_true(dictionary.getKey("/ImageMask"))) {
    // Painted where a sample is 0: black on white, just as a grey image would have it.
    form.bits_per_component = 1;
  } else {
    QPDFObjectHandle bits = dictionary.getKey("/BitsPerComponent");
    if (bits.isInteger()) form.bits_per_component = static_cast<int>(bits.getIntValue() & 0xFF);
    // JPEG 2000 data may tell their colours themselves.
    const bool untold = is_jpeg2000 && !dictionary.hasKey("/ColorSpace");
    std::optional<PdfColor> color =
        untold ? PdfColor{} : color_of(dictionary.getKey("/ColorSpace"));
    if (!color) return std::nullopt;
    form.color_space = color->space;
    form.icc_profile = std::move(color->icc_profile);
    form.palette = std::move(color->palette);
  }
  const int b = form.bits_per_component;
  const std::size_t decode_size = 2 * static_cast<std::size_t>(component_count(form.color_space));
  if (b != 1 && b != 2 && b != 4 && b != 8 && b != 16) return std::nullopt;
  if (form.color_space == ColorSpace::kIndexed && b == 16) return std::nullopt;
  if (!form.decode.empty() && form.decode.size() != decode_size) return std::nullopt;
  return form;
}

std::optional<MasterImage> as_jpeg(const DecodeTask& task, MasterImage form, const Filter& filter) {
  const JpegHeader header = read_jpeg_header(task, form.bytes);
  const bool fits = header.width == form.width && header.height == form.height &&
                    header.components == component_count(form.color_space) && !header.arithmetic &&
                    form.bits_per_component == 8;
  // A transform that the JPEG itself does not ask for could not be told to the reader.
  if (!fits || filter.number("/ColorTransform", -1) == 0) return std::nullopt;
  form.codec = Codec::kJpeg;
  return form;
}

std::optional<MasterImage> as_fax(MasterImage form, const Filter& filter) {
  if (form.bits_per_component != 1 || component_count(form.color_space) != 1 ||
      filter.number("/Columns", 1728) != form.width) {
    return std::nullopt;
  }
  form.codec = Codec::kCcitt;
  form.ccitt.k = static_cast<int>(std::clamp(filter.number("/K", 0), -1LL, 1000LL));
  form.ccitt.black_is_1 = filter.flag("/BlackIs1", false);
  form.ccitt.encoded_byte_align = filter.flag("/EncodedByteAlign", false);
  form.ccitt.end_of_line = filter.flag("/EndOfLine", false);
  form.ccitt.end_of_block = filter.flag("/EndOfBlock", true);
  return form;
}

std::optional<MasterImage> as_jbig2(MasterImage form, const Filter& filter) {
  constexpr std::size_t kGlobalsBytesMax = 64 << 20;
  if (form.bits_per_component != 1 || component_count(form.color_space) != 1) return std::nullopt;
  form.codec = Codec::kJbig2;
  QPDFObjectHandle globals = filter.parameter("/JBIG2Globals");
  if (globals.isStream()) {
    StreamData data = stream_data(globals, kGlobalsBytesMax);
    if (!data.whole) return std::nullopt;
    form.jbig2_globals = std::move(data.bytes);
  }
  return form;
}

std::optional<MasterImage> as_flate(MasterImage form, const Filter& filter) {
  const long long predictor = filter.number("/Predictor", 1);
  if (predictor != 1 && predictor < 10) return std::nullopt;
  if (predictor >= 10 && (filter.number("/Columns", 1) != form.width ||
                          filter.number("/Colors", 1) != component_count(form.color_space) ||
                          filter.number("/BitsPerComponent", 8) != form.bits_per_component)) {
    return std::nullopt;
  }
  form.codec = Codec::kFlate;
  form.flate.predictor = predictor == 1 ? 1 : 15;
  return form;
}

std::optional<MasterImage> pass_through(const DecodeTask& task, const MasterImage& form,
                                        const std::vector<Filter>& filters,
                                        QPDFObjectHandle image) {
  const Filter& last = filters.back();
  const bool known = last.name == "/DCTDecode" || last.name == "/JPXDecode" ||
                     last.name == "/CCITTFaxDecode" || last.name == "/JBIG2Decode" ||
                     (last.name == "/FlateDecode" && filters.size() == 1);
  if (!known) return std::nullopt;
  std::optional<Bytes> data = data_before_last(task, image, filters);
  if (!data) return std::nullopt;
  MasterImage filled = form;
  filled.bytes = std::move(*data);
  std::optional<MasterImage> master;
  if (last.name == "/DCTDecode") master = as_jpeg(task, std::move(filled), last);
  if (last.name == "/JPXDecode") {
    master = as_jpeg2000(std::move(filled), image.getDict().hasKey("/ColorSpace"));
  }
  if (last.name == "/CCITTFaxDecode") master = as_fax(std::move(filled), last);
  if (last.name == "/JBIG2Decode") master = as_jbig2(std::move(filled), last);
  if (last.name == "/FlateDecode") master = as_flate(std::move(filled), last);
  if (master) {
    master->original = true;
    master->sha256 = sha256_of(master->bytes);
  }
  return master;
}

/// Filters without an image codec, undone.
std::optional<MasterImage> store_again(const DecodeTask& task, MasterImage form,
                                       QPDFObjectHandle image) {
  const std::size_t size = packed_stride(form) * form.height;
  // A few bytes over are common: an end-of-line before `endstream`.
  constexpr std::size_t kSlackBytes = 1 << 16;
  StreamData data = stream_data(image, size + kSlackBytes);
  if (data.bytes.empty()) return std::nullopt;
  if (data.bytes.size() < size) throw ends_early(task);
  data.bytes.resize(size);
  const bool bilevel = form.bits_per_component == 1 && form.color_space == ColorSpace::kGrey;
  return bilevel ? store_g4(std::move(form), data.bytes) : store_flate(std::move(form), data.bytes);
}

}  // namespace

std::optional<MasterImage> master_of_image(const DecodeTask& task, QPDFObjectHandle image) {
  if (!image.isStream()) return std::nullopt;
  QPDFObjectHandle dictionary = image.getDict();
  const std::vector<Filter> filters = filters_of(dictionary);
  const std::optional<MasterImage> form = describe(task, dictionary, filters);
  if (!form) return std::nullopt;
  if (!filters.empty()) {
    if (std::optional<MasterImage> master = pass_through(task, *form, filters, image)) {
      return master;
    }
  }
  return store_again(task, *form, image);
}

}  // namespace sohoa
