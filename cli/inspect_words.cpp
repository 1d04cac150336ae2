#include "cli/inspect_words.h"

namespace sohoa {

namespace {

constexpr InspectWords kEnglish{"dossier code", "in",        "out",     "set aside",
                                "papers",       "page",      "pages",   "unknown kind",
                                "begins here",  "no fields", "by hand", "findings"};
constexpr InspectWords kVietnamese{
    "mã hồ sơ", "vào",      "ra",           "để riêng",     "giấy tờ",
    "trang",    "trang",    "chưa rõ loại", "tách tại đây", "không có trường nào",
    "viết tay", "phát hiện"};

std::string chosen(Language language, const char* vi, const char* en) {
  return language == Language::kVietnamese ? vi : en;
}

}  // namespace

const InspectWords& inspect_words(Language language) {
  return language == Language::kVietnamese ? kVietnamese : kEnglish;
}

std::string words_of(FieldMethod method, Language language) {
  switch (method) {
    case FieldMethod::kQr:
      return chosen(language, "mã QR", "QR code");
    case FieldMethod::kMrz:
      return chosen(language, "dòng MRZ", "MRZ");
    case FieldMethod::kCrossChecked:
      return chosen(language, "đã đối chiếu", "cross-checked");
    case FieldMethod::kPrint:
      break;
  }
  return chosen(language, "chữ in", "print");
}

std::string words_of(FieldDoubt doubt, Language language) {
  switch (doubt) {
    case FieldDoubt::kNotFound:
      return chosen(language, "không tìm thấy", "not found");
    case FieldDoubt::kLowConfidence:
      return chosen(language, "độ tin cậy thấp", "low confidence");
    case FieldDoubt::kPatternNotMet:
      return chosen(language, "không đúng khuôn mẫu", "pattern not met");
    case FieldDoubt::kNone:
      break;
  }
  return {};
}

std::string words_of(SetAside why, Language language) {
  switch (why) {
    case SetAside::kBlank:
      return chosen(language, "trang trắng", "blank");
    case SetAside::kSeparator:
      return chosen(language, "tờ phân cách", "separator");
    case SetAside::kDuplicate:
      return chosen(language, "trang trùng", "duplicate");
    case SetAside::kFailed:
      break;
  }
  return chosen(language, "không đọc được", "failed");
}

}  // namespace sohoa
