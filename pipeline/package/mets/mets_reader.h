#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// A file that METS speaks of, by <file> and <FLocat> or by <mdRef>.
struct MetsReference {
  std::string id;
  std::string href;
  std::optional<std::uint64_t> bytes;
  std::string digest;       // as it is written
  std::string digest_type;  // "SHA-256"
};

/// What a METS file says that can be held against the package.
struct ReadMets {
  std::string object_id;
  std::string package_type;  // csip:OAISPACKAGETYPE
  std::vector<MetsReference> references;
  std::vector<std::string> pointers;      // hrefs of <mptr>: other METS files
  std::vector<std::string> ids;           // all ID attributes, in order
  std::vector<std::string> ids_referred;  // by ADMID, DMDID and FILEID
};

/// Calls its argument with the pieces of the document, in order.
using XmlSource = std::function<void(const std::function<void(ByteView)>&)>;

/// Reads a METS file that may be hostile. Throws Error (kInput) when it is no METS.
ReadMets read_mets(const std::string& name, const XmlSource& source);

/// A <object> of PREMIS with a fixity.
struct PremisFixity {
  std::string id;
  std::string digest;
  std::string digest_type;
};

/// Throws Error (kInput) when it is no PREMIS 3.
std::vector<PremisFixity> read_premis(const std::string& name, const XmlSource& source);

/// Throws Error (kInput) when it is no well-formed XML.
void read_any_xml(const std::string& name, const XmlSource& source);

}  // namespace sohoa
