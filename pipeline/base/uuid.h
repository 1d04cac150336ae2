#pragma once

#include <string>
#include <string_view>

namespace sohoa {

/// The namespace of names of sohoa's own (RFC 9562 section 6.6); made once, at random.
inline constexpr std::string_view kSohoaNamespace = "b0d26c0e-6f5b-4c7c-9f0a-2f5d1c7a4e93";

/// A UUID of version 8 made from a name by SHA-256, as RFC 9562 appendix B.2 does: the same
/// namespace and name give the same UUID. `space` is itself a UUID. Lower case.
std::string name_based_uuid(std::string_view space, std::string_view name);

/// `uuid` in capitals.
std::string upper_case_uuid(std::string uuid);

}  // namespace sohoa
