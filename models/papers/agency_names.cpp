#include "models/papers/agency_names.h"

#include "models/papers/data_file.h"
#include "models/papers/papers_folder.h"

namespace sohoa {

AgencyNames load_agency_names() {
  AgencyNames agencies;
  read_data_file(papers_folder() / "agencies.json", [&](const JsonReader& json) {
    json.expect_only({"schema", "names", "heads", "open_ended", "places"});
    if (json.text("schema") != "sohoa.agencies/1") json.fail("schema", "is not sohoa.agencies/1");
    json.each("names", [&](const JsonReader& entry) {
      entry.expect_only({"name", "short"});
      AgencyName name{entry.text("name"), {}};
      if (entry.has("short")) name.abbreviations = entry.texts("short");
      agencies.names.push_back(std::move(name));
    });
    agencies.heads = json.texts("heads");
    agencies.open_ended = json.texts("open_ended");
    agencies.places = json.texts("places");
  });
  return agencies;
}

}  // namespace sohoa
