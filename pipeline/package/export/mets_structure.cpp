#include "pipeline/package/export/mets_structure.h"

#include <utility>

namespace sohoa {

void MetsStructure::add_metadata() {
  MetsDivision division;
  division.id = draft_.id_of(mets_.ids + " metadata");
  division.label = profile_.labels.metadata;
  for (const MetsMetadata& one : mets_.descriptive) division.descriptive.push_back(one.id);
  for (const MetsMetadata& one : mets_.preservation) division.preservation.push_back(one.id);
  mets_.divisions.push_back(std::move(division));
}

void MetsStructure::add_group(const std::string& label, const std::vector<DraftFile>& files) {
  const std::string id = draft_.id_of(mets_.ids + " fileGrp " + label);
  mets_.groups.push_back({id, label, files, false});
  MetsDivision division;
  division.id = draft_.id_of(mets_.ids + " div " + label);
  division.label = label;
  division.groups = {id};
  mets_.divisions.push_back(std::move(division));
}

void MetsStructure::add_data(const std::vector<DraftFile>& files) {
  add_group(profile_.labels.data, files);
  mets_.groups.back().content = true;
}

void MetsStructure::add_representation(const DraftFile& mets) {
  const ProfileLabels& labels = profile_.labels;
  add_group(labels.representations, {mets});
  mets_.groups.back().content = true;
  MetsDivision& outer = mets_.divisions.back();
  const MetsPointer pointer{mets.path, mets_.groups.back().id};
  if (labels.representation == labels.representations) {
    outer.pointers = {pointer};
    outer.groups.clear();
    return;
  }
  MetsDivision inner;
  inner.id = draft_.id_of(mets_.ids + " div " + labels.representation);
  inner.label = labels.representation;
  inner.pointers = {pointer};
  outer.children.push_back(std::move(inner));
}

}  // namespace sohoa
