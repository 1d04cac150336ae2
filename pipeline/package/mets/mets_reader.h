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

/// What an honest package stays far below. A text kept counts its bytes and what keeping it costs.
struct MetsLimits {
  std::size_t files_max = 1000;                     // METS files
  std::uint64_t kept_bytes_max = 256ULL << 20;      // of one METS or PREMIS file
  std::uint64_t kept_bytes_all_max = 512ULL << 20;  // of all the METS files
};

/// What a METS file says that can be held against the package.
struct ReadMets {
  std::string object_id;
  std::string package_type;  // csip:OAISPACKAGETYPE
  std::vector<MetsReference> references;
  std::vector<std::string> pointers;      // hrefs of <mptr>: other METS files
  std::vector<std::string> ids;           // all ID attributes, in order
  std::vector<std::string> ids_referred;  // by ADMID, DMDID and FILEID
  std::uint64_t kept_bytes = 0;           // of all these, as MetsLimits counts them
};

/// Calls its argument with the pieces of the document, in order.
using XmlSource = std::function<void(const std::function<void(ByteView)>&)>;

/// Reads a METS file that may be hostile. Throws Error (kInput) when it is no METS or says more
/// than the limits allow.
ReadMets read_mets(const std::string& name, const XmlSource& source, const MetsLimits& limits = {});

/// A <object> of PREMIS with a fixity.
struct PremisFixity {
  std::string id;
  std::string digest;
  std::string digest_type;
};

/// Throws Error (kInput) when it is no PREMIS 3 or says more than the limits allow.
std::vector<PremisFixity> read_premis(const std::string& name, const XmlSource& source,
                                      const MetsLimits& limits = {});

/// Throws Error (kInput) when it is no well-formed XML.
void read_any_xml(const std::string& name, const XmlSource& source);

}  // namespace sohoa
