#include "pipeline/package/pdfa/pdfa_jpx.h"

#include <cstdint>
#include <vector>

namespace sohoa {

namespace {

constexpr int kBoxesMax = 1000;

struct Box2000 {
  std::string_view type;
  std::string_view content;
};

std::uint32_t u32(std::string_view bytes) {
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

/// The boxes side by side in `data`; stops at one whose length lies.
std::vector<Box2000> boxes_in(std::string_view data) {
  std::vector<Box2000> boxes;
  while (data.size() >= 8 && boxes.size() < kBoxesMax) {
    std::uint64_t length = u32(data);
    std::size_t head = 8;
    if (length == 1 && data.size() >= 16) {
      length = std::uint64_t{u32(data.substr(8))} << 32 | u32(data.substr(12));
      head = 16;
    }
    if (length == 0) length = data.size();
    if (length < head || length > data.size()) break;
    boxes.push_back({data.substr(4, 4), data.substr(head, length - head)});
    data.remove_prefix(length);
  }
  return boxes;
}

struct Colours {
  int count = 0;
  int best = 0;  // of these with APPROX 1
  bool known_method = true;
  bool cie_jab = false;
};

Colours colours_of(const std::vector<Box2000>& header) {
  constexpr int kCieJab = 19;
  Colours colours;
  for (const Box2000& box : header) {
    if (box.type != "colr" || box.content.size() < 3) continue;
    const int method = static_cast<unsigned char>(box.content[0]);
    ++colours.count;
    colours.best += box.content[2] == 1 ? 1 : 0;
    colours.known_method = colours.known_method && method >= 1 && method <= 3;
    if (method == 1 && box.content.size() >= 7) {
      colours.cie_jab = colours.cie_jab || u32(box.content.substr(3)) == kCieJab;
    }
  }
  return colours;
}

}  // namespace

std::string jpx_fault(std::string_view data, bool has_color_space) {
  std::vector<Box2000> header;
  for (const Box2000& box : boxes_in(data)) {
    if (box.type == "jp2h") header = boxes_in(box.content);
  }
  if (header.empty() || header[0].type != "ihdr" || header[0].content.size() < 14) {
    return "its JPEG 2000 data are no JP2 file";
  }
  const std::string_view size = header[0].content;
  const int channels =
      static_cast<unsigned char>(size[8]) << 8 | static_cast<unsigned char>(size[9]);
  const int depth = static_cast<unsigned char>(size[10]);
  if (channels != 1 && channels != 3 && channels != 4) return "not 1, 3 or 4 colour channels";
  if (depth == 0xFF) return "its channels differ in depth";
  if ((depth & 0x7F) + 1 > 38) return "more than 38 bits a channel";
  const Colours colours = colours_of(header);
  if (has_color_space) return "";
  if (colours.count == 0) return "no colour space";
  if (colours.count > 1 && colours.best != 1) return "several colour spaces, none the best";
  if (!colours.known_method) return "a colour space of an unknown method";
  return colours.cie_jab ? "the colour space CIEJab" : "";
}

}  // namespace sohoa
