#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "models/record/dossier.h"
#include "models/record/signature.h"

namespace sohoa {

// The words that stand for enumerators in JSON: one table each, for the writer and the reader.

template <typename Enum, std::size_t Count>
using NameTable = std::array<std::pair<Enum, std::string_view>, Count>;

inline constexpr NameTable<Severity, 3> kSeverityNames{
    {{Severity::kInfo, "info"}, {Severity::kWarning, "warning"}, {Severity::kError, "error"}}};

inline constexpr NameTable<SetAside, 4> kSetAsideNames{{{SetAside::kBlank, "blank"},
                                                        {SetAside::kSeparator, "separator"},
                                                        {SetAside::kDuplicate, "duplicate"},
                                                        {SetAside::kFailed, "failed"}}};

inline constexpr NameTable<FieldMethod, 4> kFieldMethodNames{
    {{FieldMethod::kPrint, "print"},
     {FieldMethod::kQr, "qr"},
     {FieldMethod::kMrz, "mrz"},
     {FieldMethod::kCrossChecked, "cross-checked"}}};

inline constexpr NameTable<FieldDoubt, 4> kFieldDoubtNames{
    {{FieldDoubt::kNone, "none"},
     {FieldDoubt::kNotFound, "not-found"},
     {FieldDoubt::kLowConfidence, "low-confidence"},
     {FieldDoubt::kPatternNotMet, "pattern-not-met"}}};

inline constexpr NameTable<CodeKind, 7> kCodeKindNames{{{CodeKind::kQr, "qr"},
                                                        {CodeKind::kCode39, "code-39"},
                                                        {CodeKind::kCode128, "code-128"},
                                                        {CodeKind::kDataMatrix, "data-matrix"},
                                                        {CodeKind::kPdf417, "pdf417"},
                                                        {CodeKind::kAztec, "aztec"},
                                                        {CodeKind::kOther, "other"}}};

inline constexpr NameTable<MarkKind, 5> kMarkKindNames{{{MarkKind::kSeal, "seal"},
                                                        {MarkKind::kSignature, "signature"},
                                                        {MarkKind::kHandwriting, "handwriting"},
                                                        {MarkKind::kTickedBox, "ticked-box"},
                                                        {MarkKind::kEmptyBox, "empty-box"}}};

inline constexpr NameTable<BlockKind, 4> kBlockKindNames{{{BlockKind::kText, "text"},
                                                          {BlockKind::kTable, "table"},
                                                          {BlockKind::kPicture, "picture"},
                                                          {BlockKind::kSeal, "seal"}}};

inline constexpr NameTable<SignatureCoverage, 4> kSignatureCoverageNames{
    {{SignatureCoverage::kWholeFile, "whole-file"},
     {SignatureCoverage::kEarlierRevision, "earlier-revision"},
     {SignatureCoverage::kChangedSince, "changed-since"},
     {SignatureCoverage::kUnknown, "unknown"}}};

inline constexpr NameTable<Rendition, 4> kRenditionNames{{{Rendition::kMaster, "master"},
                                                          {Rendition::kLossless, "lossless"},
                                                          {Rendition::kReencoded, "reencoded"},
                                                          {Rendition::kLayered, "layered"}}};

/// Every enumerator is in its table.
template <typename Enum, std::size_t Count>
constexpr std::string_view name_in(const NameTable<Enum, Count>& table, Enum value) {
  for (const auto& [entry, name] : table) {
    if (entry == value) return name;
  }
  return {};
}

}  // namespace sohoa
