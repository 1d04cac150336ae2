#pragma once

#include <string>
#include <vector>

namespace sohoa::test {

struct QualityOptions {
  std::string folder;
  std::string program = "sohoa";
  std::string language = "vie";
  std::string json_file;
  std::string errors_folder;
  std::string half;
  int jobs = 2;
  std::vector<std::string> models, tesseract_models;
  bool both_engines = false;
  bool guard_effect = false;
  bool steps = false;
  bool verbose = false;
};

}  // namespace sohoa::test
