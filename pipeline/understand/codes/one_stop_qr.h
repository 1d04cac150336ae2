#pragma once

#include <optional>
#include <string>
#include <vector>

namespace sohoa {

/// What the QR code of a paper from the one-stop system says (circular 01/2023/TT-VPCP, art. 26).
struct OneStopQr {
  std::string dossier_code;
  std::string procedure_code;
  std::string owner_id;  // personal number, old identity number or tax code
  std::string paper_name;
  std::string source_system;
  std::string issued;                // yyyy-MM-dd
  std::string appointment;           // yyyy-MM-dd; of a receipt
  std::string valid_until;           // yyyy-MM-dd; of a result
  std::vector<std::string> unknown;  // members that are none of these, or could be several
};

/// The members are not laid down in their order or separators: |, ; and lines are taken, and the
/// values of a JSON object. Each is known by its own pattern, never by its place; what fits
/// nowhere, or where something stands already, is among the `unknown`. None when there is no
/// dossier code, or nothing else is known.
std::optional<OneStopQr> one_stop_qr(const std::string& text);

}  // namespace sohoa
