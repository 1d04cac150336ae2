#include "pipeline/package/sign/revision.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "pipeline/package/pdf/pdf_field.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;
using Table = std::map<QPDFObjGen, QPDFXRefEntry>;
using Keys = std::set<std::string>;

constexpr int kDepthMax = 64;
constexpr std::size_t kChangesMax = 20;

/// Calls `visit` for each reference in an object, as deep as direct objects nest.
void each_reference(Handle object, const std::function<void(QPDFObjGen)>& visit, int depth = 0) {
  if (depth > kDepthMax) return;
  if (depth > 0 && object.isIndirect()) return visit(object.getObjGen());
  if (object.isStream()) object = object.getDict();
  if (object.isArray()) {
    for (const Handle& item : object.getArrayAsVector()) each_reference(item, visit, depth + 1);
  } else if (object.isDictionary()) {
    for (const auto& [key, value] : object.getDictAsMap()) each_reference(value, visit, depth + 1);
  }
}

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

class Comparison {
 public:
  Comparison(PdfDocument& revision, PdfDocument& document)
      : old_(revision.qpdf()),
        new_(document.qpdf()),
        old_table_(old_.getXRefTable()),
        new_table_(new_.getXRefTable()) {}

  std::vector<std::string> run();

 private:
  void note_roles();
  void note_array(Handle array);
  void note_proofs(Handle object, int depth);
  std::set<QPDFObjGen> missing_references();
  bool same_place(QPDFObjGen id) const;
  void look_at(QPDFObjGen id);
  bool allowed(QPDFObjGen id, Handle before, Handle after);
  bool allowed_catalog(Handle before, Handle after);
  bool allowed_form(Handle before, Handle after);
  bool allowed_page(Handle before, Handle after);
  bool only_signatures_added(Handle before, Handle after);
  static bool differs_only_in(Handle before, Handle after, const Keys& keys);
  void changed(const std::string& reason);

  QPDF& old_;
  QPDF& new_;
  const Table old_table_;
  const Table new_table_;
  QPDFObjGen form_, information_;
  std::set<QPDFObjGen> pages_, arrays_, proofs_;
  std::vector<std::string> changes_;
};

std::vector<std::string> Comparison::run() {
  note_roles();
  if (new_.isEncrypted() != old_.isEncrypted()) changed("its encryption");
  if (new_.getRoot().getObjGen() != old_.getRoot().getObjGen() &&
      !allowed_catalog(old_.getRoot(), new_.getRoot())) {
    changed("the catalog");
  }
  for (const auto& [id, entry] : old_table_) {
    if (!same_place(id)) look_at(id);
  }
  for (const QPDFObjGen id : missing_references()) {
    if (new_table_.contains(id)) changed("object " + id.unparse(' ') + ", which was missing");
  }
  return std::move(changes_);
}

/// Which of the old objects may grow, and how, follows from what they are.
void Comparison::note_roles() {
  for (Handle page : old_.getAllPages()) {
    pages_.insert(page.getObjGen());
    note_array(page.getKey("/Annots"));
  }
  Handle form = old_.getRoot().getKey("/AcroForm");
  if (form.isDictionary()) {
    form_ = form.getObjGen();
    note_array(form.getKey("/Fields"));
  }
  information_ = old_.getTrailer().getKey("/Info").getObjGen();
  note_proofs(old_.getRoot().getKey("/DSS"), 0);
}

void Comparison::note_array(Handle array) {
  if (array.isArray() && array.isIndirect()) arrays_.insert(array.getObjGen());
}

void Comparison::note_proofs(Handle object, int depth) {
  if (depth > kDepthMax || (!object.isDictionary() && !object.isArray())) return;
  if (object.isIndirect() && !proofs_.insert(object.getObjGen()).second) return;
  if (object.isDictionary()) {
    for (const auto& [key, value] : object.getDictAsMap()) note_proofs(value, depth + 1);
  } else {
    for (const Handle& item : object.getArrayAsVector()) note_proofs(item, depth + 1);
  }
}

std::set<QPDFObjGen> Comparison::missing_references() {
  std::set<QPDFObjGen> missing;
  const auto visit = [&](QPDFObjGen id) {
    if (!old_table_.contains(id)) missing.insert(id);
  };
  for (const auto& [id, entry] : old_table_) each_reference(old_.getObject(id), visit);
  each_reference(old_.getTrailer(), visit);
  return missing;
}

bool Comparison::same_place(QPDFObjGen id) const {
  const QPDFXRefEntry& before = old_table_.at(id);
  const auto found = new_table_.find(id);
  if (found == new_table_.end() || found->second.getType() != before.getType()) return false;
  const QPDFXRefEntry& after = found->second;
  if (before.getType() == 1) return after.getOffset() == before.getOffset();
  const QPDFObjGen holder(before.getObjStreamNumber(), 0);
  return after.getObjStreamNumber() == before.getObjStreamNumber() &&
         after.getObjStreamIndex() == before.getObjStreamIndex() && old_table_.contains(holder) &&
         old_table_.at(holder).getType() == 1 && same_place(holder);
}

void Comparison::look_at(QPDFObjGen id) {
  if (!new_table_.contains(id)) return changed("object " + id.unparse(' ') + ", which is gone");
  Handle before = old_.getObject(id);
  Handle after = new_.getObject(id);
  if (is_same(before, after) || allowed(id, before, after)) return;
  changed(pages_.contains(id) ? "a page" : "object " + id.unparse(' '));
}

bool Comparison::allowed(QPDFObjGen id, Handle before, Handle after) {
  if (proofs_.contains(id)) return true;
  if (arrays_.contains(id)) return only_signatures_added(before, after);
  if (!before.isDictionary() || !after.isDictionary()) return false;
  if (id == old_.getRoot().getObjGen()) return allowed_catalog(before, after);
  if (id == form_) return allowed_form(before, after);
  if (id == information_) return differs_only_in(before, after, {"/ModDate"});
  if (pages_.contains(id)) return allowed_page(before, after);
  const bool was_empty_field = is_signature_field(before) && !before.hasKey("/V");
  return was_empty_field && differs_only_in(before, after, {"/V", "/AP", "/F", "/M"});
}

bool Comparison::allowed_catalog(Handle before, Handle after) {
  if (!differs_only_in(before, after, {"/AcroForm", "/DSS", "/Extensions"})) return false;
  Handle form = after.getKey("/AcroForm");
  const bool same_object = form.isIndirect() && form.getObjGen() == form_;
  return same_object || allowed_form(before.getKey("/AcroForm"), form);
}

bool Comparison::allowed_form(Handle before, Handle after) {
  if (!after.isDictionary()) return before.isNull() && after.isNull();
  if (before.isNull()) before = Handle::newDictionary();
  if (!before.isDictionary()) return false;
  return differs_only_in(before, after, {"/Fields", "/SigFlags", "/DR", "/DA"}) &&
         only_signatures_added(before.getKey("/Fields"), after.getKey("/Fields"));
}

bool Comparison::allowed_page(Handle before, Handle after) {
  return differs_only_in(before, after, {"/Annots"}) &&
         only_signatures_added(before.getKey("/Annots"), after.getKey("/Annots"));
}

bool Comparison::only_signatures_added(Handle before, Handle after) {
  std::multiset<std::string> left;
  if (before.isArray()) {
    for (Handle item : before.getArrayAsVector()) left.insert(item.unparse());
  } else if (!before.isNull()) {
    return false;
  }
  if (!after.isArray()) return after.isNull() && left.empty();
  for (Handle item : after.getArrayAsVector()) {
    const auto known = left.find(item.unparse());
    if (known != left.end()) {
      left.erase(known);
    } else if (!item.isDictionary() || !is_signature_field(item)) {
      return false;
    }
  }
  return left.empty();
}

bool Comparison::differs_only_in(Handle before, Handle after, const Keys& keys) {
  Keys all = before.getKeys();
  all.merge(after.getKeys());
  return std::all_of(all.begin(), all.end(), [&](const std::string& key) {
    return keys.contains(key) || before.getKey(key).unparse() == after.getKey(key).unparse();
  });
}

void Comparison::changed(const std::string& reason) {
  if (changes_.size() < kChangesMax) changes_.push_back(reason);
}

}  // namespace

std::vector<std::string> changes_since(PdfDocument& revision, PdfDocument& document) {
  return Comparison(revision, document).run();
}

}  // namespace sohoa
