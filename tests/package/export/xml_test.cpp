#include <gtest/gtest.h>

#include "pipeline/base/error.h"
#include "pipeline/base/percent.h"
#include "pipeline/package/mets/mets_reader.h"
#include "pipeline/package/mets/package_path.h"
#include "pipeline/package/xml/xml_reader.h"
#include "pipeline/package/xml/xml_writer.h"

namespace sohoa {
namespace {

std::string written(const std::function<void(XmlWriter&)>& write) {
  std::string text;
  XmlWriter xml([&](ByteView piece) { text += as_text(piece); });
  write(xml);
  xml.finish();
  return text;
}

/// What the reader makes of it: elements, attributes and texts.
std::string read_back(const std::string& xml, std::size_t piece_bytes = 1) {
  std::string seen;
  XmlReader reader("x.xml", {[&](const XmlStart& element) {
                               seen += "<" + element.name;
                               for (const auto& one : element.attributes) seen += "|" + one.value;
                             },
                             [&](std::string_view text) { seen += text; }, [&] { seen += ">"; }});
  for (std::size_t at = 0; at < xml.size(); at += piece_bytes) {
    reader.add(as_bytes(std::string_view(xml).substr(at, piece_bytes)));
  }
  reader.finish();
  return seen;
}

TEST(XmlWriterTest, EscapesNormalizesAndDropsWhatXmlForbids) {
  const std::string xml = written([](XmlWriter& w) {
    w.begin("a").attribute("b", "<\"&'>\n\t").text("x<y & o\u0302 \x01\x1b]]>").end();
  });
  EXPECT_EQ(xml,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<a b=\"&lt;&quot;&amp;&#39;&gt;&#10;&#9;\">x&lt;y &amp; ô ]]&gt;</a>\n");
  EXPECT_EQ(read_back(xml), "<a|<\"&'>\n\tx<y & ô ]]>>");
}

TEST(XmlWriterTest, EndsWhatHasBegun) {
  EXPECT_EQ(written([](XmlWriter& w) { w.begin("a").begin("b").element("c", ""); }),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\n  <b>\n    <c></c>\n  </b>\n</a>\n");
}

TEST(XmlReaderTest, RefusesWhatIsNoXml) {
  for (const char* text : {"", "x", "<a>", "<a></b>", "<a/><b/>", "<a b='1' b='2'/>", "<a>&x;</a>",
                           "<a>\x01</a>", "<a>\xff</a>"}) {
    EXPECT_THROW(read_back(text), Error) << text;
  }
}

TEST(XmlReaderTest, RefusesEveryDocumentType) {
  for (const char* text : {"<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM 'http://localhost/x.dtd'><a/>",
                           "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
                           "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>"}) {
    try {
      read_back(text, 64);
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kInput);
    }
  }
}

TEST(XmlReaderTest, BoundsTheDepth) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_THROW(read_back(deep, 4096), Error);
}

TEST(XmlReaderTest, ExceptionsOfTheEventsPassThrough) {
  XmlReader reader("x", {[](const XmlStart&) { throw std::out_of_range("mine"); },
                         [](std::string_view) {}, [] {}});
  EXPECT_THROW(reader.add(as_bytes("<a><b/></a>")), std::out_of_range);
}

TEST(MetsReader, OfSomethingElseIsAnInputError) {
  const auto source = [](const std::function<void(ByteView)>& take) { take(as_bytes("<mets/>")); };
  EXPECT_THROW(read_mets("m", source), Error) << "METS without its namespace";
  EXPECT_THROW(read_premis("p", source), Error);
  EXPECT_NO_THROW(read_any_xml("x", source));
}

TEST(PackagePath, StaysInThePackage) {
  EXPECT_EQ(package_path("a/b/", "c/d.pdf"), "a/b/c/d.pdf");
  EXPECT_EQ(package_path("a/b/", "../../schemas/x.xsd"), "schemas/x.xsd");
  EXPECT_EQ(package_path("", "./x"), "x");
  for (const char* href : {"", "/x", "../x", "a/../../x", "file:///x", "http://x/y", "a\\b", "a//b",
                           "x?y", "x#y", "c:x"}) {
    EXPECT_EQ(package_path("", href), std::nullopt) << href;
  }
  EXPECT_EQ(percent_decoded("a%20b%C3%B4%zz%2"), "a b\u00f4%zz%2");
}

/// `text` `count` times between the tags.
XmlSource repeated(const std::string& begin, const std::string& text, int count,
                   const std::string& end) {
  return [=](const std::function<void(ByteView)>& take) {
    take(as_bytes(begin));
    for (int i = 0; i < count; ++i) take(as_bytes(text));
    take(as_bytes(end));
  };
}

TEST(MetsReader, WhatIsKeptOfAFileIsLimited) {
  const std::string mets = "<mets xmlns=\"http://www.loc.gov/METS/\">";
  MetsLimits limits;
  limits.kept_bytes_max = 10'000;
  for (const char* element :
       {"<x ID=\"a\"/>", "<x ADMID=\"a b c\"/>", "<mptr/>", "<file/>", "<mdRef/>"}) {
    EXPECT_NO_THROW(read_mets("m", repeated(mets, element, 10, "</mets>"), limits)) << element;
    EXPECT_THROW(read_mets("m", repeated(mets, element, 1000, "</mets>"), limits), Error)
        << element;
  }
  const std::string premis = "<premis xmlns=\"http://www.loc.gov/premis/v3\">";
  EXPECT_NO_THROW(read_premis("p", repeated(premis, "<object/>", 10, "</premis>"), limits));
  EXPECT_THROW(read_premis("p", repeated(premis, "<object/>", 1000, "</premis>"), limits), Error);
}

}  // namespace
}  // namespace sohoa
