#include "pipeline/package/pdfa/pdfa_rules.h"

#include <limits>
#include <map>

namespace sohoa {

namespace {

constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

constexpr std::string_view kFilters[] = {"/ASCIIHexDecode",  "/ASCII85Decode",  "/FlateDecode",
                                         "/RunLengthDecode", "/CCITTFaxDecode", "/JBIG2Decode",
                                         "/DCTDecode",       "/JPXDecode"};
constexpr std::span kFiltersOfPartOne = std::span(kFilters).first(std::size(kFilters) - 1);

// ISO 19005-1, 6.5.2 takes the first ones.
constexpr std::string_view kAnnotations[] = {
    "/Text",      "/Link",           "/FreeText",    "/Line",      "/Square",  "/Circle",
    "/Highlight", "/Underline",      "/Squiggly",    "/StrikeOut", "/Stamp",   "/Ink",
    "/Popup",     "/Widget",         "/PrinterMark", "/TrapNet",   "/Polygon", "/PolyLine",
    "/Caret",     "/FileAttachment", "/Watermark"};
constexpr std::span kAnnotationsOfPartOne = std::span(kAnnotations).first(16);

// ISO 19005-1, 6.4 takes the first two.
constexpr std::string_view kBlendModes[] = {
    "/Normal",    "/Compatible", "/Multiply",   "/Screen",    "/Overlay",   "/Darken",
    "/Lighten",   "/ColorDodge", "/ColorBurn",  "/HardLight", "/SoftLight", "/Difference",
    "/Exclusion", "/Hue",        "/Saturation", "/Color",     "/Luminosity"};
constexpr std::span kBlendModesOfPartOne = std::span(kBlendModes).first(2);

PdfaRules part_one() {
  PdfaRules rules;
  rules.string_bytes_max = 65535;
  rules.real_max = 32767;
  rules.array_items_max = 8191;
  rules.dictionary_entries_max = 4095;
  rules.colorants_max = 8;
  rules.newest_profile = IccVersion::k2;
  rules.bits_per_component_max = 8;
  rules.object_streams = false;
  rules.transparency = false;
  rules.optional_content = false;
  rules.every_appearance = false;
  rules.page_triggers = true;
  rules.filtered_metadata = false;
  rules.same_information = true;
  rules.code_sets = true;
  rules.filters = kFiltersOfPartOne;
  rules.annotations = kAnnotationsOfPartOne;
  rules.blend_modes = kBlendModesOfPartOne;
  return rules;
}

PdfaRules part_two() {
  PdfaRules rules;
  rules.string_bytes_max = 32767;
  rules.real_max = 3.403e38;
  rules.array_items_max = kNoLimit;
  rules.dictionary_entries_max = kNoLimit;
  rules.colorants_max = 32;
  rules.filters = kFilters;
  rules.annotations = kAnnotations;
  rules.blend_modes = kBlendModes;
  return rules;
}

// Part 2 → part 1.
const std::map<std::string_view, std::string_view> kClausesOfPartOne = {
    {"6.1.7.1-stream", "6.1.7-stream"},
    {"6.1.7.1-length", "6.1.7-length"},
    {"6.1.7.1-endstream", "6.1.7-endstream"},
    {"6.1.7.1-external", "6.1.7-external"},
    {"6.1.7.2-lzw", "6.1.10-lzw"},
    {"6.1.7.2-filter", "6.1.10-filter"},
    {"6.1.8-name", ""},
    {"6.1.9-object", "6.1.8-object"},
    {"6.1.12-permissions", ""},
    {"6.1.13-integer", "6.1.12-integer"},
    {"6.1.13-real", "6.1.12-real"},
    {"6.1.13-string", "6.1.12-string"},
    {"6.1.13-name", "6.1.12-name"},
    {"6.1.13-nesting", "6.1.12-nesting"},
    {"6.1.13-objects", "6.1.12-objects"},
    {"6.1.13-states", "6.1.12-states"},
    {"6.1.13-colorants", "6.1.12-colorants"},
    {"6.1.13-page-size", ""},
    {"6.2.2-operator", "6.2.10-operator"},
    {"6.2.2-resources", ""},
    {"6.2.3-output-intent", "6.2.2-output-intent"},
    {"6.2.4.2-icc", "6.2.3.2-icc"},
    {"6.2.4.3-device-rgb", "6.2.3.3-device-rgb"},
    {"6.2.4.3-device-cmyk", "6.2.3.3-device-cmyk"},
    {"6.2.4.3-device-gray", "6.2.3.3-device-gray"},
    {"6.2.5-state", "6.2.8-state"},
    {"6.2.5-halftone", ""},
    {"6.2.6-intent", "6.2.9-intent"},
    {"6.2.8-interpolate", "6.2.4-interpolate"},
    {"6.2.8-alternates", "6.2.4-alternates"},
    {"6.2.8-opi", "6.2.4-opi"},
    {"6.2.8-depth", "6.2.4-depth"},
    {"6.2.8.3-jpx", ""},  // as a filter in 6.1.10
    {"6.2.9-form", "6.2.5-form"},
    {"6.2.9-reference", "6.2.6-reference"},
    {"6.2.9-postscript", "6.2.7-postscript"},
    {"6.2.10-blend-mode", "6.4-blend-mode"},
    {"6.2.11.2-font", "6.3.2-font"},
    {"6.2.11.3.1-cid-system", "6.3.3.1-cid-system"},
    {"6.2.11.3.2-cid-to-gid", "6.3.3.2-cid-to-gid"},
    {"6.2.11.3.3-cmap", "6.3.3.3-cmap"},
    {"6.2.11.4.1-embedded", "6.3.4-embedded"},
    {"6.2.11.5-width", "6.3.6-width"},
    {"6.2.11.6-encoding", "6.3.7-encoding"},
    {"6.2.11.7.2-to-unicode", ""},  // of level A
    {"6.2.11.7.2-character", ""},
    {"6.2.11.8-notdef", ""},
    {"6.3.1-annotation", "6.5.2-annotation"},
    {"6.3.2-flags", "6.5.3-flags"},
    {"6.3.3-appearance", "6.5.3-appearance"},
    {"6.4.1-field-action", "6.9-field-action"},
    {"6.4.1-need-appearances", "6.9-need-appearances"},
    {"6.4.2-xfa", ""},
    {"6.5.1-action", "6.6.1-action"},
    {"6.5.2-trigger", "6.6.2-trigger"},
    {"6.6.2.1-metadata", "6.7.2-metadata"},
    {"6.6.2.1-utf8", "6.7.9-utf8"},
    {"6.6.2.1-xml", "6.7.9-xml"},
    {"6.6.2.1-packet", "6.7.5-packet"},
    {"6.6.2.3.1-namespace", "6.7.9-namespace"},
    {"6.6.2.3.1-property", "6.7.9-property"},
    {"6.6.4-identification", "6.7.11-identification"},
    {"6.8-embedded-file", "6.1.11-embedded-file"},
    {"6.9-optional-content", "6.1.13-optional-content"},
    {"6.10-alternate-presentation", ""},
    {"6.11-requirements", ""},
};

}  // namespace

const PdfaRules& rules_of(int part) {
  static const PdfaRules one = part_one();
  static const PdfaRules two = part_two();
  return part == 1 ? one : two;
}

std::string clause_in(int part, const std::string& clause) {
  const auto found = kClausesOfPartOne.find(clause);
  if (part != 1 || found == kClausesOfPartOne.end()) return clause;
  return std::string(found->second);
}

}  // namespace sohoa
