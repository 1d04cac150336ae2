#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/temporary_folder.h"
#include "tests/layering/check.h"
#include "tests/support/paths.h"

namespace sohoa::test {
namespace {

namespace fs = std::filesystem;

TEST(Layering, HoldsForEveryIncludeOfTheProduct) {
  EXPECT_EQ(text_of(check_includes(source_folder())), "");
}

/// Two classes of one name in different libraries link without a word and crash.
TEST(Layering, NoTwoHeadersDeclareTheSameClass) {
  const std::regex declaration("^(?:class|struct|enum class) ([A-Z]\\w*)[^;]*$");
  std::map<std::string, std::filesystem::path> seen;
  for (const char* folder : {"pipeline", "models", "cli"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(source_folder() / folder)) {
      if (entry.path().extension() != ".h") continue;
      std::ifstream lines(entry.path());
      for (std::string line; std::getline(lines, line);) {
        std::smatch found;
        if (!std::regex_match(line, found, declaration)) continue;
        const auto [first, is_new] = seen.emplace(found[1], entry.path());
        EXPECT_TRUE(is_new) << found[1] << " in " << entry.path() << " and " << first->second;
      }
    }
  }
  EXPECT_GT(seen.size(), 200u);
}

TEST(Layering, HoldsForEveryLinkListOfTheProduct) {
  EXPECT_EQ(text_of(check_links(source_folder())), "");
}

/// A tree with one planted file.
class PlantedViolation : public ::testing::Test {
 protected:
  void plant(const std::string& file, const std::string& text) const {
    fs::create_directories((tree_.path() / file).parent_path());
    write_file(tree_.path() / file, as_bytes(text));
  }

  std::string includes() const { return text_of(check_includes(tree_.path())); }
  std::string links() const { return text_of(check_links(tree_.path())); }

  TemporaryFolder tree_;
};

TEST_F(PlantedViolation, OfAStageThatUsesAnotherIsFound) {
  plant("pipeline/clean/bad.cpp",
        "// a comment\n#include <vector>\n#include \"pipeline/acquire/acquire.h\"\n");
  EXPECT_EQ(includes(),
            "pipeline/clean/bad.cpp:3: includes \"pipeline/acquire/acquire.h\", which "
            "pipeline/clean may not use\n");
}

TEST_F(PlantedViolation, OfALowerLayerThatUsesAHigherIsFound) {
  plant("models/record/bad.h", "  #  include \"pipeline/run/job.h\"\n");
  plant("pipeline/base/bad.h", "#include \"models/record/page.h\"\n");
  plant("pipeline/run/bad.h", "#include \"cli/commands.h\"\n");
  EXPECT_EQ(check_includes(tree_.path()).size(), 3U);
}

TEST_F(PlantedViolation, OfTheNetworksThatUseTheirReaderIsFound) {
  plant("pipeline/recognize/lstm/bad.cpp", "#include \"pipeline/recognize/reader.h\"\n");
  plant("pipeline/recognize/good.cpp", "#include \"pipeline/recognize/lstm/network.h\"\n");
  EXPECT_EQ(check_includes(tree_.path()).size(), 1U);
}

TEST_F(PlantedViolation, OfAProductThatUsesItsTestsIsFound) {
  plant("cli/bad.cpp", "#include \"tests/support/paths.h\"\n");
  EXPECT_NE(includes(), "");
}

TEST_F(PlantedViolation, OfAnIncludeThatIsNotFromTheTopIsFound) {
  plant("pipeline/clean/bad.cpp", "#include \"clean.h\"\n");
  EXPECT_NE(includes(), "");
}

TEST_F(PlantedViolation, OfALibraryOutsideItsHomeIsFound) {
  plant("pipeline/recognize/bad.cpp", "#include <opencv2/core.hpp>\n");
  plant("pipeline/acquire/tiff.cpp", "#include <qpdf/QPDF.hh>\n");
  EXPECT_EQ(includes(),
            "pipeline/acquire/tiff.cpp:1: includes <qpdf/QPDF.hh>, outside qpdf's home\n"
            "pipeline/recognize/bad.cpp:1: includes <opencv2/core.hpp>, outside OpenCV's home\n");
}

TEST_F(PlantedViolation, OfALibraryWithoutAHomeIsFound) {
  plant("pipeline/package/bad.cpp", "#include <boost/any.hpp>\n#include <curl/curl.h>\n");
  EXPECT_EQ(check_includes(tree_.path()).size(), 2U);
}

TEST_F(PlantedViolation, OfAFolderWithoutALayerIsFound) {
  plant("pipeline/extra/bad.cpp", "");
  EXPECT_EQ(includes(), "pipeline/extra/bad.cpp:1: lies in no folder of the table of layers\n");
}

TEST_F(PlantedViolation, OfALinkListIsFound) {
  plant("pipeline/clean/CMakeLists.txt",
        "# who it uses\nsohoa_layer(clean USES record acquire PRIVATE opencv_core\n"
        "  JPEG::JPEG)\ntarget_link_libraries(sohoa_clean PUBLIC unheard_of)\n");
  EXPECT_EQ(links(),
            "pipeline/clean/CMakeLists.txt:2: links sohoa_acquire, which pipeline/clean may not "
            "use\n"
            "pipeline/clean/CMakeLists.txt:2: links JPEG::JPEG, outside libjpeg's home\n"
            "pipeline/clean/CMakeLists.txt:4: links unheard_of, a library without a home in the "
            "table of the layering test\n");
}

TEST_F(PlantedViolation, IsNotSeenWhereThereIsNone) {
  plant("pipeline/clean/good.cpp",
        "#include \"pipeline/clean/good.h\"\n#include <opencv2/core.hpp>\n#include <vector>\n"
        "#include <sys/stat.h>\n#include \"models/record/page.h\"\n");
  plant("pipeline/clean/CMakeLists.txt", "sohoa_layer(clean USES record PRIVATE opencv_core)\n");
  EXPECT_EQ(includes(), "");
  EXPECT_EQ(links(), "");
}

}  // namespace
}  // namespace sohoa::test
