// What pdf.js makes of the text of our PDFs: a development check, no part of `./dev test`.
//   npm install --no-save pdfjs-dist && node tests/web/pdf_text.mjs OUT.pdf OUT.txt
// OUT.txt is the text file of the same run. Succeeds when pdf.js opens every page and gives the
// same words in the same order.
import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const [pdf, text] = process.argv.slice(2);
const document = await getDocument({ data: new Uint8Array(readFileSync(pdf)), verbosity: 0 }).promise;
let found = "";
let items = 0;
for (let number = 1; number <= document.numPages; ++number) {
  const page = await document.getPage(number);
  const content = await page.getTextContent();
  await page.getOperatorList();
  for (const item of content.items) {
    found += item.str + (item.hasEOL ? "\n" : "");
    items += item.str.trim() ? 1 : 0;
  }
  found += "\n";
}
const words = (string) => string.normalize("NFC").split(/\s+/).filter(Boolean);
const expected = words(readFileSync(text, "utf8"));
const got = words(found);
const at = expected.findIndex((word, index) => word !== got[index]);
const same = at < 0 && got.length === expected.length;
console.log(`${pdf}: ${document.numPages} pages, ${items} runs of text, ${got.length} words, ` +
  (same ? "the same" : `word ${at + 1} of ${expected.length} differs`));
process.exitCode = same ? 0 : 1;
