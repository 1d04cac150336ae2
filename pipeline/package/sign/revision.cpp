#include "pipeline/package/sign/revision.h"

#include <algorithm>
#include <set>

#include "pipeline/package/pdf/pdf_field.h"
#include "pipeline/package/pdf/pdf_signature_fields.h"
#include "pipeline/package/sign/object_changes.h"
#include "pipeline/package/sign/proof_objects.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;
using Keys = std::set<std::string>;

constexpr std::size_t kChangesMax = 20;

bool differs_only_in(Handle before, Handle after, const Keys& keys) {
  Keys all = before.getKeys();
  all.merge(after.getKeys());
  return std::all_of(all.begin(), all.end(), [&](const std::string& key) {
    return keys.contains(key) || before.getKey(key).unparse() == after.getKey(key).unparse();
  });
}

bool acts(Handle field) { return field.hasKey("/A") || field.hasKey("/AA"); }

/// Which changes of which objects leave what was signed as it was.
class Permissions {
 public:
  Permissions(QPDF& revision, QPDF& document)
      : old_(revision), new_(document), proofs_(proof_objects(revision)) {
    note_roles();
    note_signatures();
  }

  /// Why a change is none of those; empty: it is.
  std::string complaint(const ObjectChange& change) const {
    const std::string object = "object " + change.id.unparse(' ');
    switch (change.kind) {
      case ObjectChange::Kind::kGone:
        return object + ", which is gone";
      case ObjectChange::Kind::kCame:
        return object + ", which was missing";
      case ObjectChange::Kind::kOther:
        break;
    }
    if (allowed(change.id, change.before, change.after)) return "";
    return pages_.contains(change.id) ? "a page" : object;
  }

  bool allowed_catalog(Handle before, Handle after) const {
    if (!differs_only_in(before, after, {"/AcroForm", "/DSS", "/Extensions"})) return false;
    Handle form = after.getKey("/AcroForm");
    const bool same_object = form.isIndirect() && form.getObjGen() == form_;
    return same_object || allowed_form(before.getKey("/AcroForm"), form);
  }

  /// Its time, and the program: title and author are what was signed.
  bool allowed_information(Handle before, Handle after) const {
    if (before.isNull()) before = Handle::newDictionary();
    if (after.isNull()) after = Handle::newDictionary();
    return before.isDictionary() && after.isDictionary() &&
           differs_only_in(before, after, {"/ModDate", "/Producer"});
  }

 private:
  void note_roles() {
    for (Handle page : old_.getAllPages()) {
      pages_.insert(page.getObjGen());
      note_array(page.getKey("/Annots"));
    }
    information_ = old_.getTrailer().getKey("/Info").getObjGen();
    Handle form = old_.getRoot().getKey("/AcroForm");
    if (form.isDictionary()) {
      form_ = form.getObjGen();
      note_array(form.getKey("/Fields"));
    }
  }

  void note_array(Handle array) {
    if (array.isArray() && array.isIndirect()) arrays_.insert(array.getObjGen());
  }

  void note_signatures() {
    for (const SignatureField& one : signature_fields(new_).fields) {
      if (acts(one.field)) continue;
      signed_.insert(one.field.getObjGen());
      for (Handle widget : one.widgets) {
        if (widget.isDictionary() && !acts(widget)) signed_.insert(widget.getObjGen());
      }
    }
  }

  // Each object is judged by what it is on the page first, whatever else refers to it.
  bool allowed(QPDFObjGen id, Handle before, Handle after) const {
    if (arrays_.contains(id)) return only_signatures_added(before, after);
    if (!pages_.contains(id) && proofs_.contains(id)) return true;
    if (!before.isDictionary() || !after.isDictionary()) return false;
    if (id == old_.getRoot().getObjGen()) return allowed_catalog(before, after);
    if (id == form_) return allowed_form(before, after);
    if (id == information_) return allowed_information(before, after);
    if (pages_.contains(id)) return allowed_page(before, after);
    const bool was_empty = is_signature_field(before) && inherited(before, "/V").isNull();
    return was_empty && signed_.contains(id) &&
           differs_only_in(before, after, {"/V", "/AP", "/F", "/M"});
  }

  bool allowed_form(Handle before, Handle after) const {
    if (!after.isDictionary()) return before.isNull() && after.isNull();
    if (before.isNull()) before = Handle::newDictionary();
    if (!before.isDictionary()) return false;
    Handle draws = after.getKey("/NeedAppearances");
    Keys may_differ = {"/Fields", "/SigFlags"};
    // Fonts and styles are of no use but to draw the fields anew.
    if (!draws.isBool() || !draws.getBoolValue()) may_differ.insert({"/DR", "/DA"});
    return differs_only_in(before, after, may_differ) &&
           only_signatures_added(before.getKey("/Fields"), after.getKey("/Fields"));
  }

  bool allowed_page(Handle before, Handle after) const {
    return differs_only_in(before, after, {"/Annots"}) &&
           only_signatures_added(before.getKey("/Annots"), after.getKey("/Annots"));
  }

  /// What was there stays, in its order; an array that is an object of its own may take the place
  /// of a direct one.
  bool only_signatures_added(Handle before, Handle after) const {
    if (!before.isArray() && !before.isNull()) return false;
    const int old_count = before.isArray() ? before.getArrayNItems() : 0;
    if (!after.isArray()) return after.isNull() && old_count == 0;
    if (after.getArrayNItems() < old_count) return false;
    for (int i = 0; i < after.getArrayNItems(); ++i) {
      Handle item = after.getArrayItem(i);
      const bool fits = i < old_count ? item.unparse() == before.getArrayItem(i).unparse()
                                      : item.isIndirect() && signed_.contains(item.getObjGen());
      if (!fits) return false;
    }
    return true;
  }

  QPDF& old_;
  QPDF& new_;
  std::set<QPDFObjGen> proofs_;
  QPDFObjGen form_, information_;
  std::set<QPDFObjGen> pages_, arrays_;
  std::set<QPDFObjGen> signed_;  // fields and widgets that verification tells of
};

}  // namespace

std::vector<std::string> changes_since(PdfDocument& revision, PdfDocument& document) {
  QPDF& before = revision.qpdf();
  QPDF& after = document.qpdf();
  const Permissions permissions(before, after);
  std::vector<std::string> changes;
  const auto note = [&](const std::string& reason) {
    if (!reason.empty() && changes.size() < kChangesMax) changes.push_back(reason);
  };
  if (after.isEncrypted() != before.isEncrypted()) note("its encryption");
  if (after.getRoot().getObjGen() != before.getRoot().getObjGen() &&
      !permissions.allowed_catalog(before.getRoot(), after.getRoot())) {
    note("the catalog");
  }
  if (!permissions.allowed_information(before.getTrailer().getKey("/Info"),
                                       after.getTrailer().getKey("/Info"))) {
    note("what it says of itself");
  }
  for (const ObjectChange& change : object_changes(before, after)) {
    note(permissions.complaint(change));
  }
  return changes;
}

}  // namespace sohoa
