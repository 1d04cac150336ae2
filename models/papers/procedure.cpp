#include "models/papers/procedure.h"

#include <algorithm>

#include "models/papers/data_file.h"
#include "models/papers/papers_folder.h"

namespace sohoa {

namespace {

Component component_from(const JsonReader& json) {
  json.expect_only({"title", "kinds", "required", "count_min"});
  Component component;
  component.title = wording_of(json, "title");
  component.kinds = json.texts("kinds");
  component.required = json.flag("required");
  if (json.has("count_min")) component.count_min = json.integer("count_min");
  if (component.kinds.empty()) json.fail("kinds", "is empty");
  return component;
}

Procedure procedure_from(const JsonReader& json, const std::string& stem) {
  json.expect_only({"schema", "id", "codes", "title", "basis", "components"});
  if (json.text("schema") != "sohoa.procedure/1") json.fail("schema", "is not sohoa.procedure/1");
  Procedure procedure;
  procedure.id = json.text("id");
  if (procedure.id != stem) json.fail("id", "is not the name of the file");
  procedure.codes = json.texts("codes");
  procedure.title = wording_of(json, "title");
  procedure.basis = json.text("basis");
  json.each("components", [&](const JsonReader& entry) {
    procedure.components.push_back(component_from(entry));
  });
  return procedure;
}

}  // namespace

std::vector<Procedure> load_procedures() {
  const std::filesystem::path folder = papers_folder() / "procedures";
  std::vector<Procedure> procedures;
  for (const std::string& name : data_files_in(folder)) {
    read_data_file(folder / (name + ".json"), [&](const JsonReader& json) {
      procedures.push_back(procedure_from(json, name));
    });
  }
  return procedures;
}

const Procedure* procedure_of(const std::vector<Procedure>& procedures, const std::string& code) {
  const auto has_code = [&](const Procedure& procedure) {
    return std::any_of(procedure.codes.begin(), procedure.codes.end(), [&](const std::string& one) {
      return code == one || code.starts_with(one + ".");
    });
  };
  const auto found = std::find_if(procedures.begin(), procedures.end(), has_code);
  return found == procedures.end() ? nullptr : &*found;
}

}  // namespace sohoa
