#!/usr/bin/env python3
"""Writes the passages that training lines are drawn from, one a line, in an order that the seed
chooses: most of them from acts, the others invented."""

import argparse
import collections
import random

import corpus
import invent

PASSAGE_CHARACTERS_MAX = 700
CAPITALS_SHARE = 0.06
# Invented lines for each passage of the acts.
INVENTED = [(invent.form_line, 0.16), (invent.numbers, 0.14), (invent.act_number, 0.04)]
SALAD = [(invent.syllable_line, 0.3), (invent.y_below_line, 0.05)]


def passages_of(lines):
    for line in lines:
        while len(line) > PASSAGE_CHARACTERS_MAX:
            cut = line.rfind(" ", 0, PASSAGE_CHARACTERS_MAX)
            if cut <= 0:
                break
            yield line[:cut]
            line = line[cut + 1 :]
        yield line


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
        kept = [p.upper() if len(p) < 120 and chosen.random() < CAPITALS_SHARE * 3 else p for p in kept]
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
