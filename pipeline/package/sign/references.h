#pragma once

#include <functional>
#include <qpdf/QPDFObjectHandle.hh>

namespace sohoa {

/// Calls `visit` for each reference in an object, as deep as direct objects nest (to a depth).
void each_reference(const QPDFObjectHandle& object, const std::function<void(QPDFObjGen)>& visit);

}  // namespace sohoa
