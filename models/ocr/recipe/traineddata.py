"""Reads and writes Tesseract's .traineddata with an LSTM network (little endian, no padding).

The format is that of tesseract-ocr 4 and 5: ccutil/tessdatamanager, lstm/network,
lstm/weightmatrix, ccutil/unicharset, ccutil/unicharcompress.
"""

import struct

import numpy as np

ENTRIES = 24
CONFIG, NETWORK, PUNCTUATION, WORDS, NUMBERS, CHARSET, RECODER, VERSION = 0, 17, 18, 19, 20, 21, 22, 23
INT_MODE, ADAM, NEW_FORMAT = 1, 4, 128
OWN_RATES = 64  # flag of a node with a learning rate for each child
LSTM_TYPES = ("LSTM", "SummLSTM")
MATRIX_TYPES = ("Tanh", "Softmax", "Relu", "Linear", "Logistic")
PAIR_TYPES = ("Convolve", "Maxpool", "Reconfig")
MOST_GATES = 4  # CI, GI, GF1, GO
INT_MAX = 127


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, form):
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values[0] if len(values) == 1 else values

    def array(self, kind, count):
        values = np.frombuffer(self.data, kind, count, self.at).copy()
        self.at += values.nbytes
        return values

    def string(self):
        size = self.take("I")
        self.at += size
        return bytes(self.data[self.at - size : self.at])


def pack_string(text):
    return struct.pack("<I", len(text)) + text


def read_entries(path):
    data = open(path, "rb").read()
    count = struct.unpack_from("<I", data)[0]
    offsets = list(struct.unpack_from(f"<{count}q", data, 4)) + [len(data)]
    entries = {}
    for i in range(count):
        if offsets[i] >= 0:
            end = next(offset for offset in offsets[i + 1 :] if offset >= 0)
            entries[i] = data[offsets[i] : end]
    return entries


def write_entries(path, entries):
    at = 4 + 8 * ENTRIES
    head, body = struct.pack("<I", ENTRIES), b""
    for i in range(ENTRIES):
        head += struct.pack("<q", at + len(body) if i in entries else -1)
        body += entries.get(i, b"")
    with open(path, "wb") as file:
        file.write(head + body)


class Matrix:
    """Weights as real numbers, outputs × (inputs + 1); the last column is the bias."""

    def __init__(self, weights, mode=NEW_FORMAT | INT_MODE):
        self.weights, self.mode = weights, mode

    @staticmethod
    def read(reader):
        mode = reader.take("B")
        if mode & INT_MODE:
            rows, columns, _ = reader.take("iib")
            weights = reader.array("<i1", rows * columns).reshape(rows, columns).astype(np.float32)
            scales = reader.array("<f8", reader.take("I"))[:rows].astype(np.float32)
            return Matrix(weights * scales[:, None], mode)
        rows, columns, _ = reader.take("iid")
        return Matrix(reader.array("<f8", rows * columns).reshape(rows, columns).astype(np.float32), mode)

    def quantized(self):
        scales = np.maximum(np.abs(self.weights).max(axis=1), 1e-9).astype(np.float64) / INT_MAX
        return np.rint(self.weights / scales[:, None]).clip(-INT_MAX, INT_MAX).astype(np.int8), scales

    def packed(self):
        weights, scales = self.quantized()
        rows, columns = weights.shape
        return (struct.pack("<Biib", NEW_FORMAT | INT_MODE, rows, columns, 0) + weights.tobytes()
                + struct.pack("<I", rows) + scales.astype("<f8").tobytes())


class Node:
    """One layer of the network, with those inside it."""

    def __init__(self, reader):
        self.kind = reader.take("b")
        self.type = reader.string().decode() if self.kind == 0 else str(self.kind)
        self.training, self.backprop, self.flags, self.inputs, self.outputs, self.count = reader.take("bbiiii")
        self.name = reader.string()
        self.children, self.rates, self.matrices, self.values = [], None, [], ()
        if self.type == "Input":
            self.values = reader.take("iiiii")
        elif self.type in PAIR_TYPES:
            self.values = reader.take("ii")
        elif self.type in LSTM_TYPES:
            self.values = (reader.take("i"),)
            self.matrices = [Matrix.read(reader) for _ in range(MOST_GATES)]
        elif self.type in MATRIX_TYPES:
            self.matrices = [Matrix.read(reader)]
        else:
            self.children = [Node(reader) for _ in range(reader.take("I"))]
            if self.flags & OWN_RATES:
                self.rates = reader.array("<f4", reader.take("I"))

    def packed(self):
        data = struct.pack("<b", self.kind) + (pack_string(self.type.encode()) if self.kind == 0 else b"")
        data += struct.pack("<bbiiii", self.training, self.backprop, self.flags, self.inputs, self.outputs,
                            self.count) + pack_string(self.name)
        if self.values:
            data += struct.pack(f"<{len(self.values)}i", *self.values)
        data += b"".join(matrix.packed() for matrix in self.matrices)
        if self.type in ("Input",) + PAIR_TYPES + LSTM_TYPES + MATRIX_TYPES:
            return data
        data += struct.pack("<I", len(self.children)) + b"".join(child.packed() for child in self.children)
        if self.rates is not None:
            data += struct.pack("<I", len(self.rates)) + self.rates.astype("<f4").tobytes()
        return data

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


class Model:
    """A model that reads lines: network, charset, and the rest of the file as it came."""

    def __init__(self, path):
        self.entries = read_entries(path)
        reader = Reader(self.entries[NETWORK])
        self.network = Node(reader)
        self.spec = reader.string()
        self.flags, self.iteration, self.samples, self.null = reader.take("iiii")
        self.rates = reader.take("fff")
        self.charset = self.entries[CHARSET].decode().split("\n")
        recoder = Reader(self.entries[RECODER])
        self.codes = []
        for _ in range(recoder.take("I")):
            recoder.take("b")
            self.codes.append(recoder.array("<i4", recoder.take("i")).tolist())
        assert all(len(code) == 1 for code in self.codes), "one label a character, as Latin scripts have"

    def texts(self):
        """What each label of the network stands for."""
        texts = {}
        for line, code in zip(self.charset[1:], self.codes):
            text = line.split(" ", 1)[0]
            if code[0] != self.null:
                texts[code[0]] = " " if text == "NULL" else text
        return [texts.get(label, "") for label in range(self.labels())]

    def labels(self):
        return max(code[0] for code in self.codes) + 1

    def layers(self):
        return [node for node in self.network.walk() if node.matrices]

    def add_characters(self, added):
        """Characters with a label each; `added`: (text, text whose properties it has, its other case)."""
        first = len(self.codes)
        rows = {line.split(" ", 1)[0]: line for line in self.charset[1:]}
        others = {text: i for i, text in enumerate(rows)}
        others.update({text: first + i for i, (text, _, _) in enumerate(added)})
        for text, like, other in added:
            fields = rows[like].split(" ")
            fields[0] = text
            fields[4] = str(others[other])
            fields[6] = str(others[text])
            fields[7] = text + "\t# " + text
            self.charset.insert(1 + len(self.codes), " ".join(fields[:8]))
            self.codes.append([self.labels()])
        self.charset[0] = str(len(self.codes))

    def save(self, path):
        entries = dict(self.entries)
        entries[NETWORK] = (self.network.packed() + pack_string(self.spec)
                            + struct.pack("<iiii", self.flags, self.iteration, self.samples, self.null)
                            + struct.pack("<fff", *self.rates))
        entries[CHARSET] = "\n".join(self.charset).encode()
        entries[RECODER] = struct.pack("<I", len(self.codes)) + b"".join(
            struct.pack("<bii", 1, 1, code[0]) for code in self.codes)
        write_entries(path, entries)
