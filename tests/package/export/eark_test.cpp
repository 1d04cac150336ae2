#include <gtest/gtest.h>

#include <cstdlib>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/process.h"
#include "pipeline/package/unpack.h"
#include "pipeline/package/zip/zip_contents.h"
#include "tests/package/export/export_specimen.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;

/// A requirement of E-ARK CSIP 2.1.0 or SIP 2.1.0, as a question to the METS file whose answer is
/// "true". M, H, S, F, D stand for the mets, metsHdr, CSIP structMap's top div, fileSec and a
/// division of that label.
struct Requirement {
  const char* id;
  const char* question;
};

#define NAMED(name) "*[local-name()='" name "']"
#define METS "/" NAMED("mets")
#define HEADER METS "/" NAMED("metsHdr")
#define FILES METS "/" NAMED("fileSec")
#define MAP METS "/" NAMED("structMap") "[@LABEL='CSIP']"
#define DIVISION(label) MAP "/" NAMED("div") "/" NAMED("div") "[@LABEL='" label "']"
#define OWN(name) "@*[local-name()='" name "']"
#define NONE(path) "not(" path ")"

constexpr Requirement kOfEveryMets[] = {
    {"CSIP1", "string(" METS "/@OBJID)!=''"},
    {"CSIP2", METS "/@TYPE='Mixed'"},
    {"CSIP4", METS "/" OWN("CONTENTINFORMATIONTYPE") "='MIXED'"},
    {"CSIP6", "boolean(" METS "/@PROFILE)"},
    {"CSIP117", "count(" HEADER ")=1"},
    {"CSIP7", "boolean(" HEADER "/@CREATEDATE)"},
    {"CSIP8", "boolean(" HEADER "/@LASTMODDATE)"},
    {"CSIP10-13", "count(" HEADER "/" NAMED("agent") "[@ROLE='CREATOR'][@TYPE='OTHER']"
                                                     "[@OTHERTYPE='SOFTWARE'])=1"},
    {"CSIP12", NONE(HEADER "/" NAMED("agent") "[@ROLE='CREATOR'][@TYPE!='OTHER']")},
    {"CSIP14", "string(" HEADER "/" NAMED("agent") "[@ROLE='CREATOR']/" NAMED("name") ")='sohoa'"},
    {"CSIP15-16", HEADER "/" NAMED("agent") "[@ROLE='CREATOR']/" NAMED("note") "/" OWN(
                      "NOTETYPE") "='SOFTWARE VERSION'"},
    {"CSIP18", NONE("//" NAMED("dmdSec") "[not(@ID)]")},
    {"CSIP19", NONE("//" NAMED("dmdSec") "[not(@CREATED)]")},
    {"CSIP20", NONE("//" NAMED("dmdSec") "[@STATUS!='CURRENT']")},
    {"CSIP21", NONE("//" NAMED("dmdSec") "[count(" NAMED("mdRef") ")!=1]")},
    {"CSIP22,36", NONE("//" NAMED("mdRef") "[not(@LOCTYPE='URL')]")},
    {"CSIP23,37", NONE("//" NAMED("mdRef") "[not(" OWN("type") "='simple')]")},
    {"CSIP24,38", NONE("//" NAMED("mdRef") "[not(" OWN("href") ")]")},
    {"CSIP25,39", NONE("//" NAMED("mdRef") "[not(@MDTYPE)]")},
    {"CSIP26,40", NONE("//" NAMED("mdRef") "[not(@MIMETYPE='application/xml')]")},
    {"CSIP27,41", NONE("//" NAMED("mdRef") "[not(@SIZE)]")},
    {"CSIP28,42", NONE("//" NAMED("mdRef") "[not(@CREATED)]")},
    {"CSIP29,43", NONE("//" NAMED("mdRef") "[string-length(@CHECKSUM)!=64]")},
    {"CSIP30,44", NONE("//" NAMED("mdRef") "[not(@CHECKSUMTYPE='SHA-256')]")},
    {"CSIP31-33", "boolean(//" NAMED("amdSec") "/" NAMED("digiprovMD") "[@ID])"},
    {"CSIP34", NONE("//" NAMED("digiprovMD") "[not(@STATUS='CURRENT')]")},
    {"CSIP35", NONE("//" NAMED("digiprovMD") "[count(" NAMED("mdRef") ")!=1]")},
    {"CSIP58-59", "boolean(" FILES "/@ID)"},
    {"CSIP62", NONE("//" NAMED("fileGrp") "[@USE='Representations'][not(" OWN(
                   "CONTENTINFORMATIONTYPE") ")]")},
    {"CSIP64-66", NONE("//" NAMED("fileGrp") "[not(@USE) or not(@ID) or not(" NAMED("file") ")]")},
    {"CSIP67-72",
     NONE("//" NAMED("file") "[not(@ID and @MIMETYPE and @SIZE and @CREATED and "
                             "string-length(@CHECKSUM)=64 and @CHECKSUMTYPE='SHA-256')]")},
    {"CSIP76", NONE("//" NAMED("file") "[count(" NAMED("FLocat") ")!=1]")},
    {"CSIP77-79", NONE("//" NAMED("FLocat") "[not(@LOCTYPE='URL' and " OWN(
                      "type") "='simple' and " OWN("href") ")]")},
    {"CSIP114", "boolean(" FILES "/" NAMED("fileGrp") "[@USE='Representations'])"},
    {"CSIP80-83", "count(" MAP "[@TYPE='PHYSICAL'][@ID])=1"},
    {"CSIP84-85", "count(" MAP "/" NAMED("div") "[@ID])=1"},
    {"CSIP86", MAP "/" NAMED("div") "/@LABEL=" METS "/@OBJID"},
    {"CSIP88-92", "count(" DIVISION("Metadata") "[@ID][@ADMID][@DMDID])=1"},
    {"CSIP101-104", "count(" DIVISION("Representations") "[@ID][" NAMED("fptr") "])=1"},
    {"CSIP119", NONE("//" NAMED("fptr") "[not(@FILEID)]")},
};

constexpr Requirement kOfThePackage[] = {
    {"CSIP9", HEADER "/" OWN("OAISPACKAGETYPE") "='SIP'"},
    {"CSIP60", "boolean(" FILES "/" NAMED("fileGrp") "[@USE='Documentation'])"},
    {"CSIP113", "boolean(" FILES "/" NAMED("fileGrp") "[@USE='Schemas'])"},
    {"CSIP93-96,116", DIVISION("Documentation") "[@ID]/" NAMED("fptr") "/@FILEID=" FILES "/" NAMED(
                          "fileGrp") "[@USE='Documentation']/@ID"},
    {"CSIP97-100,118", DIVISION("Schemas") "[@ID]/" NAMED("fptr") "/@FILEID=" FILES "/" NAMED(
                           "fileGrp") "[@USE='Schemas']/@ID"},
    {"CSIP105-107", "count(" DIVISION("Representations") "/" NAMED(
                        "div") "[@ID][@LABEL='Representations/rep1'])=1"},
    {"CSIP108", DIVISION("Representations") "//" NAMED("mptr") "/" OWN("title") "=" FILES "/" NAMED(
                    "fileGrp") "[@USE='Representations']/@ID"},
    {"CSIP109-112",
     "boolean(" DIVISION("Representations") "//" NAMED("mptr") "[@LOCTYPE='URL'][" OWN(
         "type") "='simple'][" OWN("href") "='"
                                           "representations/rep1/METS.xml'])"},
    {"SIP1", "boolean(" METS "/@LABEL)"},
    {"SIP2", METS "/@PROFILE='https://earksip.dilcis.eu/profile/E-ARK-SIP.xml'"},
    {"SIP3", HEADER "/@RECORDSTATUS='NEW'"},
    {"SIP4", HEADER "/" OWN("OAISPACKAGETYPE") "='SIP'"},
    {"SIP9-12", "count(" HEADER "/" NAMED(
                    "agent") "[@ROLE='ARCHIVIST'][@TYPE='ORGANIZATION'][" NAMED("name") "])=1"},
    {"SIP14", HEADER "/" NAMED("agent") "[@ROLE='ARCHIVIST']/" NAMED("note") "/" OWN(
                  "NOTETYPE") "='IDENTIFICATIONCODE'"},
    {"SIP15-18", "count(" HEADER "/" NAMED("agent") "[@ROLE='OTHER'][@OTHERROLE='SUBMITTER']"
                                                    "[@TYPE='ORGANIZATION'][" NAMED("name") "])=1"},
    {"SIP20", HEADER "/" NAMED("agent") "[@OTHERROLE='SUBMITTER']/" NAMED("note") "/" OWN(
                  "NOTETYPE") "='IDENTIFICATIONCODE'"},
    {"SIP26-31", HEADER "/" NAMED("agent") "[@ROLE='PRESERVATION'][@TYPE='ORGANIZATION']/" NAMED(
                     "note") "/" OWN("NOTETYPE") "='IDENTIFICATIONCODE'"},
};

bool has_xmllint() { return !find_program("xmllint").empty(); }

class Eark : public test::Exporting {
 protected:
  /// The package's folder on the disk.
  fs::path unpacked(ExportKind kind, PackageType type) const {
    EXPECT_EQ(test::places_of(try_export(kind, type)), std::vector<std::string>{});
    EXPECT_TRUE(unpack(output(), folder_.path() / "unpacked").empty());
    return folder_.path() / "unpacked" / contents_of(ZipReader(output())).top;
  }

  template <std::size_t Count>
  static void expect_each(const Requirement (&requirements)[Count], const fs::path& mets) {
    for (const Requirement& requirement : requirements) {
      const ProcessResult result =
          run_process({"xmllint", "--nonet", "--xpath", requirement.question, mets.string()}, {});
      EXPECT_EQ(result.output, "true\n") << requirement.id << "\n" << result.messages;
    }
  }
};

TEST_F(Eark, MeetsTheRequirementsOfCsipAndSip) {
  if (!has_xmllint()) GTEST_SKIP() << "needs xmllint; run ./dev setup";
  const fs::path package = unpacked(ExportKind::kEark, PackageType::kSip);
  expect_each(kOfEveryMets, package / "METS.xml");
  expect_each(kOfThePackage, package / "METS.xml");
  expect_each(kOfEveryMets, package / "representations/rep1/METS.xml");
}

TEST_F(Eark, RequirementThatIsNotMetIsNoticed) {
  if (!has_xmllint()) GTEST_SKIP() << "needs xmllint; run ./dev setup";
  const fs::path package = unpacked(ExportKind::kArchive, PackageType::kSip);
  const ProcessResult result = run_process(
      {"xmllint", "--nonet", "--xpath", kOfThePackage[1].question, (package / "METS.xml").string()},
      {});
  EXPECT_EQ(result.output, "false\n") << "the circular's package has no documentation";
}

TEST_F(Eark, EveryXmlOfEveryKindIsWellFormed) {
  if (!has_xmllint()) GTEST_SKIP() << "needs xmllint; run ./dev setup";
  for (const ExportKind kind : {ExportKind::kArchive, ExportKind::kEark}) {
    const fs::path package = unpacked(kind, PackageType::kAip);
    for (const auto& entry : fs::recursive_directory_iterator(package)) {
      const fs::path& file = entry.path();
      if (file.extension() != ".xml" && file.extension() != ".xsd") continue;
      const ProcessResult result =
          run_process({"xmllint", "--nonet", "--noout", file.string()}, {});
      EXPECT_EQ(result.exit_code, 0) << result.messages;
    }
    fs::remove_all(folder_.path() / "unpacked");
  }
}

TEST_F(Eark, DescriptionsMeetTheSchemasThatTravelWithThem) {
  if (!has_xmllint()) GTEST_SKIP() << "needs xmllint; run ./dev setup";
  const fs::path package = unpacked(ExportKind::kEark, PackageType::kSip);
  const auto meets = [&](const std::string& schema, const fs::path& file) {
    return run_process({"xmllint", "--nonet", "--noout", "--schema",
                        (package / "schemas" / schema).string(), file.string()},
                       {})
               .exit_code == 0;
  };
  EXPECT_TRUE(meets("sohoa-dossier.xsd", package / "metadata/descriptive/dc.xml"));
  EXPECT_TRUE(meets("sohoa-document.xsd", package / "representations/rep1/metadata/descriptive" /
                                              "dc_H99.1.2026.7.1.xml"));
  write_file(folder_.path() / "bad.xml", as_bytes("<simpledc><colour>red</colour></simpledc>"));
  EXPECT_FALSE(meets("sohoa-dossier.xsd", folder_.path() / "bad.xml"));
}

/// The schemas of METS (mets.xsd), PREMIS (premis.xsd) and what they import lie where
/// SOHOA_PACKAGE_SCHEMAS says; their licences keep them out of the project.
TEST_F(Eark, MetsAndPremisMeetTheirSchemas) {
  const char* schemas = std::getenv("SOHOA_PACKAGE_SCHEMAS");
  if (schemas == nullptr || !has_xmllint()) {
    GTEST_SKIP() << "needs xmllint, and SOHOA_PACKAGE_SCHEMAS with mets.xsd and premis.xsd";
  }
  for (const ExportKind kind : {ExportKind::kArchive, ExportKind::kEark}) {
    const fs::path package = unpacked(kind, PackageType::kAip);
    const std::pair<const char*, const char*> pairs[] = {
        {"mets.xsd", "METS.xml"},
        {"mets.xsd", "representations/rep1/METS.xml"},
        {"premis.xsd", "metadata/preservation/PREMIS.xml"},
        {"premis.xsd", "representations/rep1/metadata/preservation/PREMIS_rep1.xml"}};
    for (const auto& [schema, file] : pairs) {
      const ProcessResult result =
          run_process({"xmllint", "--nonet", "--noout", "--schema",
                       (fs::path(schemas) / schema).string(), (package / file).string()},
                      {});
      EXPECT_EQ(result.exit_code, 0) << result.messages;
    }
    fs::remove_all(folder_.path() / "unpacked");
  }
}

TEST_F(Eark, DocumentationIsTheRecordItself) {
  EXPECT_EQ(exported(ExportKind::kEark).at("documentation/record.json"),
            test::texts_of(record()).at("record.json"));
}

TEST_F(Eark, AgencyWithoutACodeIsNamed) {
  metadata_["agency"].erase("code");
  EXPECT_EQ(test::places_of(try_export(ExportKind::kEark)),
            std::vector<std::string>{"metadata.missing metadata agency.code"});
}

}  // namespace
}  // namespace sohoa
