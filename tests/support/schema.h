#pragma once

#include <string>

#include "pipeline/base/json.h"

namespace sohoa::test {

/// Whether Debian's python3-jsonschema is there.
bool has_schema_validator();

/// What a schema of models/record/schema/ has against the value; empty when it accepts it.
std::string schema_complaints(const std::string& schema, const Json& value);

}  // namespace sohoa::test

/// For tests that need the validator: they skip, and say so, where there is none.
#define SOHOA_NEEDS_SCHEMA_VALIDATOR()                         \
  do {                                                         \
    if (!sohoa::test::has_schema_validator()) {                \
      GTEST_SKIP() << "needs python3-jsonschema; ./dev setup"; \
    }                                                          \
  } while (false)
