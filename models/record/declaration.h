#pragma once

#include <string>
#include <vector>

#include "pipeline/base/json.h"

namespace sohoa {

/// A person whose papers these are, as the officer knows them.
struct DeclaredPerson {
  std::string number;      // số định danh cá nhân, 12 digits
  std::string sex;         // "nam", "nữ", or empty
  std::string birth_date;  // ISO 8601 day, or empty
};

/// What an officer says of a dossier before anything is read: what the scan is held against.
struct Declaration {
  std::string dossier_code;    // mã hồ sơ; empty: not declared, as all that follows
  std::string procedure_code;  // mã thủ tục hành chính
  std::string agency_code;     // mã định danh của cơ quan
  int pages = 0;               // sheets' sides handed over, blank ones too; 0: not declared
  std::vector<DeclaredPerson> persons;
};

/// "schema": "sohoa.declaration/1"; models/record/schema/declaration.json. Strict: throws Error
/// (kInput) naming the member that is not as it must be.
Declaration declaration_from_json(const Json& json);
Json json_of(const Declaration& declaration);

}  // namespace sohoa
