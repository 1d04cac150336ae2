#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/record/dossier.h"

namespace sohoa {

/// A file that the job read, or a file in the package.
struct FileDigest {
  std::string path;  // as the user named it, or inside the package
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// A model or program that shaped the result.
struct Ingredient {
  std::string name;  // "tesseract", "vie.traineddata"
  std::string version;
  std::string sha256;  // of a model file; empty for a program
};

/// What signing a paper of the package appended to its PDF, whose first bytes stay those of before.
struct Signing {
  FileDigest before;   // path: of the PDF in the package
  std::string signer;  // as its certificate names it
  std::string time;    // ISO 8601; as the signer states it
};

/// All that stands in record.json (`sohoa.record/1`): how the package came to be, so that it can be
/// checked and made again.
struct Record {
  std::string program_version;
  std::string job_time;  // ISO 8601 with +07:00; of the job, not of the clock
  std::vector<std::pair<std::string, std::string>> settings;  // effective, in a fixed order
  std::vector<Ingredient> ingredients;
  std::vector<FileDigest> inputs;
  Dossier dossier;
  std::vector<FileDigest> files;  // of the package, but record.json itself and the tag files
  std::vector<Signing> signings;  // after the package was made, in their order
};

/// The finished zip.
struct Package {
  std::string path;
  std::uint64_t bytes = 0;
  std::string sha256;
  Record record;
};

/// Proof that a package was handed over.
struct Receipt {
  std::string destination;
  std::string sha256;
};

}  // namespace sohoa
