// language_seed FILE: a small language model to begin from.

#include "pipeline/base/atomic_file.h"
#include "tests/recognize/language_file.h"

int main(int argc, char** argv) {
  if (argc != 2) return 1;
  sohoa::test::LanguageFile file;
  file.words = {{"<number>", 48}, {"<other>", 60}, {"a", 72}, {"b", 72}};
  file.bigrams = {{{"a", "b"}, 6}, {{"b", "a"}, 12}};
  file.trigrams = {{{"a", "b", "a"}, 3}};
  sohoa::write_file(argv[1], file.bytes());
  return 0;
}
