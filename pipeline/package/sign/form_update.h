#pragma once

#include <string>

#include "pipeline/package/sign/incremental_update.h"

namespace sohoa {

/// `stem` with the first number that no field at the form's top has.
std::string free_field_name(QPDFObjectHandle catalog, const std::string& stem);

/// Appends a signature field to the form, and the form to the catalog where it is not there yet.
void put_form(IncrementalUpdate& update, QPDFObjectHandle catalog, QPDFObjGen field);

/// Appends an annotation to a page's.
void put_annotation(IncrementalUpdate& update, QPDFObjectHandle page, QPDFObjGen annotation);

}  // namespace sohoa
