#include "models/papers/signers.h"

#include "models/papers/data_file.h"
#include "models/papers/papers_folder.h"

namespace sohoa {

SignerWords load_signer_words() {
  SignerWords words;
  read_data_file(papers_folder() / "signers.json", [&](const JsonReader& json) {
    json.expect_only({"schema", "authorities", "positions", "declarants", "family_names"});
    if (json.text("schema") != "sohoa.signers/1") json.fail("schema", "is not sohoa.signers/1");
    words.authorities = json.texts("authorities");
    words.positions = json.texts("positions");
    words.declarants = json.texts("declarants");
    words.family_names = json.texts("family_names");
  });
  return words;
}

}  // namespace sohoa
