#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace sohoa::test {

/// The project's top folder, the program under test, and the generator of samples.
std::filesystem::path source_folder();
std::filesystem::path program();
std::filesystem::path samples_program();

/// Real scans that lie beside the checkout, never in it; empty when they are not there.
std::filesystem::path real_scans();

}  // namespace sohoa::test

/// For tests that need the real scans: they skip, and say so, where there are none.
#define SOHOA_NEEDS_REAL_SCANS()                                      \
  do {                                                                \
    if (sohoa::test::real_scans().empty()) {                          \
      GTEST_SKIP() << "needs the real scans in ../shared/data/scans"; \
    }                                                                 \
  } while (false)
