#pragma once

#include <functional>
#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

namespace sohoa::test {

/// One thing broken in a good file, and the finding that it gives: the clause as part 2 and 3 have
/// it, and as part 1 does; empty: nothing is wrong with it there.
struct Mutation {
  const char* what;
  std::string part_two;
  std::string part_one;
  std::function<void(QPDF&)> breaks;
};

using Mutations = std::vector<Mutation>;

Mutations mutations_of_objects();
Mutations mutations_of_pages();
Mutations mutations_of_fonts();
Mutations mutations_of_metadata();
Mutations mutations_of_the_document();

/// The parts of the sample's file (pdf_sample.h).
QPDFObjectHandle page_of(QPDF& pdf);
QPDFObjectHandle image_of(QPDF& pdf);  // its dictionary
QPDFObjectHandle font_of(QPDF& pdf);
QPDFObjectHandle cid_font_of(QPDF& pdf);
QPDFObjectHandle metadata_of(QPDF& pdf);

QPDFObjectHandle parsed(const std::string& text);
void set_data(QPDFObjectHandle stream, const std::string& data);
void replace_in(QPDFObjectHandle stream, const std::string& old_text, const std::string& new_text);
void append_content(QPDF& pdf, const std::string& operators);
/// The words, no longer invisible.
void show_text(QPDF& pdf);

/// Puts an unused entry into the page's dictionary, for limits of objects.
inline void set_unused(QPDF& pdf, const QPDFObjectHandle& value) {
  page_of(pdf).replaceKey("/X", value);
}

}  // namespace sohoa::test
