#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "models/record/package.h"
#include "pipeline/package/pdf/pdf_writer.h"

namespace sohoa {

enum class Masters {
  kHash,  // the image stream stands in the PDF; its digest in record.json. Pages set aside are
          // kept.
  kKeep   // each input file is kept in masters/ too
};

struct PackageSettings {
  PdfSettings pdf;  // of every paper; its title is the paper's own. Work files lie in its
                    // spool_folder, which should be on the disk that takes the package.
  Record job;       // what is known before its pages: version, time, settings
  int threads = 1;  // more than one: finish() may use a second one
};

/// Assembles the zip of one dossier, a BagIt 1.0 bag (RFC 8493) with these files:
///   record.json  bagit.txt  bag-info.txt  manifest-sha256.txt  tagmanifest-sha256.txt
///   data/papers/NN-name.pdf           a paper; as PDF/A-3u with its ALTO and its part of
///                                     record.json inside
///   data/text/NN-name.txt             its text, form feeds between pages
///   data/alto/NN-name/PPPP.xml        ALTO of its page PPPP
///   data/masters/set-aside/SSSS.pdf   the scan of the job's page SSSS, which stands in no paper
///   data/masters/inputs/NNNN-name     an input file as it came
/// Pages are added in order as they are read; what is made of them waits in nameless temporary
/// files, nothing in memory.
class PackageBuilder {
 public:
  explicit PackageBuilder(PackageSettings settings);
  ~PackageBuilder();

  /// A paper begins; following pages are its own.
  void begin_paper(const Paper& paper);
  void add_page(const PageAccount& account, const ScannedPage& page, const TextPage& text);
  /// All pages of the paper are there; now it is known what it says. Its number, name and title are
  /// those that it began with.
  void end_paper(const Paper& paper);
  /// A page that stands in no paper: its master is kept. `page` may lack pixels and master when it
  /// could not be decoded; keep its input file then.
  void set_aside(const PageAccount& account, const ScannedPage& page);
  /// An input file for masters/, copied as it is.
  void keep_input(const std::filesystem::path& file, const std::string& name);

  /// Writes the zip to `path`, reopens and verifies it. `record.files` and findings about the
  /// papers' PDFs are filled in. Same input, same bytes. Call once, then deliver the package.
  /// Errors: Error (kOutput), Error (kInput) when there is no file to put in.
  Package finish(Record record, const std::filesystem::path& path);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sohoa
