// model_seed FILE: writes a model that is small enough to be run by its fuzzer.

#include <fstream>

#include "tests/recognize/model_writer.h"

int main(int count, char** arguments) {
  if (count != 2) return 1;
  const sohoa::Bytes model = sohoa::test::small_model();
  std::ofstream file(arguments[1], std::ios::binary);
  file.write(reinterpret_cast<const char*>(model.data()),
             static_cast<std::streamsize>(model.size()));
  return file.good() ? 0 : 1;
}
