"""Files of training lines, as sohoa_lines writes them, in batches of similar width."""

import struct
import unicodedata

import numpy as np
import torch

from network import INPUT_MAX, LINE_HEIGHT, POOL

# The models have one long dash.
SAME = {"º": "°", "–": "—"}
STEPS_A_CHARACTER_MIN = 1.2


def read_lines(path):
    data = open(path, "rb").read()
    at = 0
    while at < len(data):
        width, size = struct.unpack_from("<II", data, at)
        at += 8
        columns = np.frombuffer(data, np.int8, width * LINE_HEIGHT, at).reshape(width, LINE_HEIGHT)
        at += width * LINE_HEIGHT
        yield columns, data[at : at + size].decode()
        at += size


class Charset:
    def __init__(self, model):
        self.texts = model.texts()
        self.null = model.null
        self.labels = {text: label for label, text in enumerate(self.texts) if text}

    def encode(self, text):
        """The labels of a text; None when the network has no label for a character of it."""
        labels = [self.labels.get(SAME.get(c, c)) for c in unicodedata.normalize("NFC", text)]
        return None if None in labels else labels

    def decode(self, labels):
        kept = [label for i, label in enumerate(labels) if i == 0 or label != labels[i - 1]]
        return "".join(self.texts[label] for label in kept if label != self.null)


def fits(columns, labels):
    repeats = sum(1 for a, b in zip(labels, labels[1:]) if a == b)
    return len(columns) // POOL >= STEPS_A_CHARACTER_MIN * len(labels) + repeats and len(columns) >= POOL


def usable(paths, charset):
    for path in paths:
        for columns, text in read_lines(path):
            labels = charset.encode(text)
            if labels is not None and fits(columns, labels):
                yield columns, labels


def batches(samples, steps_max):
    """Groups of lines of about one width, each of at most `steps_max` steps with its padding."""
    samples = sorted(samples, key=lambda sample: len(sample[0]))
    group = []
    for sample in samples:
        if group and (len(group) + 1) * (len(sample[0]) // POOL) > steps_max:
            yield group
            group = []
        group.append(sample)
    if group:
        yield group


def tensors(group):
    widths = torch.tensor([len(columns) for columns, _ in group])
    images = torch.empty(len(group), LINE_HEIGHT, int(widths.max())).uniform_(-1, 1)
    for image, (columns, _) in zip(images, group):
        image[:, : len(columns)] = torch.from_numpy(columns.T.astype(np.float32) / INPUT_MAX)
    targets = torch.tensor([label for _, labels in group for label in labels], dtype=torch.long)
    lengths = torch.tensor([len(labels) for _, labels in group])
    return images, widths, targets, lengths
