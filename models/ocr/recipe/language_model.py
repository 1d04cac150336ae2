#!/usr/bin/env python3
"""Counts which syllables follow each other in the acts and writes a trigram model for the reader's
guard: modified Kneser-Ney (Chen and Goodman 1998), interpolated, rare trigrams left out.

The file is little endian and meant to be mapped into memory; pipeline/recognize/language_model.h
tells its layout.
"""

import argparse
import array
import collections
import math
import re
import struct

import corpus

MAGIC = b"SOHOALM1"
NUMBER, OTHER = "<number>", "<other>"
WORD_COUNT_MIN = 3
STEPS_A_NAT = 12  # of a logarithm in a byte
EDGES = re.compile(r"^[^\w]+|[^\w]+$")
HAS_DIGIT = re.compile(r"\d")


def token(piece):
    word = EDGES.sub("", piece).lower()
    if not word:
        return None
    if HAS_DIGIT.search(word):
        return NUMBER
    return word if corpus.SMALL_WORD.fullmatch(word) else OTHER


def discounts(counts):
    n = collections.Counter(min(count, 4) for count in counts)
    y = n[1] / (n[1] + 2 * n[2])
    found = [1 - 2 * y * n[2] / n[1], 2 - 3 * y * n[3] / n[2], 3 - 4 * y * n[4] / n[3]]
    # Words that are rare were left out, which bends the counts that the estimate stands on.
    return [0] + [min(max(discount, 0.3), i - 0.1) for i, discount in enumerate(found, 1)]


def by_context(grams):
    contexts = collections.defaultdict(list)
    for gram, count in grams.items():
        contexts[gram[:-1]].append((gram[-1], count))
    return contexts


def smoothed(grams, kept, below):
    """{context: ({word: probability}, weight of what is below)}: of the grams that are kept."""
    d = discounts(grams.values())
    table = {}
    for context, followers in by_context(grams).items():
        total = sum(count for _, count in followers)
        alphas = {word: (count - d[min(count, 3)]) / total for word, count in followers
                  if kept(context + (word,))}
        weight = 1 - sum(alphas.values())
        table[context] = ({word: alpha + weight * below(context[1:] + (word,))
                           for word, alpha in alphas.items()}, weight)
    return table


def in_byte(probability):
    assert probability < 1.001, probability
    return min(255, max(0, round(-math.log(max(probability, 1e-9)) * STEPS_A_NAT)))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", help="acts as plain text, .tar.xz")
    parser.add_argument("output")
    parser.add_argument("--scans", help="folder of scored pages; acts that share text with it are left out")
    parser.add_argument("--trigram-count-min", type=int, default=3)
    parser.add_argument("--bigram-count-min", type=int, default=2)
    arguments = parser.parse_args()

    lines = []
    for _, texts in corpus.acts(arguments.archive, arguments.scans):
        for text in texts:
            lines.append([word for word in map(token, text.split()) if word])
    counts = collections.Counter(word for line in lines for word in line)
    words = sorted((word for word, count in counts.items() if count >= WORD_COUNT_MIN),
                   key=lambda word: word.encode())
    number_of = {word: i for i, word in enumerate(words)}
    other = number_of[OTHER]
    trigrams, bigrams = collections.Counter(), collections.Counter()
    for line in lines:
        ids = [number_of.get(word, other) for word in line]
        trigrams.update(zip(ids, ids[1:], ids[2:]))
        bigrams.update(zip(ids, ids[1:]))

    # Below the highest order, how many contexts a word follows counts, not how often.
    continued = collections.Counter((v, w) for _, v, w in trigrams)
    for gram, count in bigrams.items():
        continued.setdefault(gram, 1)
    unigrams = collections.Counter(w for _, w in bigrams)
    whole = sum(unigrams.values())
    d = discounts(unigrams.values())
    rest = sum(d[min(count, 3)] for count in unigrams.values()) / whole
    one = [((unigrams[i] - d[min(unigrams[i], 3)]) / whole if unigrams[i] else 0) + rest / len(words)
           for i in range(len(words))]
    two = smoothed(continued, lambda gram: bigrams[gram] >= arguments.bigram_count_min,
                   lambda gram: one[gram[0]])

    def below_three(gram):
        followers, weight = two[gram[:1]]
        return followers.get(gram[1]) or weight * one[gram[1]]

    three = smoothed(trigrams, lambda gram: trigrams[gram] >= arguments.trigram_count_min
                     and bigrams[gram[:2]] >= arguments.bigram_count_min, below_three)

    text = "".join(words).encode()
    offsets, at = array.array("I", [0]), 0
    for word in words:
        at += len(word.encode())
        offsets.append(at)
    one_byte, one_weight = bytearray(), bytearray()
    two_start, two_word, two_byte, two_weight = array.array("I", [0]), array.array("H"), bytearray(), bytearray()
    three_start, three_word, three_byte = array.array("I", [0]), array.array("H"), bytearray()
    for v in range(len(words)):
        followers, weight = two.get((v,), ({}, 1))
        one_byte.append(in_byte(one[v]))
        one_weight.append(in_byte(weight))
        for w in sorted(followers):
            beyond, weight = three.get((v, w), ({}, 1))
            two_word.append(w)
            two_byte.append(in_byte(followers[w]))
            two_weight.append(in_byte(weight))
            for x in sorted(beyond):
                three_word.append(x)
                three_byte.append(in_byte(beyond[x]))
            three_start.append(len(three_word))
        two_start.append(len(two_word))
    with open(arguments.output, "wb") as file:
        file.write(MAGIC + struct.pack("<IIII", len(words), len(two_word), len(three_word), len(text)))
        for part in (offsets, two_start, three_start, two_word, three_word, one_byte, one_weight, two_byte,
                     two_weight, three_byte):
            file.write(bytes(part))
        file.write(text)
    print(f"{len(words)} words, {len(two_word)} bigrams, {len(three_word)} trigrams of "
          f"{sum(counts.values())} words")


if __name__ == "__main__":
    main()
