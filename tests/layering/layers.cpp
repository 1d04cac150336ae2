#include "tests/layering/layers.h"

#include <algorithm>
#include <array>

namespace sohoa::test {

const std::vector<Layer>& layers() {
  static const std::vector<std::string_view> stage = {"pipeline/base", "models"};
  static const std::vector<std::string_view> recognize = {"pipeline/base", "models",
                                                          "pipeline/recognize/lstm"};
  static const std::vector<std::string_view> understand = {
      "pipeline/base", "models", "pipeline/understand/codes", "pipeline/understand/marks"};
  static const std::vector<std::string_view> over_pdf = {"pipeline/base", "models",
                                                         "pipeline/package/pdf"};
  static const std::vector<std::string_view> mets = {
      "pipeline/base", "models", "pipeline/package/zip", "pipeline/package/xml"};
  static const std::vector<std::string_view> package = {
      "pipeline/base",         "models",
      "pipeline/package/zip",  "pipeline/package/xml",
      "pipeline/package/mets", "pipeline/package/pdf",
      "pipeline/package/pdfa", "pipeline/package/sign"};
  static const std::vector<std::string_view> over_package = {"pipeline/base", "models",
                                                             "pipeline/package"};
  static const std::vector<std::string_view> run = {
      "pipeline/base",       "models",           "pipeline/acquire", "pipeline/clean",
      "pipeline/understand", "pipeline/package", "pipeline/deliver", "pipeline/recognize"};
  static const std::vector<Layer> table = {
      {"pipeline/base", {}},
      {"models/ocr/recipe/lines", {"pipeline", "models", "samples"}},  // before models
      {"models/papers", stage},
      {"models", {"pipeline/base"}},
      {"pipeline/acquire", stage},
      {"pipeline/clean", stage},
      // Layers within a stage stand before it.
      {"pipeline/recognize/lstm", stage},
      {"pipeline/recognize", recognize},
      {"pipeline/understand/codes", stage},
      {"pipeline/understand/marks", stage},
      {"pipeline/understand", understand},
      {"pipeline/package/zip", stage},
      {"pipeline/package/xml", {"pipeline/base"}},
      {"pipeline/package/mets", mets},
      {"pipeline/package/compact", stage},
      {"pipeline/package/pdf", stage},
      {"pipeline/package/pdfa", over_pdf},
      {"pipeline/package/sign", over_pdf},
      {"pipeline/package/sheet", over_pdf},
      {"pipeline/package/conform", over_package},
      {"pipeline/package/sign_record", over_package},
      {"pipeline/package/export", over_package},
      {"pipeline/package/overlay", over_package},
      {"pipeline/package", package},
      {"pipeline/deliver", stage},
      {"pipeline/run", run},
      {"station", {"pipeline", "models"}},
      {"cli", {"pipeline", "models", "station"}},
      {"samples", {"pipeline/base", "models"}},
  };
  return table;
}

const std::vector<ThirdParty>& third_parties() {
  static const std::vector<ThirdParty> table = {
      {"OpenCV", {"opencv2/"}, {"opencv_"}, {"pipeline/clean/"}},
      {"libjpeg",
       {"jpeglib.h", "jerror.h"},
       {"JPEG::"},
       {"pipeline/acquire/", "pipeline/package/compact/"}},
      {"libpng", {"png.h"}, {"PNG::"}, {"pipeline/acquire/"}},
      {"libtiff", {"tiff"}, {"TIFF::"}, {"pipeline/acquire/", "pipeline/package/compact/"}},
      {"OpenJPEG", {"openjpeg"}, {"PkgConfig::OPENJPEG"}, {"pipeline/acquire/"}},
      {"WebP", {"webp/"}, {"PkgConfig::WEBP"}, {"pipeline/acquire/"}},
      {"Little CMS", {"lcms2"}, {"PkgConfig::LCMS"}, {"pipeline/acquire/"}},
      {"Tesseract", {"tesseract/"}, {"PkgConfig::TESSERACT"}, {"pipeline/recognize/"}},
      {"Leptonica",
       {"allheaders.h", "leptonica/"},
       {"PkgConfig::LEPTONICA"},
       {"pipeline/recognize/"}},
      {"qpdf",
       {"qpdf/"},
       {"PkgConfig::QPDF"},
       {"pipeline/acquire/pdf", "pipeline/package/pdf/", "pipeline/package/pdfa/",
        "pipeline/package/sign/", "pipeline/package/overlay/", "pipeline/package/sheet/",
        "pipeline/package/paper_check"}},
      {"libzip", {"zip.h", "zipconf.h"}, {"PkgConfig::LIBZIP"}, {"pipeline/package/zip/"}},
      {"libxml2", {"libxml/"}, {"PkgConfig::LIBXML2"}, {"pipeline/package/xml/"}},
      {"libxlsxwriter",
       {"xlsxwriter.h", "xlsxwriter/"},
       {"PkgConfig::XLSXWRITER"},
       {"pipeline/package/export/workbook"}},
      {"ZXing-C++",
       {"ZXing/"},
       {"PkgConfig::ZXING"},
       {"pipeline/understand/codes/", "pipeline/package/sheet/symbol"}},
      {"zlib",
       {"zlib.h"},
       {"ZLIB::"},
       {"pipeline/acquire/", "pipeline/package/zip/", "pipeline/package/compact/"}},
      {"OpenSSL", {"openssl/"}, {"OpenSSL::"}, {"pipeline/base/digest", "pipeline/package/sign/"}},
      {"HarfBuzz", {"hb.h", "hb-"}, {"PkgConfig::HARFBUZZ"}, {"pipeline/package/pdf/subset_font"}},
      {"libcurl", {"curl/"}, {"PkgConfig::CURL"}, {"pipeline/package/sign/http_post"}},
      {"PKCS #11", {"p11-kit/"}, {}, {"pipeline/package/sign/"}},
      {"utf8proc", {"utf8proc.h"}, {"PkgConfig::UTF8PROC"}, {"pipeline/base/text"}},
      {"nlohmann-json", {"nlohmann/"}, {"nlohmann_json::"}, {"pipeline/base/json"}},
      {"CLI11", {"CLI/"}, {"CLI11::"}, {"cli/", "models/ocr/recipe/lines/"}},
      {"BLAS", {"cblas.h"}, {}, {"models/ocr/recipe/recurrence"}},
      {"threads", {"pthread.h"}, {"Threads::"}, {"pipeline/base/"}},
      {"vector instructions",
       {"immintrin.h", "arm_neon.h"},
       {},
       {"pipeline/recognize/lstm/kernel_"}},
      {"dynamic loader",
       {"dlfcn.h"},
       {"${CMAKE_DL_LIBS}"},
       {"pipeline/recognize/", "pipeline/package/sign/pkcs11_session"}},
  };
  return table;
}

const Layer* layer_of(std::string_view path) {
  for (const Layer& layer : layers()) {
    if (path.starts_with(std::string(layer.folder) + "/")) return &layer;
  }
  return nullptr;
}

bool is_system_header(std::string_view header) {
  static constexpr std::array kPosix = {
      "fcntl.h",  "glob.h",   "grp.h",     "poll.h", "pwd.h",    "signal.h", "spawn.h", "stdio.h",
      "stdlib.h", "string.h", "termios.h", "time.h", "unistd.h", "dirent.h", "errno.h", "malloc.h"};
  // The C++ library's names have neither a dot nor a folder.
  if (header.find_first_of("./") == std::string_view::npos) return true;
  if (header.starts_with("sys/") || header.starts_with("linux/")) return true;
  return std::find(kPosix.begin(), kPosix.end(), header) != kPosix.end();
}

}  // namespace sohoa::test
