#include "models/papers/data_file.h"

#include <algorithm>

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kFileBytesMaxOfData = 4u << 20;

}  // namespace

void read_data_file(const fs::path& file, const std::function<void(const JsonReader&)>& read) {
  if (!fs::is_regular_file(file)) {
    throw Error(ExitCode::kDependency, file.string(), "is not there",
                "install sohoa's data again, or set SOHOA_PAPERS to their folder");
  }
  const Bytes bytes = read_file(file, kFileBytesMaxOfData);
  const std::string remedy = "correct the file, or install sohoa's own again";
  try {
    const Json json = Json::parse(as_text(bytes));
    read(JsonReader(json, ""));
  } catch (const Json::exception&) {
    throw Error(ExitCode::kInput, file.string(), "is no JSON", remedy);
  } catch (const Error& error) {
    throw Error(error.code(), file.string() + ": " + error.subject(), error.reason(), remedy);
  }
}

std::vector<std::string> data_files_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Wording wording_of(const JsonReader& json, const char* member) {
  const JsonReader pair = json.object(member);
  pair.expect_only({"vi", "en"});
  return {pair.text("vi"), pair.text("en")};
}

}  // namespace sohoa
