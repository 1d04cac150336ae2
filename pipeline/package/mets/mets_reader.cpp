#include "pipeline/package/mets/mets_reader.h"

#include <charconv>

#include "pipeline/base/error.h"
#include "pipeline/base/text.h"
#include "pipeline/package/xml/xml_reader.h"

namespace sohoa {

namespace {

constexpr std::string_view kMets = "http://www.loc.gov/METS/";
constexpr std::string_view kPremis = "http://www.loc.gov/premis/v3";
constexpr std::string_view kXlink = "http://www.w3.org/1999/xlink";
constexpr std::string_view kCsip = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS";
constexpr std::size_t kTextBytesMax = 4096;  // of what is taken from an element
constexpr std::uint64_t kTextCost = 64;      // of keeping a text, beside its bytes

void read(const std::string& name, const XmlSource& source, XmlEvents events) {
  XmlReader reader(name, std::move(events));
  source([&](ByteView piece) { reader.add(piece); });
  reader.finish();
}

std::optional<std::uint64_t> number_of(const std::string& text) {
  std::uint64_t value = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
  if (end.ec != std::errc() || end.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

void require_root(const std::string& name, bool found, const char* what) {
  if (found) return;
  throw Error(ExitCode::kInput, name, std::string("is no ") + what + " file",
              "get the package again from its maker");
}

/// Counts what is kept of a file.
class Kept {
 public:
  Kept(const std::string& name, const MetsLimits& limits)
      : name_(name), bytes_max_(limits.kept_bytes_max) {}

  const std::string& count(const std::string& text) {
    bytes_ += text.size() + kTextCost;
    if (bytes_ <= bytes_max_) return text;
    throw Error(ExitCode::kInput, name_, "says more than can be checked",
                "get the package again from its maker");
  }

  std::uint64_t bytes() const { return bytes_; }

 private:
  const std::string& name_;
  std::uint64_t bytes_max_;
  std::uint64_t bytes_ = 0;
};

/// Takes in the elements of a METS file.
class MetsCollector {
 public:
  explicit MetsCollector(Kept& kept) : kept_(kept) {}

  void begin(const XmlStart& element) {
    const bool root = ++depth_ == 1;
    if (element.space != kMets) return;
    if (root && element.name == "mets") {
      is_mets_ = true;
      mets_.object_id = element.value_of("OBJID");
    }
    const std::string id = element.value_of("ID");
    if (!id.empty()) mets_.ids.push_back(kept_.count(id));
    for (const char* referring : {"ADMID", "DMDID", "FILEID"}) {
      for (std::string& other : split_words(element.value_of(referring))) {
        kept_.count(other);
        mets_.ids_referred.push_back(std::move(other));
      }
    }
    take(element);
  }

  void end() { --depth_; }

  bool is_mets() const { return is_mets_; }
  ReadMets result() {
    mets_.kept_bytes = kept_.bytes();
    return std::move(mets_);
  }

 private:
  void take(const XmlStart& element) {
    if (element.name == "metsHdr") {
      mets_.package_type = element.value_of("OAISPACKAGETYPE", kCsip);
    } else if (element.name == "file" || element.name == "mdRef") {
      mets_.references.push_back(reference_of(element));
    } else if (element.name == "FLocat" && !mets_.references.empty()) {
      mets_.references.back().href = kept_.count(element.value_of("href", kXlink));
    } else if (element.name == "mptr") {
      mets_.pointers.push_back(kept_.count(element.value_of("href", kXlink)));
    }
  }

  MetsReference reference_of(const XmlStart& element) {
    return {kept_.count(element.value_of("ID")), kept_.count(element.value_of("href", kXlink)),
            number_of(element.value_of("SIZE")), kept_.count(element.value_of("CHECKSUM")),
            kept_.count(element.value_of("CHECKSUMTYPE"))};
  }

  Kept& kept_;
  ReadMets mets_;
  bool is_mets_ = false;
  int depth_ = 0;
};

/// Takes in the objects of a PREMIS file.
class PremisCollector {
 public:
  explicit PremisCollector(Kept& kept) : kept_(kept) {}

  void begin(const XmlStart& element) {
    if (path_.empty()) is_premis_ = element.space == kPremis && element.name == "premis";
    path_.push_back(element.name);
    text_.clear();
    if (path_.size() != 2 || element.name != "object") return;
    kept_.count(element.name);  // an object without a fixity is kept too
    fixities_.push_back({});
  }

  void text(std::string_view piece) {
    if (text_.size() + piece.size() <= kTextBytesMax) text_ += piece;
  }

  void end() {
    if (path_.size() > 1 && path_[1] == "object" && !fixities_.empty()) take(path_.back());
    path_.pop_back();
    text_.clear();
  }

  bool is_premis() const { return is_premis_; }
  std::vector<PremisFixity> result() { return std::move(fixities_); }

 private:
  void take(const std::string& element) {
    PremisFixity& fixity = fixities_.back();
    if (element == "objectIdentifierValue") fixity.id = kept_.count(text_);
    if (element == "messageDigest") fixity.digest = kept_.count(text_);
    if (element == "messageDigestAlgorithm") fixity.digest_type = kept_.count(text_);
  }

  Kept& kept_;
  std::vector<std::string> path_;
  std::string text_;
  std::vector<PremisFixity> fixities_;
  bool is_premis_ = false;
};

}  // namespace

ReadMets read_mets(const std::string& name, const XmlSource& source, const MetsLimits& limits) {
  Kept kept(name, limits);
  MetsCollector collector(kept);
  read(name, source,
       {[&](const XmlStart& element) { collector.begin(element); }, [](std::string_view) {},
        [&] { collector.end(); }});
  require_root(name, collector.is_mets(), "METS");
  return collector.result();
}

std::vector<PremisFixity> read_premis(const std::string& name, const XmlSource& source,
                                      const MetsLimits& limits) {
  Kept kept(name, limits);
  PremisCollector collector(kept);
  read(name, source,
       {[&](const XmlStart& element) { collector.begin(element); },
        [&](std::string_view piece) { collector.text(piece); }, [&] { collector.end(); }});
  require_root(name, collector.is_premis(), "PREMIS 3");
  return collector.result();
}

void read_any_xml(const std::string& name, const XmlSource& source) {
  read(name, source, {[](const XmlStart&) {}, [](std::string_view) {}, [] {}});
}

}  // namespace sohoa
