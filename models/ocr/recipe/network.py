"""Tesseract's line network in torch, from and to the weights of a .traineddata."""

import ctypes
import os
import subprocess
from pathlib import Path

import numpy as np
import torch
from torch import nn

import traineddata

LINE_HEIGHT = 36
INPUT_MAX = 127  # of an input, which stands for 1
POOL = 3
# Tesseract's order of an LSTM's matrices, in torch's order i, f, g, o.
GATE_ORDER = (1, 2, 0, 3)


def recurrence():
    """The compiled recurrence.cpp; compiled anew when it changed."""
    here = Path(__file__).parent
    built = Path(os.environ.get("SOHOA_RECIPE_BUILD", here / "../../../build/recipe")).resolve()
    library = built / "recurrence.so"
    source = here / "recurrence.cpp"
    if not library.exists() or library.stat().st_mtime < source.stat().st_mtime:
        built.mkdir(parents=True, exist_ok=True)
        subprocess.run(["g++", "-O3", "-march=native", "-ffast-math", "-fopenmp", "-shared", "-fPIC",
                        str(source), "-o", str(library), "-lopenblas"], check=True)
    return ctypes.CDLL(str(library))


LIBRARY = recurrence()


def pointer(tensor):
    return ctypes.c_void_p(tensor.data_ptr())


class Recurrence(torch.autograd.Function):
    @staticmethod
    def forward(context, sums, weights):
        steps, batch, units = sums.shape[0], sums.shape[1], weights.shape[1]
        gates, weights = sums.detach(), weights.detach().contiguous()  # nobody else reads the sums
        cells = torch.empty(steps, batch, units)
        outputs = torch.empty(steps, batch, units)
        LIBRARY.lstm_forward(pointer(gates), pointer(weights), pointer(cells), pointer(outputs), steps,
                             batch, units, torch.get_num_threads())
        context.save_for_backward(gates, weights, cells, outputs)
        return outputs

    @staticmethod
    def backward(context, d_outputs):
        gates, weights, cells, outputs = context.saved_tensors
        steps, batch, units = cells.shape
        d_outputs = d_outputs.contiguous()
        scratch = torch.zeros(2, batch, units)
        LIBRARY.lstm_backward(pointer(gates), pointer(weights), pointer(cells), pointer(d_outputs),
                              pointer(scratch), steps, batch, units, torch.get_num_threads())
        d_weights = gates[1:].reshape(-1, 4 * units).t() @ outputs[:-1].reshape(-1, units)
        return gates, d_weights


class Lstm(nn.Module):
    def __init__(self, node):
        super().__init__()
        whole = np.concatenate([node.matrices[gate].weights for gate in GATE_ORDER])
        inputs = node.inputs
        self.inputs = nn.Parameter(torch.from_numpy(whole[:, :inputs].copy()))
        self.outputs = nn.Parameter(torch.from_numpy(whole[:, inputs:-1].copy()))
        self.bias = nn.Parameter(torch.from_numpy(whole[:, -1].copy()))

    def forward(self, x):
        steps, batch, inputs = x.shape
        sums = torch.addmm(self.bias, x.reshape(-1, inputs), self.inputs.t())
        return Recurrence.apply(sums.view(steps, batch, -1), self.outputs)

    def store(self, node):
        whole = torch.cat([self.inputs, self.outputs, self.bias[:, None]], 1).detach().numpy()
        for gate, part in zip(GATE_ORDER, np.split(whole, 4)):
            node.matrices[gate].weights = part.copy()


class Dense(nn.Module):
    def __init__(self, node):
        super().__init__()
        whole = node.matrices[0].weights
        self.weights = nn.Parameter(torch.from_numpy(whole[:, :-1].copy()))
        self.bias = nn.Parameter(torch.from_numpy(whole[:, -1].copy()))

    def forward(self, x):
        sums = torch.addmm(self.bias, x.reshape(-1, x.shape[-1]), self.weights.t())
        return sums.view(*x.shape[:-1], -1)

    def store(self, node):
        node.matrices[0].weights = torch.cat([self.weights, self.bias[:, None]], 1).detach().numpy().copy()


class LineNetwork(nn.Module):
    """1,36,0,1 Ct3,3,16 Mp3,3 Lfys Lfx Lrx Lfx O1c: the shape of Tesseract's models for Latin
    scripts, whatever the sizes."""

    def __init__(self, model):
        super().__init__()
        nodes = model.layers()
        assert [node.type for node in nodes] == ["Tanh", "SummLSTM", "LSTM", "LSTM", "LSTM", "Softmax"]
        self.convolution = Dense(nodes[0])
        self.down, self.along, self.back, self.wide = (Lstm(node) for node in nodes[1:5])
        self.output = Dense(nodes[5])

    def store(self, model):
        layers = [self.convolution, self.down, self.along, self.back, self.wide, self.output]
        for layer, node in zip(layers, model.layers()):
            layer.store(node)
        output = model.layers()[5]
        rows, columns = output.matrices[0].weights.shape
        output.outputs, output.count = rows, rows * columns
        model.network.outputs = rows
        model.network.count = sum(node.count for node in model.layers())

    def forward(self, images, widths):
        """images: [batch][36][width] in −1 … 1; widths: of each, px. Returns logits [steps][batch]
        [labels] and the steps of each line."""
        steps = torch.div(widths, POOL, rounding_mode="floor")
        x = self.pooled(images)  # [columns][rows][batch][16]
        columns, rows, batch, channels = x.shape
        x = self.down(x.permute(1, 0, 2, 3).reshape(rows, columns * batch, channels))[-1]
        x = self.along(x.view(columns, batch, -1))
        x = self.turned(self.back(self.turned(x, steps)), steps)
        return self.output(self.wide(x)), steps

    def pooled(self, images):
        batch, height, width = images.shape
        # As libtesseract does, what lies outside is noise.
        framed = torch.empty(batch, height + 2, width + 2).uniform_(-1, 1)
        framed[:, 1:-1, 1:-1] = images
        weights = self.convolution.weights.view(-1, 1, 3, 3).transpose(2, 3)  # columns first
        x = nn.functional.conv2d(framed[:, None], weights.contiguous(), self.convolution.bias)
        x = torch.tanh(nn.functional.max_pool2d(x, POOL))  # both are monotone
        return x.permute(3, 2, 0, 1).contiguous()

    @staticmethod
    def turned(x, steps):
        """Each line from its own end."""
        time = torch.arange(x.shape[0])[:, None]
        index = torch.where(time < steps, steps - 1 - time, time)
        return x.gather(0, index[:, :, None].expand_as(x))


def load(path):
    model = traineddata.Model(path)
    return model, LineNetwork(model)
