#!/usr/bin/env python3
"""Tunes a line model on files of lines as they appear, and writes it as .traineddata.

Adam with a warm-up and a cosine, an average of the weights (EMA), CTC (Graves 2006). A file of lines
is used as soon as it is there, `--times` times in all, with files that came before it.
"""

import argparse
import glob
import math
import random
import time

import numpy as np
import torch

import lines
import network
from network import LINE_HEIGHT

WARM_UP = 100  # batches
AVERAGE = 0.999
CLIP_OF_MEDIAN = 1.5
NORMS_KEPT = 200
# What the models that we start from lack: the character, what it is like, its other case; the row of
# weights that it starts with, and pairs that differ as it differs from that one. ỵ is y as ụ is u.
NEW_CHARACTERS = (("ỵ", "ỹ", "Ỵ", "y", "ụu ịi ọo ạa ẹe"), ("Ỵ", "Ỹ", "ỵ", "Y", "ỤU ỊI ỌO ẠA ẸE"),
                  ("²", "°", "²", "2", ""), ("³", "°", "³", "3", ""),
                  ("≤", "+", "≤", "<", ""), ("≥", "+", "≥", ">", ""))
NEW_BIAS = -4.0
NEW_RATE = 8.0  # of the learning rate


def with_new_characters(model, net):
    """Adds what is not there yet; returns how many rows of weights are new."""
    new = [row for row in NEW_CHARACTERS if row[0] not in model.texts()]
    if not new:
        return 0
    model.add_characters([row[:3] for row in new])
    label = {text: i for i, text in enumerate(model.texts()) if text}
    weights, bias = net.output.weights.detach(), net.output.bias.detach()
    rows = []
    for _, _, _, base, pairs in new:
        pairs = [(label[pair[0]], label[pair[1]]) for pair in pairs.split()]
        rows.append(weights[label[base]] + sum(weights[a] - weights[b] for a, b in pairs) / max(len(pairs), 1))
    biases = torch.stack([bias[label[row[3]]] + NEW_BIAS for row in new])
    net.output.weights = torch.nn.Parameter(torch.cat([weights, torch.stack(rows)]))
    net.output.bias = torch.nn.Parameter(torch.cat([bias, biases]))
    return len(new)


def varied(columns, chance):
    """The same line a little wider or narrower, darker or lighter, in more noise."""
    width = len(columns)
    stretched = max(3, round(width * chance.uniform(0.93, 1.07)))
    at = (np.arange(stretched) + 0.5) * width / stretched - 0.5
    left = np.clip(np.floor(at).astype(int), 0, width - 1)
    right = np.minimum(left + 1, width - 1)
    share = np.clip(at - left, 0, 1)[:, None]
    values = columns[left] * (1 - share) + columns[right] * share
    values = values * chance.uniform(0.85, 1.1) + chance.uniform(-8, 8)
    values += np.random.default_rng(chance.getrandbits(32)).normal(0, chance.uniform(0, 5), values.shape)
    return values.round().clip(-127, 127).astype(np.int8)


def loss_of(net, group, null):
    images, widths, targets, lengths = lines.tensors(group)
    logits, steps = net(images, widths)
    chances = torch.log_softmax(logits, 2)
    return torch.nn.functional.ctc_loss(chances, targets, steps, lengths, blank=null, reduction="sum",
                                        zero_infinity=True), int(lengths.sum()), chances, steps


def edit_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


def score(net, samples, charset, steps_max):
    """Character errors, words right and words in all, decoded greedily."""
    errors = characters = right = words = 0
    with torch.no_grad():
        for group in lines.batches(samples, steps_max):
            _, _, chances, steps = loss_of(net, group, charset.null)
            best = chances.argmax(2)
            for i, (_, labels) in enumerate(group):
                read = charset.decode(best[: steps[i], i].tolist())
                said = "".join(charset.texts[label] for label in labels)
                errors += edit_distance(read, said)
                characters += len(said)
                found = read.split()
                for word in said.split():
                    words += 1
                    if word in found:
                        found.remove(word)
                        right += 1
    return errors / max(characters, 1), right / max(words, 1), words


class Trainer:
    def __init__(self, arguments):
        self.arguments = arguments
        self.model, self.net = network.load(arguments.start)
        self.new_rows = with_new_characters(self.model, self.net)
        self.charset = lines.Charset(self.model)
        self.chance = random.Random(arguments.seed)
        torch.manual_seed(arguments.seed)
        parameters = list(self.net.parameters())
        output = {id(self.net.output.weights), id(self.net.output.bias)}
        self.optimizer = torch.optim.Adam([
            {"params": [p for p in parameters if id(p) not in output]},
            {"params": [p for p in parameters if id(p) in output]}], lr=arguments.rate, eps=1e-7)
        self.average = [p.detach().clone() for p in parameters]
        self.norms = []
        self.batch = 0
        self.lines = 0

    def rate(self):
        """By the share of the lines that were seen."""
        done = min(1.0, self.lines / self.arguments.lines)
        warm = min(1.0, (self.batch + 1) / WARM_UP)
        return self.arguments.rate * warm * (0.03 + 0.97 * 0.5 * (1 + math.cos(math.pi * done)))

    def step(self, group):
        for options in self.optimizer.param_groups:
            options["lr"] = self.rate()
        self.optimizer.zero_grad()
        loss, characters, _, _ = loss_of(self.net, group, self.model.null)
        (loss / max(characters, 1)).backward()
        self.clip()
        output = (self.net.output.weights, self.net.output.bias)
        before = [p.detach()[len(p) - self.new_rows :].clone() for p in output]
        self.optimizer.step()
        with torch.no_grad():
            # New rows have far to go.
            for parameter, old in zip(output, before):
                new = parameter[len(parameter) - self.new_rows :]
                new += (NEW_RATE - 1) * (new - old)
            keep = min(AVERAGE, (self.batch + 1) / (self.batch + 10))
            for average, parameter in zip(self.average, self.net.parameters()):
                average.mul_(keep).add_(parameter, alpha=1 - keep)
        self.batch += 1
        self.lines += len(group)
        return float(loss), characters

    def clip(self):
        parameters = [p for p in self.net.parameters() if p.grad is not None]
        norm = float(torch.nn.utils.clip_grad_norm_(parameters, 1e9))
        median = float(np.median(self.norms)) if self.norms else norm
        if norm > CLIP_OF_MEDIAN * median:
            for parameter in parameters:
                parameter.grad.mul_(CLIP_OF_MEDIAN * median / norm)
        self.norms = (self.norms + [norm])[-NORMS_KEPT:]

    def averaged(self):
        """Puts the average in place; returns what was there."""
        now = [p.detach().clone() for p in self.net.parameters()]
        with torch.no_grad():
            for parameter, average in zip(self.net.parameters(), self.average):
                parameter.copy_(average)
        return now

    def save(self, path, held_out):
        now = self.averaged()
        errors, right, words = score(self.net, held_out, self.charset, self.arguments.steps)
        self.net.store(self.model)
        self.model.save(path)
        with torch.no_grad():
            for parameter, value in zip(self.net.parameters(), now):
                parameter.copy_(value)
        print(f"{self.lines} lines: held out {100 * errors:.2f} % characters wrong, "
              f"{100 * right:.2f} % of {words} words right; wrote {path}", flush=True)


def files_in_turn(arguments):
    """Each file as soon as it is there, `times` times, always with files that came before it."""
    used = {}
    while True:
        for path in sorted(glob.glob(arguments.files)):
            used.setdefault(path, 0)
        fresh = [path for path in used if used[path] == 0]
        again = [path for path in used if 0 < used[path] < arguments.times]
        if fresh:
            chosen = fresh[:1] + again[: arguments.times - 1]
        elif again and (len(used) == arguments.file_count or len(again) > 1):
            chosen = again[:1]
        elif len(used) < arguments.file_count:
            time.sleep(2)  # it is still being drawn
            continue
        else:
            used = {path: arguments.times - 1 for path in used}  # more lines are wanted
            continue
        yield [(path, used[path]) for path in chosen]
        for path in chosen:
            used[path] += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--start", required=True, help=".traineddata whose weights to begin with")
    parser.add_argument("--files", required=True, help="files of lines, as a pattern")
    parser.add_argument("--held-out", required=True, help="file of lines to score on")
    parser.add_argument("--output", required=True, help=".traineddata to write")
    parser.add_argument("--lines", type=int, required=True, help="how many lines to see in all")
    parser.add_argument("--times", type=int, default=2, help="how often to see each line")
    parser.add_argument("--file-count", type=int, required=True, help="how many files there will be")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--steps", type=int, default=6000, help="time steps of a batch")
    parser.add_argument("--save-every", type=int, default=20000, help="lines")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()

    torch.set_num_threads(arguments.threads)
    trainer = Trainer(arguments)
    held_out = list(lines.usable([arguments.held_out], trainer.charset))
    saved, losses, characters, started = 0, 0.0, 0, time.time()
    for chosen in files_in_turn(arguments):
        samples = []
        for path, used in chosen:
            for columns, labels in lines.usable([path], trainer.charset):
                changed = varied(columns, trainer.chance) if used > 0 else columns
                samples.append((changed if lines.fits(changed, labels) else columns, labels))
        groups = list(lines.batches(samples, arguments.steps))
        trainer.chance.shuffle(groups)
        for group in groups:
            loss, count = trainer.step(group)
            losses, characters = losses + loss, characters + count
            if trainer.lines >= arguments.lines:
                break
        print(f"{trainer.lines} lines, {time.time() - started:.0f} s, loss {losses / max(characters, 1):.4f}",
              flush=True)
        losses, characters = 0.0, 0
        if trainer.lines - saved >= arguments.save_every or trainer.lines >= arguments.lines:
            saved = trainer.lines
            trainer.save(arguments.output, held_out)
        if trainer.lines >= arguments.lines:
            return


if __name__ == "__main__":
    main()
