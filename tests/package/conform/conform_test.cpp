#include "pipeline/package/conform/conform.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "models/papers/profile.h"
#include "models/record/json.h"
#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/base/temporary_folder.h"
#include "tests/package/conform/drawn_record.h"

namespace sohoa {
namespace {

namespace fs = std::filesystem;
using Handle = QPDFObjectHandle;
using Files = std::vector<std::pair<std::string, Bytes>>;
using test::DrawnPackage;
using test::DrawnPage;
using test::DrawnPdf;

/// A record made in a folder, held against a profile.
struct Case {
  const char* name;
  const char* profile;
  std::function<fs::path(const fs::path&)> make;
  std::vector<std::string> codes;  // what the check must find; empty: a good record
  Declaration declared = {};
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

/// Signatures have tests of their own (signed_record_test.cpp).
Profile without_signatures(const std::string& name) {
  Profile profile = load_profile(name);
  std::erase_if(profile.rules,
                [](const ProfileRule& rule) { return rule.rule.id.starts_with("signature."); });
  return profile;
}

fs::path pdf_in(const fs::path& folder, const DrawnPdf& drawn, const char* name = "H49.61.1.pdf") {
  test::draw_pdf(drawn, folder / name);
  return folder / name;
}

fs::path package_in(const fs::path& folder, const DrawnPackage& drawn = {}) {
  test::draw_package(drawn, folder / "ho-so.zip");
  return folder / "ho-so.zip";
}

DrawnPdf one_page(const std::function<void(DrawnPage&)>& change) {
  DrawnPdf drawn;
  change(drawn.pages[0]);
  return drawn;
}

DrawnPdf pages(int count) {
  DrawnPdf drawn;
  drawn.pages.resize(static_cast<std::size_t>(count));
  return drawn;
}

auto pdf(const DrawnPdf& drawn, const char* name = "H49.61.1.pdf") {
  return [=](const fs::path& folder) { return pdf_in(folder, drawn, name); };
}

auto changed_pdf(const std::function<void(QPDF&)>& change, const DrawnPdf& drawn = {}) {
  return [=](const fs::path& folder) {
    const fs::path path = pdf_in(folder, drawn);
    test::change_pdf(path, change);
    return path;
  };
}

auto package(const DrawnPackage& drawn = {}) {
  return [=](const fs::path& folder) { return package_in(folder, drawn); };
}

auto changed_package(const std::function<void(Files&)>& change) {
  return [=](const fs::path& folder) {
    const fs::path path = package_in(folder);
    test::change_zip(path, change);
    return path;
  };
}

Bytes& bytes_of(Files& files, const std::string& part) {
  return std::find_if(files.begin(), files.end(),
                      [&](const auto& file) { return file.first.find(part) != std::string::npos; })
      ->second;
}

Declaration declared(const std::function<void(Declaration&)>& change) {
  Declaration declaration;
  change(declaration);
  return declaration;
}

Declaration person(const std::string& number, const std::string& sex = "",
                   const std::string& birth_date = "") {
  return declared([&](Declaration& d) { d.persons = {{number, sex, birth_date}}; });
}

fs::path encrypted_pdf(const fs::path& folder) {
  const fs::path path = pdf_in(folder, {});
  QPDF document;
  document.processFile(path.c_str());
  const fs::path locked = folder / "H49.61.2.pdf";
  QPDFWriter writer(document, locked.c_str());
  writer.setR6EncryptionParameters("secret", "owner", true, true, true, true, true, true,
                                   qpdf_r3p_full, true);
  writer.write();
  return locked;
}

/// The page with its content replaced.
void set_content(QPDF& document, const std::string& content) {
  Handle page = document.getAllPages().at(0);
  page.replaceKey("/Contents", Handle::newStream(&document, content));
}

std::string hex_of(const std::string& bytes) {
  std::string hex;
  char digits[3];
  for (const char byte : bytes) {
    std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned char>(byte));
    hex += digits;
  }
  return hex;
}

/// Text in a simple font over the page's image, instead of ours. No PDF/A claim is left.
void write_text(QPDF& document, const std::string& bytes, const std::string& to_unicode = "") {
  Handle font = Handle::parse("<< /Type /Font /Subtype /TrueType /BaseFont /.VnTime >>");
  if (!to_unicode.empty()) {
    font.replaceKey("/ToUnicode", Handle::newStream(&document, to_unicode));
  }
  Handle page = document.getAllPages().at(0);
  page.getKey("/Resources").getKey("/Font").replaceKey("/F9", font);
  document.getRoot().removeKey("/Metadata");
  set_content(document, "q 297.36 0 0 419.4 0 0 cm /Im0 Do Q BT /F9 12 Tf 3 Tr 50 200 Td <" +
                            hex_of(bytes) + "> Tj ET");
}

void drop_claim(QPDF& document) { document.getRoot().removeKey("/Metadata"); }

fs::path folder_of_pdfs(const fs::path& folder, const std::vector<std::string>& names) {
  fs::create_directory(folder / "ho-so");
  for (const std::string& name : names) pdf_in(folder / "ho-so", {}, name.c_str());
  return folder / "ho-so";
}

const char kOneStop[] = "one-stop-2023";
const char kArchive[] = "archive-2025";

std::vector<Case> damaged() {
  return {
      // the file
      {"locked", kArchive, encrypted_pdf, {"file.encrypted"}},
      {"no claim", kArchive, changed_pdf(drop_claim), {"file.pdfa-missing"}},
      {"script",
       kOneStop,
       changed_pdf([](QPDF& pdf) {
         pdf.getRoot().replaceKey("/OpenAction",
                                  Handle::parse("<< /S /JavaScript /JS (app.alert\\(1\\)) >>"));
       }),
       {"pdfa.6.5.1-action"}},
      {"no output intent",
       kOneStop,
       changed_pdf([](QPDF& pdf) { pdf.getRoot().removeKey("/OutputIntents"); }),
       {"pdfa.6.2.4.3-device-rgb"}},
      {"access copy",
       kArchive,
       changed_pdf([](QPDF& pdf) {
         pdf.getTrailer().getKey("/Info").replaceKey(
             "/Subject", Handle::newString("Access copy: images encoded again."));
       }),
       {"file.access-copy"}},
      // images
      {"born digital",
       kOneStop,
       changed_pdf([](QPDF& pdf) {
         const std::string text = "BT /F0 12 Tf 3 Tr 50 200 Td <0001> Tj ET";
         set_content(pdf, text);
       }),
       {"image.missing"}},
      {"grey",
       kArchive,
       pdf(one_page([](DrawnPage& page) { page.colours = ColorSpace::kGrey; })),
       {"image.colour"}},
      {"150 dpi",
       kOneStop,
       pdf(one_page([](DrawnPage& page) { page.dpi = 150; })),
       {"image.resolution"}},
      {"one page of two at 100 dpi",
       kArchive,
       pdf([] {
         DrawnPdf drawn = pages(2);
         drawn.pages[1].dpi = 100;
         return drawn;
       }()),
       {"image.resolution"}},
      {"map at 200 dpi",
       kArchive,
       pdf(one_page([](DrawnPage& page) {
         page.width_mm = 594;
         page.height_mm = 420;
       })),
       {"image.resolution"}},
      {"a stamp's size",
       kOneStop,
       pdf(one_page([](DrawnPage& page) { page.height_mm = 25; })),
       {"page.size"}},
      // pages
      {"page short", kOneStop, package(), {"page.count"}, declared([](Declaration& d) {
         d.pages = 3;
       })},
      {"page too many", kArchive, pdf(pages(2)), {"page.count"}, declared([](Declaration& d) {
         d.pages = 1;
       })},
      {"blank with words",
       kOneStop,
       package({{DrawnPdf{}}, 1, [](Record& record) { record.dossier.pages[1].word_count = 12; }}),
       {"page.blank"}},
      {"failed page",
       kOneStop,
       package({{DrawnPdf{}},
                1,
                [](Record& record) { record.dossier.pages[1].set_aside = SetAside::kFailed; }}),
       {"page.failed"}},
      // text
      {"no text layer",
       kArchive,
       pdf(one_page([](DrawnPage& page) { page.lines.clear(); })),
       {"text.layer"}},
      {"text layer of one page only",
       kOneStop,
       pdf([] {
         DrawnPdf drawn = pages(2);
         drawn.pages[1].lines.clear();
         return drawn;
       }()),
       {"text.layer"}},
      {"decomposed",
       "civil-book-2019",
       changed_pdf(
           [](QPDF& pdf) { write_text(pdf, "aa", "1 beginbfchar <61> <006103020300> endbfchar"); }),
       {"text.nfc"}},
      {"unmapped",
       kArchive,
       changed_pdf([](QPDF& pdf) {
         set_content(pdf,
                     "q 297.36 0 0 419.4 0 0 cm /Im0 Do Q BT /F0 12 Tf 3 Tr 50 200 Td "
                     "<00010002> Tj <7FFF> Tj ET");
       }),
       {"pdfa.6.2.11.7.2-to-unicode", "text.unmapped"}},
      {"TCVN3",
       "civil-book-2019",
       changed_pdf([](QPDF& pdf) {
         write_text(pdf,
                    "C\xE9ng h\xDF"
                    "a x\xB7 h\xE9i ch\xF1 ngh\xDC"
                    "a Vi\xD6t Nam \xA7\xE9"
                    "c l\xCBp T\xF9 do");
       }),
       {"text.encoding"}},
      {"VNI",
       "civil-book-2019",
       changed_pdf([](QPDF& pdf) {
         write_text(pdf, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp Töï do");
       }),
       {"text.encoding"}},
      {"secret",
       kOneStop,
       pdf(one_page([](DrawnPage& page) {
         page.lines = {"Số: 12/QĐ", "T Ố I M Ậ T"};
       })),
       {"paper.secret"}},
      // names and identifiers
      {"name of its own", kArchive, pdf({}, "Quet 1.pdf"), {"name.pattern"}},
      {"forbidden character", kOneStop, pdf({}, "to:khai.pdf"), {"name.portable"}},
      {"decomposed name", kOneStop, pdf({}, "to\u031B.pdf"), {"name.portable"}},
      {"document 2 of 3 missing",
       kArchive,
       [](const fs::path& folder) {
         return folder_of_pdfs(folder, {"H49.61.1.pdf", "H49.61.3.pdf"});
       },
       {"name.ordinal"}},
      {"dossier code", kOneStop, pdf({}), {"id.dossier"}, declared([](Declaration& d) {
         d.dossier_code = "000.00.01.H26-261340-0012";
       })},
      {"procedure code", kOneStop, pdf({}), {"id.procedure"}, declared([](Declaration& d) {
         d.procedure_code = "2.00063";
       })},
      {"agency code", kOneStop, pdf({}), {"id.agency"}, declared([](Declaration& d) {
         d.agency_code = "H49-64";
       })},
      {"eleven digits", kOneStop, pdf({}), {"id.personal"}, person("01020300456")},
      {"other sex", kOneStop, pdf({}), {"id.sex"}, person("001190004567", "nam", "1990-05-02")},
      {"other year",
       kOneStop,
       pdf({}),
       {"id.birth-date"},
       person("001190004567", "nữ", "1991-05-02")},
      {"no such province", kOneStop, pdf({}), {"id.province"}, person("099190004567")},
      // the package
      {"flipped byte",
       kOneStop,
       changed_package([](Files& files) {
         Bytes& pdf = bytes_of(files, "papers/");
         pdf[pdf.size() / 2] ^= 1;
       }),
       {"package.digest"}},
      {"file lost",
       kOneStop,
       changed_package([](Files& files) {
         std::erase_if(files, [](const auto& file) {
           return file.first.ends_with(".txt") && file.first.starts_with("data/");
         });
       }),
       {"package.file-missing", "package.payload-oxum"}},
      {"file too many",
       kOneStop,
       changed_package([](Files& files) { files.emplace_back("data/extra.pdf", Bytes{'x'}); }),
       {"package.file-unlisted", "package.payload-oxum"}},
      {"tag file changed",
       kOneStop,
       changed_package([](Files& files) { bytes_of(files, "bag-info.txt").push_back('\n'); }),
       {"package.digest"}},
      {"name that leaves",
       kOneStop,
       changed_package([](Files& files) { files.emplace_back("../evil.pdf", Bytes{'x'}); }),
       {"package.entry-name"}},
  };
}

std::vector<Case> good() {
  const auto sized = [](double width, double height, double dpi) {
    return pdf(one_page([&](DrawnPage& page) {
      page.width_mm = width;
      page.height_mm = height;
      page.dpi = dpi;
    }));
  };
  std::vector<Case> cases;
  for (const char* profile : {kOneStop, kArchive, "nd30-copy", "civil-book-2019", "integrity"}) {
    cases.push_back({"a PDF", profile, pdf({}), {}});
    cases.push_back({"three pages", profile, pdf(pages(3)), {}});
    cases.push_back({"A5 at 300 dpi", profile, sized(148, 210, 300), {}});
  }
  for (const OutputType type : {OutputType::kPdfA2b, OutputType::kPdfA3u}) {
    DrawnPdf drawn;
    drawn.type = type;
    cases.push_back({"another level", kArchive, pdf(drawn), {}});
  }
  cases.push_back({"A3 at 200 dpi", kArchive, sized(297, 420, 200), {}});
  cases.push_back({"landscape", kArchive, sized(210, 148, 200), {}});
  cases.push_back({"a card", kOneStop, sized(86, 54, 300), {}});
  cases.push_back({"CMYK",
                   kArchive,
                   pdf(one_page([](DrawnPage& page) { page.colours = ColorSpace::kCmyk; })),
                   {}});
  cases.push_back({"300 dpi", kArchive, sized(105, 148, 300), {}});
  cases.push_back({"a long strip", kOneStop, sized(80, 400, 200), {}});
  cases.push_back({"a blank page",
                   kArchive,
                   pdf([] {
                     DrawnPdf drawn = pages(2);
                     drawn.pages[1].inked = false;
                     drawn.pages[1].lines.clear();
                     return drawn;
                   }()),
                   {}});
  cases.push_back({"the word mật in a sentence",
                   kOneStop,
                   pdf(one_page([](DrawnPage& page) { page.lines = {"giữ bí MẬT cho dân"}; })),
                   {}});
  cases.push_back({"a package", kOneStop, package(), {}});
  cases.push_back(
      {"without blank pages", kOneStop, package({{DrawnPdf{}}, 0, [](Record&) {}}), {}});
  cases.push_back({"two papers",
                   kOneStop,
                   package({{pages(2), pages(1)}, 2, [](Record&) {}}),
                   {},
                   declared([](Declaration& d) { d.pages = 5; })});
  cases.push_back({"a folder",
                   kArchive,
                   [](const fs::path& folder) {
                     return folder_of_pdfs(folder, {"H49.1.pdf", "H49.2.pdf", "H49.3.pdf"});
                   },
                   {}});
  cases.push_back(
      {"all codes", kOneStop, pdf({}), {}, declared([](Declaration& d) {
         d.dossier_code = "000.00.01.H26-261125-0012";
         d.procedure_code = "1.002891.000.00.00.H40";
         d.agency_code = "H49.64.33";
         d.persons = {{"001190004567", "nữ", "1990-05-02"}, {"079205001234", "nam", "2005-12-31"}};
       })});
  cases.push_back({"the newer code", kOneStop, pdf({}), {}, declared([](Declaration& d) {
                     d.dossier_code = "H49.64.33-261125-0012";
                     d.procedure_code = "2.000635";
                     d.agency_code = "000.00.01.H59";
                   })});
  return cases;
}

class Conform : public testing::TestWithParam<Case> {};

TEST_P(Conform, NamesExactlyTheDamage) {
  const Case& one = GetParam();
  const TemporaryFolder folder;
  const Profile profile = without_signatures(one.profile);
  std::vector<std::string> codes;
  for (const Breach& breach :
       check_conformance(one.make(folder.path()), profile, {one.declared, {}, 0})) {
    codes.push_back(breach.code);
    const Finding finding = finding_of(breach, Language::kVietnamese);
    EXPECT_EQ(finding.reason.find('{'), std::string::npos) << finding.reason;
    EXPECT_FALSE(finding.remedy.empty());
  }
  EXPECT_EQ(codes, one.codes) << one.name;
}

INSTANTIATE_TEST_SUITE_P(Damaged, Conform, testing::ValuesIn(damaged()));
INSTANTIATE_TEST_SUITE_P(Good, Conform, testing::ValuesIn(good()));

TEST(ConformSet, HasThirtyDamagedAndThirtyGoodRecords) {
  EXPECT_GE(damaged().size(), 30u);
  EXPECT_GE(good().size(), 30u);
}

TEST(ConformFolder, DamagedPdfIsAFaultAndTheOthersAreStillChecked) {
  const TemporaryFolder folder;
  const fs::path record = folder_of_pdfs(folder.path(), {"H49.61.1.pdf", "H49.61.3.pdf"});
  write_file(record / "H49.61.2.pdf", as_bytes("%PDF-1.7 and nothing more"));
  const Profile profile = load_profile("integrity");
  const std::vector<Breach> breaches = check_conformance(record, profile, {});
  ASSERT_EQ(breaches.size(), 1u);
  EXPECT_EQ(breaches[0].code, "package.paper-damaged");
  EXPECT_EQ(breaches[0].subject, (record / "H49.61.2.pdf").string());
  pdf_in(record, one_page([](DrawnPage& page) { page.dpi = 100; }), "H49.61.1.pdf");
  EXPECT_EQ(check_conformance(record, without_signatures(kOneStop), {}).size(), 2u);
}

TEST(ConformFolder, MorePdfsThanAreCheckedAreRefused) {
  const TemporaryFolder folder;
  write_file(folder.path() / "0.pdf", as_bytes("no PDF"));
  for (int i = 1; i <= 100'000; ++i) {
    fs::path link = folder.path() / (std::to_string(i) + ".pdf");
    ASSERT_EQ(::symlink("0.pdf", link.c_str()), 0);
  }
  EXPECT_THROW(check_conformance(folder.path(), load_profile("integrity"), {}), Error);
}

TEST(Breach, IsSaidInBothLanguages) {
  const Profile profile = load_profile(kOneStop);
  const Breach breach{profile.rule_of("image.resolution"),
                      "image.resolution",
                      "a.pdf",
                      {{"dpi", "150"}, {"dpi_min", "200"}},
                      {1, 2, 3, 7}};
  EXPECT_EQ(
      message_of(finding_of(breach, Language::kEnglish)),
      "a.pdf: pages 1-3, 7: 150 dpi, 200 are asked for; scan it again at a higher resolution");
  EXPECT_EQ(message_of(finding_of(breach, Language::kVietnamese)),
            "a.pdf: trang 1-3, 7: 150 dpi, cần từ 200; quét lại ở độ phân giải cao hơn");
}

}  // namespace
}  // namespace sohoa
