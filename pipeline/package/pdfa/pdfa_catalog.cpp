#include <set>
#include <string_view>

#include "pipeline/package/pdfa/pdfa_checks.h"

namespace sohoa {

namespace {

using Handle = QPDFObjectHandle;

bool is_true(Handle value) { return value.isBool() && value.getBoolValue(); }

/// 6.4
void check_form(PdfaSubject& subject, Handle form) {
  if (!form.isDictionary()) return;
  if (is_true(form.getKey("/NeedAppearances"))) {
    subject.report.violates("6.4.1-need-appearances", "a viewer is to draw the form's fields");
  }
  if (form.hasKey("/XFA")) subject.report.violates("6.4.2-xfa", "the form is XFA");
}

/// 6.1.12
void check_permissions(PdfaSubject& subject, Handle permissions) {
  if (!permissions.isDictionary()) return;
  for (const std::string& key : permissions.getKeys()) {
    if (key != "/UR3" && key != "/DocMDP") {
      subject.report.violates("6.1.12-permissions", "a permission other than UR3 and DocMDP");
    }
  }
}

/// 6.9
void check_configuration(PdfaSubject& subject, Handle configuration, std::set<std::string>& names) {
  if (!configuration.isDictionary()) return;
  Handle name = configuration.getKey("/Name");
  const std::string text = name.isString() ? name.getUTF8Value() : "";
  if (text.empty() || !names.insert(text).second) {
    subject.report.violates("6.9-optional-content", "a configuration has no name of its own");
  }
  if (configuration.hasKey("/AS")) {
    subject.report.violates("6.9-optional-content", "a configuration switches layers by itself");
  }
}

void check_optional_content(PdfaSubject& subject, Handle properties) {
  if (!subject.rules().optional_content && !properties.isNull()) {
    return subject.report.violates("6.9-optional-content", "the document has layers");
  }
  if (!properties.isDictionary()) return;
  std::set<std::string> names;
  check_configuration(subject, properties.getKey("/D"), names);
  Handle others = properties.getKey("/Configs");
  if (!others.isArray()) return;
  for (const Handle& one : others.getArrayAsVector()) check_configuration(subject, one, names);
}

/// 6.5.1, 6.10
void check_names(PdfaSubject& subject, Handle names) {
  if (!names.isDictionary()) return;
  if (names.hasKey("/JavaScript")) {
    subject.report.violates("6.5.1-action", "the document carries JavaScript");
  }
  if (names.hasKey("/AlternatePresentations")) {
    subject.report.violates("6.10-alternate-presentation", "the document has slide shows");
  }
}

void check_pages_keys(PdfaSubject& subject) {
  for (Handle page : subject.pdf.getAllPages()) {
    if (page.hasKey("/AA") && !subject.rules().page_triggers) {
      subject.report.violates("6.5.2-trigger", place_of(page) + " acts by itself");
    }
    if (page.hasKey("/PresSteps")) {
      subject.report.violates("6.10-alternate-presentation", place_of(page) + " has slide steps");
    }
  }
}

}  // namespace

void check_catalog(PdfaSubject& subject) {
  Handle catalog = subject.pdf.getRoot();
  check_form(subject, catalog.getKey("/AcroForm"));
  check_permissions(subject, catalog.getKey("/Perms"));
  check_optional_content(subject, catalog.getKey("/OCProperties"));
  check_names(subject, catalog.getKey("/Names"));
  if (catalog.hasKey("/AA"))
    subject.report.violates("6.5.2-trigger", "the document acts by itself");
  if (is_true(catalog.getKey("/NeedsRendering"))) {
    subject.report.violates("6.4.2-xfa", "a viewer is to draw the document");
  }
  if (catalog.hasKey("/Requirements")) {
    subject.report.violates("6.11-requirements", "the document asks something of its viewer");
  }
  check_pages_keys(subject);
}

}  // namespace sohoa
