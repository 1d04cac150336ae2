#!/usr/bin/env python3
"""Writes the passages that training lines are drawn from, one a line, in an order that the seed
chooses: most of them from acts, the others invented."""

import argparse
import collections
import random

import corpus
import invent

PASSAGE_CHARACTERS_MAX = 700
CAPITALS_SHARE = 0.18  # of short passages
# Invented lines for each passage of the acts.
INVENTED = [(invent.form_line, 0.16), (invent.numbers, 0.14), (invent.act_number, 0.04),
            (invent.signature_note, 0.05), (invent.letterhead_number, 0.08)]
SALAD = [(invent.syllable_line, 0.3), (invent.y_below_line, 0.1)]
LONG_DASH_SHARE = 0.15
END_MARK_SHARE = 0.03  # "./." ends an official text


def passages_of(lines):
    for line in lines:
        while len(line) > PASSAGE_CHARACTERS_MAX:
            cut = line.rfind(" ", 0, PASSAGE_CHARACTERS_MAX)
            if cut <= 0:
                break
            yield line[:cut]
            line = line[cut + 1 :]
        yield line


def as_typed(passage, chosen):
    """The same words as others type them."""
    if len(passage) < 120 and chosen.random() < CAPITALS_SHARE:
        passage = passage.upper()
    if chosen.random() < LONG_DASH_SHARE:
        passage = " ".join("–" if word == "-" else word for word in passage.split(" "))
    if chosen.random() < END_MARK_SHARE:
        passage = passage.rstrip(".,;:/ ") + "./."
    return passage


def usual_words(texts, count=12000):
    found = collections.Counter(
        word for text in texts for word in corpus.SMALL_WORD.findall(text.lower()))
    return [word for word, _ in found.most_common(count) if len(word) < 8]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--acts", help="acts as plain text, .tar.xz; without them all text is invented")
    parser.add_argument("--scans", help="folder of scored pages; acts that share text with it are left out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--passages", type=int, default=120000)
    parser.add_argument("--train", required=True, help="file to write")
    parser.add_argument("--held-out", required=True, help="file to write, of other acts")
    arguments = parser.parse_args()

    chosen = random.Random(arguments.seed)
    train, held_out = [], []
    if arguments.acts:
        for name, lines in corpus.acts(arguments.acts, arguments.scans):
            (held_out if corpus.is_held_out(name) else train).extend(passages_of(lines))
    words = usual_words(train) or invent.SYLLABLES
    for passages, path, count in [(train, arguments.train, arguments.passages),
                                  (held_out, arguments.held_out, arguments.passages // 20)]:
        chosen.shuffle(passages)
        # The same sentence a thousand times teaches no more than ten times.
        seen = collections.Counter()
        kept = []
        for passage in passages:
            seen[passage] += 1
            if seen[passage] <= 10:
                kept.append(passage)
        kept = kept[:count]
        kept = [as_typed(passage, chosen) for passage in kept]
        base = len(kept) if arguments.acts else count
        for make, share in INVENTED:
            kept += [make(chosen) for _ in range(int(base * share))]
        for make, share in SALAD:
            kept += [make(chosen, words) for _ in range(int(base * share))]
        chosen.shuffle(kept)
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(passage + "\n" for passage in kept)


if __name__ == "__main__":
    main()
