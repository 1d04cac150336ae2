#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "models/record/package.h"
#include "pipeline/package/pdf_writer.h"

namespace sohoa {

enum class Masters {
  kHash,  // the image stream stands in the PDF; its digest in record.json. Pages set aside are
          // kept.
  kKeep   // each input file is kept in masters/ too
};

struct PackageSettings {
  PdfSettings pdf;
  Masters masters = Masters::kHash;
  std::string program_version;
};

/// Assembles the zip of one dossier: papers/NN-name.pdf, text/, alto/, masters/, record.json and
/// the BagIt 1.0 (RFC 8493) files. Pages are added in order as they are read; nothing of them stays
/// in memory.
class PackageBuilder {
 public:
  /// `target` is the zip that is to be; work files lie beside it.
  PackageBuilder(std::filesystem::path target, PackageSettings settings);
  ~PackageBuilder();

  /// A paper begins; following pages are its own.
  void begin_paper(const Paper& paper);
  void add_page(const PageAccount& account, const ScannedPage& page, const TextPage& text);
  /// A page that stands in no paper: its master is kept in masters/set-aside/. `page` may lack
  /// pixels and master when it could not be decoded.
  void set_aside(const PageAccount& account, const ScannedPage& page);
  /// An input file for masters/, copied as it is.
  void keep_input(const std::filesystem::path& file, const std::string& name);

  /// Writes the zip, reopens and verifies it, and only then lets it appear at the target: fsync,
  /// rename, fsync of the folder. `record.files` is filled in. Same input, same bytes.
  /// Errors: Error (kOutput); nothing is left behind.
  Package finish(Record record);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sohoa
