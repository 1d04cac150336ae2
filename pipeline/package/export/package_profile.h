#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/json.h"

namespace sohoa {

enum class PackageType { kAip, kSip };

/// "AIP" or "SIP".
const char* name_of(PackageType type);

enum class FieldKind { kText, kNumber, kDate, kBoolean };

/// One field of a description: what it is called, where its value comes from when the operator does
/// not state it, and what is asked of it.
struct ProfileField {
  std::string name;         // in the operator's metadata
  std::string elements[2];  // its XML element in an AIP, in a SIP
  FieldKind kind = FieldKind::kText;
  std::size_t length_max = 0;  // characters; 0: any
  bool mandatory = false;
  std::string mandatory_when;                 // another field of the description …
  std::vector<std::string> mandatory_values;  // … that has one of these values
  std::string codes;    // the code list that its values come from; empty: none
  std::string pattern;  // ECMAScript regular expression; empty: none
  std::string derived;  // how it is made of the record (see derived_values.h); empty: it is not
  std::vector<std::string> record_fields;  // for `derived`: those fields of the paper, best first
  bool computed = false;  // the record knows better: a stated value must be the derived one
  std::string value_otherwise;
};

/// How a file or a document is described.
struct ProfileDescription {
  std::string file;                               // its name; "{stem}" stands for that of the PDF
  std::string metadata_type;                      // MDTYPE in METS
  std::string root;                               // element
  std::string schema;                             // file name, in schemas/
  std::array<std::vector<std::string>, 2> order;  // names of the fields, of an AIP, of a SIP
  std::map<std::string, ProfileField> fields;
  std::vector<std::string> passed_over;  // fields of other profiles, which metadata may hold too

  const ProfileField& field(const std::string& name) const { return fields.at(name); }
};

struct ProfileSchema {
  std::string space;    // namespace
  std::string file;     // in schemas/, if the receiving archive supplied it
  std::string address;  // elsewhere
};

struct ProfileLabels {
  std::string metadata, documentation, schemas, representations, representation, data;
};

/// All that differs between the packages that a METS file describes, and that the law or a board
/// may change: dated data (models/papers/packages/), never code.
struct PackageProfile {
  std::string name;
  std::string source;
  std::string valid_from;
  std::string object_id[2];  // of an AIP, of a SIP
  std::string document_code, file_name;
  std::vector<std::string> date_forms[2];
  bool agency_code_mandatory = false;
  std::string mets_profile[2];
  std::string content_type, content_information_type, file_group_attribute;
  std::vector<ProfileSchema> mets_schemas;
  ProfileLabels labels;
  std::vector<std::string> documentation;  // files of the record
  bool own_schemas = false;                // those of the descriptions are written by us
  bool preservation[2] = {false, false};   // whether there is PREMIS
  std::string digitization_event, creation_event;
  ProfileDescription file_description, document_description;
  std::map<std::string, std::map<std::string, std::string>> codes;  // list → code → meaning
  std::map<std::string, std::string> type_of_paper;                 // name of a paper → code
  std::string type_otherwise;
};

/// Index of the arrays above.
inline std::size_t index_of(PackageType type) { return type == PackageType::kAip ? 0 : 1; }

/// The table of that name ("tt05-2025"), from the folder that SOHOA_PAPERS names or from that of
/// the installation. Throws Error: kDependency when it is not there, kInput when it is not sound.
PackageProfile load_package_profile(const std::string& name);

/// The same from JSON; every mismatch is an Error (kInput) that names the member.
PackageProfile package_profile_from_json(const Json& json);

}  // namespace sohoa
