#include "pipeline/package/export/package_agents.h"

namespace sohoa {

std::vector<MetsAgent> agents_of(const ExportSettings& settings) {
  constexpr char kCode[] = "IDENTIFICATIONCODE";
  const ExportParty& agency = settings.metadata.agency;
  const ExportParty& archive = settings.metadata.archive;
  std::vector<MetsAgent> agents = {
      {"CREATOR", "", "OTHER", "SOFTWARE", "sohoa", settings.program_version, "SOFTWARE VERSION"},
      {"ARCHIVIST", "", "ORGANIZATION", "", agency.name, agency.code, kCode},
      {"OTHER", "SUBMITTER", "ORGANIZATION", "", agency.name, agency.code, kCode}};
  if (!archive.name.empty()) {
    agents.push_back({"PRESERVATION", "", "ORGANIZATION", "", archive.name, archive.code, kCode});
  }
  return agents;
}

}  // namespace sohoa
