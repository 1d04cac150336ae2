#include "models/record/json.h"
#include "models/record/json_names.h"

namespace sohoa {

namespace {

Json json_of(const Signature& one) {
  return {{"field", one.field},
          {"kind", one.kind},
          {"signer", one.signer},
          {"issuer", one.issuer},
          {"stated_time", one.stated_time},
          {"stamped_time", one.stamped_time},
          {"time_authority", one.time_authority},
          {"digest", one.digest},
          {"intact", one.intact},
          {"trusted", one.trusted},
          {"in_term", one.in_term},
          {"coverage", name_in(kSignatureCoverageNames, one.coverage)},
          {"page", one.page},
          {"corner", one.corner},
          {"findings", sohoa::json_of(one.findings)}};
}

}  // namespace

Json json_of(const SignatureReport& report) {
  Json signatures = Json::array();
  for (const Signature& one : report.signatures) signatures.push_back(json_of(one));
  return {{"schema", "sohoa.verify/1"},
          {"file", report.file},
          {"valid", report.valid()},
          {"signatures", std::move(signatures)},
          {"findings", json_of(report.findings)}};
}

}  // namespace sohoa
