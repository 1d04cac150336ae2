#include "tests/quality/worn_page.h"

#include "pipeline/clean/clean.h"
#include "pipeline/recognize/reader.h"
#include "samples/papers.h"

namespace sohoa::test {

Scan worn_page(const std::string& paper, const std::string& wear_name, double skew_degrees,
               std::uint64_t seed) {
  Pad pad(seed);
  Random random(seed, paper), wear_random(seed, wear_name);
  paper_kind(paper).draw(pad, some_case(seed), random);
  Wear wear = wear_kind(wear_name).draw(wear_random);
  wear.skew_degrees = skew_degrees;
  return scan_sheet(*pad.sheets().front(), nullptr, wear, seed);
}

TextPage read_worn(const Scan& drawn) {
  ScannedPage scan;
  scan.pixels = drawn.pixels;
  scan.dpi = drawn.wear.dpi;
  scan.size = drawn.size;
  return make_reader({})->read(clean_page(scan, {}));
}

}  // namespace sohoa::test
