#include "pipeline/package/compact/jpeg_thrift.h"

#include <algorithm>

#include "pipeline/package/compact/jpeg_session.h"
#include "pipeline/package/compact/trellis.h"

namespace sohoa {

namespace {

constexpr int kExactQuality = 100;  // every step is 1: the coefficients themselves

/// In place, one component of what the decompressor holds. Only within `completes`.
void quantize(jpeg_decompress_struct& info, jvirt_barray_ptr coefficients, int component,
              const DctSteps& steps) {
  const jpeg_component_info& shape = info.comp_info[component];
  for (JDIMENSION y = 0; y < shape.height_in_blocks; ++y) {
    JBLOCKARRAY rows = info.mem->access_virt_barray(reinterpret_cast<j_common_ptr>(&info),
                                                    coefficients, y, 1, TRUE);
    for (JDIMENSION x = 0; x < shape.width_in_blocks; ++x) {
      DctBlock exact;
      std::copy_n(rows[0][x], exact.size(), exact.begin());
      const DctBlock quantized = trellis_quantized(exact, steps);
      std::copy(quantized.begin(), quantized.end(), rows[0][x]);
    }
  }
}

DctSteps steps_of(const jpeg_compress_struct& info, int component) {
  const JQUANT_TBL* table = info.quant_tbl_ptrs[info.comp_info[component].quant_tbl_no];
  DctSteps steps;
  std::copy_n(table->quantval, steps.size(), steps.begin());
  return steps;
}

}  // namespace

std::optional<Bytes> thrifty_jpeg(const Image& pixels, const JpegForm& form) {
  const std::optional<Bytes> exact = packed_jpeg(pixels, {kExactQuality, form.chroma});
  if (!exact) return {};
  JpegUnpacker unpacker;
  jvirt_barray_ptr* coefficients = nullptr;
  const bool read = completes(unpacker.trouble, [&] {
    unpacker.open(*exact);
    jpeg_read_header(&unpacker.info, TRUE);
    coefficients = jpeg_read_coefficients(&unpacker.info);
  });
  if (!read) return {};
  JpegPacker packer;
  const bool described = completes(packer.trouble, [&] {
    packer.open();
    jpeg_copy_critical_parameters(&unpacker.info, &packer.info);
    jpeg_set_quality(&packer.info, form.quality, TRUE);
  });
  if (!described) return {};
  const bool quantized = completes(unpacker.trouble, [&] {
    for (int component = 0; component < unpacker.info.num_components; ++component) {
      quantize(unpacker.info, coefficients[component], component, steps_of(packer.info, component));
    }
  });
  if (!quantized) return {};
  const bool written = completes(packer.trouble, [&] {
    packer.set_scans();
    jpeg_write_coefficients(&packer.info, coefficients);
    jpeg_finish_compress(&packer.info);
  });
  if (!written) return {};
  return packer.bytes();
}

}  // namespace sohoa
