#include "tests/support/schema.h"

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/process.h"
#include "pipeline/base/temporary_folder.h"
#include "tests/support/paths.h"

namespace sohoa::test {

namespace {

constexpr char kPython[] = "/usr/bin/python3";  // Debian's, which sees Debian's packages

constexpr char kValidate[] =
    "import json, sys, jsonschema\n"
    "schema = json.load(open(sys.argv[1], encoding='utf-8'))\n"
    "validator = jsonschema.Draft202012Validator\n"
    "validator.check_schema(schema)\n"
    "errors = list(validator(schema).iter_errors(json.load(open(sys.argv[2], encoding='utf-8'))))\n"
    "print('\\n'.join(e.json_path + ': ' + e.message for e in errors))\n"
    "sys.exit(1 if errors else 0)\n";

}  // namespace

bool has_schema_validator() {
  return !find_program(kPython).empty() &&
         run_process({kPython, "-c", "import jsonschema"}, {}).exit_code == 0;
}

std::string schema_complaints(const std::string& schema, const Json& value) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "value.json";
  const std::string text = canonical_json(value);
  write_file(file, as_bytes(text));
  const auto path = source_folder() / "models/record/schema" / schema;
  const ProcessResult result =
      run_process({kPython, "-c", kValidate, path.string(), file.string()}, {});
  return result.exit_code == 0 ? "" : result.output + result.messages;
}

}  // namespace sohoa::test
