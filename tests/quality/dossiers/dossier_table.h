#pragma once

#include <string>

#include "tests/quality/dossiers/dossier_score.h"

namespace sohoa::test {

/// For people: split, kinds, pages set aside, fields, and what goes straight through.
std::string table_of(const DossierScore& score, const StraightThrough& fields);

}  // namespace sohoa::test
