#include "pipeline/understand/codes/separator_code.h"

#include <algorithm>

#include "pipeline/understand/codes/members.h"

namespace sohoa {

namespace {

constexpr std::size_t kKindCodeMax = 60;

/// The id of a kind of paper: `giay-khai-sinh`.
bool is_kind_code(const std::string& text) {
  return text.size() <= kKindCodeMax && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
         });
}

}  // namespace

std::optional<SeparatorCode> separator_code(const Code& code) {
  if (code.kind == CodeKind::kCode39 && code.text == kPatchText) return SeparatorCode{};
  if (code.kind != CodeKind::kQr || !code.text.starts_with(kSeparatorMark)) return std::nullopt;
  const std::vector<std::string> members =
      members_of(std::string_view(code.text).substr(kSeparatorMark.size()), '|');
  if (members.size() != 2 || !is_kind_code(members[1])) return std::nullopt;
  if (!members[0].empty() && !is_dossier_code(members[0])) return std::nullopt;
  return SeparatorCode{members[0], members[1]};
}

}  // namespace sohoa
