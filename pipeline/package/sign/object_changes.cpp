#include "pipeline/package/sign/object_changes.h"

#include <map>
#include <set>
#include <utility>

#include "pipeline/package/sign/references.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;
using Table = std::map<QPDFObjGen, QPDFXRefEntry>;

std::string raw_text(Handle object) {
  if (!object.isStream()) return object.unparseResolved();
  const std::shared_ptr<Buffer> data = object.getRawStreamData();
  return object.getDict().unparse() +
         std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
}

bool is_same(Handle a, Handle b) {
  if (a.isStream() != b.isStream()) return false;
  try {
    return raw_text(a) == raw_text(b);
  } catch (const std::exception&) {  // of libqpdf: a stream that cannot be read
    return false;
  }
}

/// Whether both tables find the object at the same place of the file.
bool same_place(const Table& old_table, const Table& new_table, QPDFObjGen id) {
  const QPDFXRefEntry& before = old_table.at(id);
  const auto found = new_table.find(id);
  if (found == new_table.end() || found->second.getType() != before.getType()) return false;
  const QPDFXRefEntry& after = found->second;
  if (before.getType() == 1) return after.getOffset() == before.getOffset();
  const QPDFObjGen holder(before.getObjStreamNumber(), 0);
  return after.getObjStreamNumber() == before.getObjStreamNumber() &&
         after.getObjStreamIndex() == before.getObjStreamIndex() && old_table.contains(holder) &&
         old_table.at(holder).getType() == 1 && same_place(old_table, new_table, holder);
}

std::set<QPDFObjGen> missing_references(QPDF& pdf, const Table& table) {
  std::set<QPDFObjGen> missing;
  const auto visit = [&](QPDFObjGen id) {
    if (!table.contains(id)) missing.insert(id);
  };
  for (const auto& [id, entry] : table) each_reference(pdf.getObject(id), visit);
  each_reference(pdf.getTrailer(), visit);
  return missing;
}

}  // namespace

std::vector<ObjectChange> object_changes(QPDF& before, QPDF& after) {
  const Table old_table = before.getXRefTable(), new_table = after.getXRefTable();
  std::vector<ObjectChange> changes;
  for (const auto& [id, entry] : old_table) {
    if (same_place(old_table, new_table, id)) continue;
    if (!new_table.contains(id)) {
      changes.push_back({ObjectChange::Kind::kGone, id, {}, {}});
      continue;
    }
    ObjectChange change{ObjectChange::Kind::kOther, id, before.getObject(id), after.getObject(id)};
    if (!is_same(change.before, change.after)) changes.push_back(std::move(change));
  }
  for (const QPDFObjGen id : missing_references(before, old_table)) {
    if (new_table.contains(id)) changes.push_back({ObjectChange::Kind::kCame, id, {}, {}});
  }
  return changes;
}

}  // namespace sohoa
