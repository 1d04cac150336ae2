"""Plain text of acts, fit to be printed and read again: what a training line may say."""

import hashlib
import re
import tarfile
import unicodedata
from pathlib import Path

# What the charset of the models does not have, and what stands for it.
REPLACED = {
    "\u00a0": " ", "\u200b": "", "\ufeff": "", "\u00ad": "", "—": "–", "―": "–", "‑": "-",
    "‐": "-", "−": "-", "’": "'", "‘": "'", "´": "'", "`": "'", "…": "...", "″": '"', "•": "-",
    "Ð": "Đ", "ð": "đ", "×": "x", "\t": " ", "⁄": "/",
}
SMALL = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
LARGE = SMALL.upper()
GLUED = re.compile(f"[{SMALL}][{LARGE}]")
MARKED = re.compile(f"[{SMALL[3:]}{LARGE[3:]}]")
SMALL_WORD = re.compile(f"[{SMALL}]+")
GRAM = 8  # words
SHARED_GRAMS_MAX = 60  # of an act with the pages that scores are made on
HELD_OUT_EVERY = 20  # acts


def plain(line):
    """A line in NFC, of characters that can be printed and read."""
    line = unicodedata.normalize("NFC", line)
    return " ".join("".join(REPLACED.get(c, c) for c in line).split())


def letters_only(text):
    return re.sub(r"[^\w ]", " ", text.lower()).split()


def grams(text):
    words = letters_only(text)
    return {" ".join(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1)}


def is_vietnamese(lines):
    words = [word for line in lines for word in line.split()]
    marked = sum(1 for word in words if MARKED.search(word))
    return len(words) > 50 and marked > 0.3 * len(words)


def truth_of(scans):
    """All that the truth files of a folder of scored pages say; nothing without a folder."""
    if scans is None:
        return ""
    return " ".join(plain(path.read_text()) for path in sorted(Path(scans).glob("*.gt.txt")))


def acts(archive, scans=None):
    """(name, lines) of each act that is in Vietnamese and shares no text with the scored pages."""
    scored = grams(truth_of(scans))
    with tarfile.open(archive) as files:
        members = sorted((m for m in files.getmembers() if m.isfile()), key=lambda m: m.name)
        for member in members:
            text = files.extractfile(member).read().decode("utf-8", "replace")
            lines = [plain(line) for line in text.splitlines()]
            lines = [line for line in lines if len(line) > 1 and not set(line) <= set("-_ .=*")]
            if not is_vietnamese(lines):
                continue
            if scored and len(grams(" ".join(lines)) & scored) > SHARED_GRAMS_MAX:
                continue
            yield member.name, [line for line in lines if not GLUED.search(line)]


def is_held_out(name):
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % HELD_OUT_EVERY == 0
