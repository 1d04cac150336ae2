#pragma once

#include <openjpeg.h>

#include "tests/acquire/files.h"

namespace sohoa::test {

struct Jpeg2000Options {
  bool bare = false;
  bool opacity = false;  // the last component
  OPJ_COLOR_SPACE space = OPJ_CLRSPC_SRGB;
  int bits = 8;
};

/// Lossless.
inline Bytes write_jpeg2000(const Image& image, const Jpeg2000Options& options = {}) {
  opj_cparameters_t parameters;
  opj_set_default_encoder_parameters(&parameters);
  parameters.tcp_numlayers = 1;
  parameters.cp_disto_alloc = 1;
  parameters.numresolution = 3;
  std::vector<opj_image_cmptparm_t> components(static_cast<std::size_t>(image.channels));
  for (opj_image_cmptparm_t& component : components) {
    component = {};
    component.dx = component.dy = 1;
    component.w = static_cast<OPJ_UINT32>(image.width);
    component.h = static_cast<OPJ_UINT32>(image.height);
    component.prec = static_cast<OPJ_UINT32>(options.bits);
  }
  opj_image_t* pixels =
      opj_image_create(static_cast<OPJ_UINT32>(image.channels), components.data(), options.space);
  pixels->x1 = static_cast<OPJ_UINT32>(image.width);
  pixels->y1 = static_cast<OPJ_UINT32>(image.height);
  if (options.opacity) pixels->comps[image.channels - 1].alpha = 1;
  for (std::size_t i = 0; i < image.data.size(); ++i) {
    const std::size_t channels = static_cast<std::size_t>(image.channels);
    pixels->comps[i % channels].data[i / channels] = image.data[i] << (options.bits - 8);
  }
  const Folder folder;
  const std::string path = (folder.path() / "written.jp2").string();
  opj_codec_t* codec = opj_create_compress(options.bare ? OPJ_CODEC_J2K : OPJ_CODEC_JP2);
  opj_setup_encoder(codec, &parameters, pixels);
  opj_stream_t* stream = opj_stream_create_default_file_stream(path.c_str(), OPJ_FALSE);
  opj_start_compress(codec, pixels, stream);
  opj_encode(codec, stream);
  opj_end_compress(codec, stream);
  opj_stream_destroy(stream);
  opj_destroy_codec(codec);
  opj_image_destroy(pixels);
  std::ifstream file(path, std::ios::binary);
  return Bytes(std::istreambuf_iterator<char>(file), {});
}

}  // namespace sohoa::test
