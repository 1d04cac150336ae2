#include "pipeline/package/pdf/pdf_page_tree.h"

#include <algorithm>
#include <vector>

namespace sohoa {

void group_pages(QPDF& document) {
  using Handle = QPDFObjectHandle;
  constexpr std::size_t kKidsMax = 8000;
  Handle tree = document.getRoot().getKey("/Pages");
  const std::vector<Handle> pages = tree.getKey("/Kids").getArrayAsVector();
  if (pages.size() <= kKidsMax) return;
  Handle nodes = Handle::newArray();
  for (std::size_t first = 0; first < pages.size(); first += kKidsMax) {
    const std::size_t end = std::min(pages.size(), first + kKidsMax);
    Handle node = document.makeIndirectObject(Handle::parse("<< /Type /Pages >>"));
    Handle kids = Handle::newArray();
    for (std::size_t i = first; i < end; ++i) {
      Handle page = pages[i];
      page.replaceKey("/Parent", node);
      kids.appendItem(page);
    }
    node.replaceKey("/Parent", tree);
    node.replaceKey("/Kids", kids);
    node.replaceKey("/Count", Handle::newInteger(static_cast<long long>(end - first)));
    nodes.appendItem(node);
  }
  tree.replaceKey("/Kids", nodes);
}

}  // namespace sohoa
