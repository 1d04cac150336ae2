#include "pipeline/acquire/pdf_file.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFLogger.hh>
#include <set>
#include <utility>

#include "pipeline/acquire/limits.h"
#include "pipeline/base/error.h"

namespace sohoa {

namespace {

constexpr Box kLetter{0, 0, 612, 792};  // what viewers show where a page has no box
constexpr double kSideMin = 1;          // points
constexpr double kSideMaxUnits = 1e6;
constexpr int kTreeNodesMax = 4 * kPagesMax;
constexpr int kFieldsMax = 100'000;

Error pdf_error(const std::string& name, const std::string& reason, const std::string& remedy) {
  return Error(ExitCode::kInput, name, reason, remedy);
}

Error encrypted_error(const std::string& name) {
  return pdf_error(name, "is encrypted", "decrypt it first (qpdf --decrypt)");
}

std::unique_ptr<QPDF> open_document(const std::filesystem::path& path, const std::string& name) {
  auto document = std::make_unique<QPDF>();
  document->setSuppressWarnings(true);
  const std::shared_ptr<QPDFLogger> logger = QPDFLogger::create();
  logger->setInfo(logger->discard());
  logger->setWarn(logger->discard());
  logger->setError(logger->discard());
  document->setLogger(logger);
  try {
    document->processFile(path.c_str());
    if (document->isEncrypted()) throw encrypted_error(name);
    return document;
  } catch (const QPDFExc& failure) {
    if (failure.getErrorCode() == qpdf_e_password) throw encrypted_error(name);
    throw pdf_error(
        name, "is damaged or cut short and cannot be repaired (" + failure.getMessageDetail() + ")",
        "get the file again");
  } catch (const std::runtime_error& failure) {
    if (dynamic_cast<const Error*>(&failure) != nullptr) throw;
    throw pdf_error(name, "cannot be read as PDF", "get the file again");
  }
}

std::optional<Box> box_of(QPDFObjectHandle array) {
  const std::vector<double> sides = numbers_of(array);
  if (sides.size() != 4) return std::nullopt;
  const Box box{std::min(sides[0], sides[2]), std::min(sides[1], sides[3]),
                std::max(sides[0], sides[2]), std::max(sides[1], sides[3])};
  const bool sane = std::abs(box.left) < kSideMaxUnits && std::abs(box.top) < kSideMaxUnits &&
                    box.width() >= kSideMin && box.height() >= kSideMin &&
                    box.width() < kSideMaxUnits && box.height() < kSideMaxUnits;
  return sane ? std::optional<Box>(box) : std::nullopt;
}

/// What a page gets from the nodes above it.
struct Inherited {
  QPDFObjectHandle media_box = QPDFObjectHandle::newNull();
  QPDFObjectHandle crop_box = QPDFObjectHandle::newNull();
  QPDFObjectHandle rotate = QPDFObjectHandle::newNull();
  QPDFObjectHandle resources = QPDFObjectHandle::newNull();

  void take(QPDFObjectHandle node) {
    if (node.hasKey("/MediaBox")) media_box = node.getKey("/MediaBox");
    if (node.hasKey("/CropBox")) crop_box = node.getKey("/CropBox");
    if (node.hasKey("/Rotate")) rotate = node.getKey("/Rotate");
    if (node.hasKey("/Resources")) resources = node.getKey("/Resources");
  }
};

PdfPage page_of(QPDFObjectHandle object, Inherited inherited) {
  PdfPage page;
  page.object = object;
  page.resources = inherited.resources;
  page.box = box_of(inherited.media_box).value_or(kLetter);
  if (const std::optional<Box> crop = box_of(inherited.crop_box)) {
    const Box both = intersection(*crop, page.box);
    if (both.width() >= kSideMin && both.height() >= kSideMin) page.box = both;
  }
  if (object.getKey("/UserUnit").isNumber()) {
    const double unit = object.getKey("/UserUnit").getNumericValue();
    if (unit > 0 && unit < kSideMaxUnits) page.user_unit = unit;
  }
  if (inherited.rotate.isNumber()) {
    const double turns = std::fmod(inherited.rotate.getNumericValue() / 90, 4);
    page.quarter_turns = (static_cast<int>(std::lround(turns)) + 4) % 4;
  }
  return page;
}

/// The page tree without recursion: hostile ones are deep, or loop.
std::vector<PdfPage> list_pages(QPDF& document, const std::string& name) {
  std::vector<std::pair<QPDFObjectHandle, Inherited>> waiting;
  std::set<QPDFObjGen> seen;
  std::vector<PdfPage> pages;
  waiting.emplace_back(document.getRoot().getKey("/Pages"), Inherited{});
  for (int nodes = 0; !waiting.empty(); ++nodes) {
    auto [node, inherited] = std::move(waiting.back());
    waiting.pop_back();
    if (nodes > kTreeNodesMax || pages.size() > static_cast<std::size_t>(kPagesMax)) {
      throw pdf_error(name, "has more than " + std::to_string(kPagesMax) + " pages",
                      "split the file");
    }
    if (!node.isDictionary()) continue;
    inherited.take(node);
    QPDFObjectHandle kids = node.getKey("/Kids");
    if (!kids.isArray()) {
      pages.push_back(page_of(node, inherited));
      continue;
    }
    if (node.isIndirect() && !seen.insert(node.getObjGen()).second) {
      throw pdf_error(name, "is damaged: its list of pages runs in a circle", "get the file again");
    }
    for (int i = kids.getArrayNItems() - 1; i >= 0; --i) {
      waiting.emplace_back(kids.getArrayItem(i), inherited);
    }
  }
  if (pages.empty()) throw pdf_error(name, "has no pages", "check that it is the right file");
  return pages;
}

bool is_signature(QPDFObjectHandle value) {
  return value.isDictionary() && (value.hasKey("/ByteRange") || value.hasKey("/Contents"));
}

/// Form fields without recursion; a field inherits its type.
bool has_signed_field(QPDFObjectHandle fields) {
  std::vector<std::pair<QPDFObjectHandle, bool>> waiting;
  const auto add_all = [&waiting](QPDFObjectHandle array, bool is_signature_field) {
    for (int i = 0; array.isArray() && i < array.getArrayNItems(); ++i) {
      waiting.emplace_back(array.getArrayItem(i), is_signature_field);
    }
  };
  add_all(fields, false);
  for (int count = 0; !waiting.empty() && count < kFieldsMax; ++count) {
    auto [field, is_signature_field] = waiting.back();
    waiting.pop_back();
    if (!field.isDictionary()) continue;
    if (field.hasKey("/FT")) is_signature_field = field.getKey("/FT").isNameAndEquals("/Sig");
    if (is_signature_field && is_signature(field.getKey("/V"))) return true;
    add_all(field.getKey("/Kids"), is_signature_field);
  }
  return false;
}

}  // namespace

PageSize PdfPage::shown_size() const {
  const PageSize size{box.width() * user_unit, box.height() * user_unit};
  return quarter_turns % 2 == 0 ? size : PageSize{size.height_pt, size.width_pt};
}

Matrix PdfPage::to_shown() const {
  const double u = user_unit;
  const double width = box.width() * u;
  const double height = box.height() * u;
  const Matrix to_origin{u, 0, 0, u, -box.left * u, -box.top * u};
  switch (quarter_turns) {
    case 1:
      return then(to_origin, {0, -1, 1, 0, 0, width});
    case 2:
      return then(to_origin, {-1, 0, 0, -1, width, height});
    case 3:
      return then(to_origin, {0, 1, -1, 0, height, 0});
    default:
      return to_origin;
  }
}

PdfFile::PdfFile(std::filesystem::path path, std::string name)
    : path_(std::move(path)), name_(std::move(name)), document_(open_document(path_, name_)) {
  try {
    QPDFObjectHandle form = document_->getRoot().getKey("/AcroForm");
    if (form.isDictionary() && form.hasKey("/XFA")) {
      throw pdf_error(name_, "is an XFA form, which only Adobe programs can show",
                      "print it to a new PDF and read that");
    }
    pages_ = list_pages(*document_, name_);
  } catch (const QPDFExc& failure) {
    throw pdf_error(name_, "is damaged and cannot be repaired (" + failure.getMessageDetail() + ")",
                    "get the file again");
  }
}

bool PdfFile::is_signed() const {
  QPDFObjectHandle root = document_->getRoot();
  QPDFObjectHandle form = root.getKey("/AcroForm");
  if (form.isDictionary() && has_signed_field(form.getKey("/Fields"))) return true;
  QPDFObjectHandle permissions = root.getKey("/Perms");
  if (permissions.isDictionary()) {
    for (const std::string& key : permissions.getKeys()) {
      if (is_signature(permissions.getKey(key))) return true;
    }
  }
  return false;
}

std::vector<Finding> PdfFile::findings() const {
  std::vector<Finding> findings;
  if (document_->anyWarnings()) {
    findings.push_back({"input.repaired",
                        Severity::kWarning,
                        name_,
                        "the file's structure is damaged and was repaired",
                        "compare the number of pages with the papers",
                        {}});
  }
  QPDFObjectHandle names = document_->getRoot().getKey("/Names");
  if (names.isDictionary() && names.hasKey("/EmbeddedFiles")) {
    findings.push_back({"input.attachments",
                        Severity::kWarning,
                        name_,
                        "has files attached, which are not carried over",
                        "keep the original beside the result",
                        {}});
  }
  return findings;
}

}  // namespace sohoa
