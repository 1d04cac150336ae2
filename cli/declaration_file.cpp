#include "cli/declaration_file.h"

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/json.h"

namespace sohoa {

namespace {

constexpr std::uint64_t kDeclarationBytesMax = 16u << 20;
constexpr char kRemedy[] = "write it as models/record/schema/declaration.json says";

}  // namespace

std::optional<Declaration> read_declaration(const std::filesystem::path& file) {
  if (file.empty()) return std::nullopt;
  const Bytes bytes = read_file(file, kDeclarationBytesMax);
  try {
    return declaration_from_json(Json::parse(as_text(bytes)));
  } catch (const Json::exception&) {
    throw Error(ExitCode::kInput, file.string(), "is no JSON", kRemedy);
  } catch (const Error& error) {
    throw Error(ExitCode::kInput, file.string() + ": " + error.subject(), error.reason(), kRemedy);
  }
}

}  // namespace sohoa
