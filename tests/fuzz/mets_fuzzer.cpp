// XML that is said to be METS or PREMIS.

#include "pipeline/base/error.h"
#include "pipeline/base/percent.h"
#include "pipeline/package/mets/mets_reader.h"
#include "pipeline/package/mets/package_path.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto source = [&](const std::function<void(sohoa::ByteView)>& take) {
    const std::size_t half = size / 2;
    take({data, half});
    take({data + half, size - half});
  };
  try {
    const sohoa::ReadMets mets = sohoa::read_mets("METS.xml", source);
    for (const sohoa::MetsReference& one : mets.references) {
      sohoa::package_path("a/", sohoa::percent_decoded(one.href));
    }
  } catch (const sohoa::Error&) {
  }
  try {
    sohoa::read_premis("PREMIS.xml", source);
  } catch (const sohoa::Error&) {
    return 0;
  }
  return 0;
}
