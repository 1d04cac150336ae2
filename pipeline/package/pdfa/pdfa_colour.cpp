#include "pipeline/package/pdfa/pdfa_colour.h"

#include "pipeline/package/pdf/pdf_icc.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

constexpr int kNestingMax = 8;

std::string default_of(const std::string& device) {
  if (device == "/DeviceRGB") return "/DefaultRGB";
  return device == "/DeviceCMYK" ? "/DefaultCMYK" : "/DefaultGray";
}

int components_of_space(std::string_view space) {
  if (space == "GRAY") return 1;
  return space == "CMYK" ? 4 : 3;
}

}  // namespace

void ColourUse::note_device(const std::string& name, Handle resources, const std::string& place) {
  Handle spaces = resources.isDictionary() ? resources.getKey("/ColorSpace") : Handle::newNull();
  if (spaces.isDictionary() && spaces.hasKey(default_of(name))) return;
  used_.emplace(name, place);
}

void ColourUse::note(Handle space, Handle resources, const std::string& place) {
  note_within(space, resources, place, 0);
}

void ColourUse::note_within(Handle space, Handle resources, const std::string& place, int depth) {
  if (depth > kNestingMax) return;
  if (space.isName()) {
    const std::string name = space.getName();
    if (name.starts_with("/Device")) return note_device(name, resources, place);
    Handle named = resources.isDictionary() ? resources.getKey("/ColorSpace") : Handle::newNull();
    if (named.isDictionary() && named.hasKey(name)) {
      note_within(named.getKey(name), resources, place, depth + 1);
    }
    return;
  }
  if (!space.isArray() || space.getArrayNItems() == 0 || !space.getArrayItem(0).isName()) return;
  const std::string family = space.getArrayItem(0).getName();
  const int items = space.getArrayNItems();
  if (items == 1) return note_within(space.getArrayItem(0), resources, place, depth + 1);
  if (family == "/ICCBased") return check_profile(space.getArrayItem(1), place);
  if (family == "/Indexed" || family == "/Pattern") {
    note_within(space.getArrayItem(1), resources, place, depth + 1);
  }
  if (family == "/DeviceN") check_colorants(space, place);
  if ((family == "/Separation" || family == "/DeviceN") && items > 2) {
    note_within(space.getArrayItem(2), resources, place, depth + 1);
  }
}

/// 6.1.13
void ColourUse::check_colorants(Handle space, const std::string& place) {
  Handle names = space.getArrayNItems() > 1 ? space.getArrayItem(1) : Handle::newNull();
  const std::size_t most = subject_.rules().colorants_max;
  if (names.isArray() && static_cast<std::size_t>(names.getArrayNItems()) > most) {
    subject_.report.violates("6.1.13-colorants", place + " has a colour of too many inks");
  }
}

void ColourUse::check_profile(Handle stream, const std::string& place) {
  if (!stream.isStream() || !profiles_.insert(stream.getObjGen()).second) return;
  Handle count = stream.getDict().getKey("/N");
  const std::string profile = decoded_data(stream);
  if (!count.isInteger() ||
      !can_embed_profile(as_bytes(profile), static_cast<int>(count.getIntValue()),
                         subject_.rules().newest_profile)) {
    subject_.report.violates("6.2.4.2-icc", place + ": the colour profile is not one for its use");
  }
}

/// Colour space of the PDF/A output intent, or empty.
std::string ColourUse::intent_space() {
  Handle intents = subject_.pdf.getRoot().getKey("/OutputIntents");
  if (!intents.isArray()) return "";
  std::string space;
  std::set<QPDFObjGen> seen;
  for (Handle intent : intents.getArrayAsVector()) {
    if (!intent.isDictionary()) continue;
    if (intent.hasKey("/DestOutputProfileRef")) {
      subject_.report.violates("6.2.3-output-intent", "the output intent's profile is elsewhere");
    }
    Handle profile = intent.getKey("/DestOutputProfile");
    if (!profile.isStream()) continue;
    seen.insert(profile.getObjGen());
    if (!intent.getKey("/S").isNameAndEquals("/GTS_PDFA1")) continue;
    const std::string data = decoded_data(profile);
    space = data.size() >= 20 ? data.substr(16, 4) : "none";
    const std::string kind = data.size() >= 20 ? data.substr(12, 4) : "";
    Handle count = profile.getDict().getKey("/N");
    const bool fits = can_embed_profile(as_bytes(data), components_of_space(space),
                                        subject_.rules().newest_profile) &&
                      (kind == "prtr" || kind == "mntr") && count.isInteger() &&
                      count.getIntValue() == components_of_space(space);
    if (!fits) {
      subject_.report.violates("6.2.3-output-intent", "the output intent's profile is not sound");
    }
  }
  if (seen.size() > 1) {
    subject_.report.violates("6.2.3-output-intent", "output intents with different profiles");
  }
  return space;
}

void ColourUse::judge() {
  const std::string intent = intent_space();
  for (const auto& [device, place] : used_) {
    if (device == "/DeviceRGB" && intent != "RGB ") {
      subject_.report.violates("6.2.4.3-device-rgb", place + " without an RGB output intent");
    } else if (device == "/DeviceCMYK" && intent != "CMYK") {
      subject_.report.violates("6.2.4.3-device-cmyk", place + " without a CMYK output intent");
    } else if (device == "/DeviceGray" && intent.empty()) {
      subject_.report.violates("6.2.4.3-device-gray", place + " without an output intent");
    }
  }
}

}  // namespace sohoa
