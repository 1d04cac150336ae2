#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/recognize/lstm/charset.h"
#include "pipeline/recognize/lstm/kernel.h"

namespace sohoa {

/// A label that the network holds for some time steps.
struct LabelRun {
  int label = 0;
  int first = 0;  // time step
  int end = 0;
  double probability = 0;  // its highest
};

/// A piece between spaces.
struct DecodedWord {
  std::string text;            // UTF-8, as the labels have it
  std::vector<LabelRun> runs;  // its characters
  int first = 0;               // time steps that are its own: from space to space
  int end = 0;
  double probability = 0;  // that none of it is something else: of its weakest place
};

/// Greedy decoding (CTC, Graves 2006): the likeliest label of each step, repeats and nulls dropped.
/// A sum over paths (prefix beam) reads noisy lines worse.
std::vector<DecodedWord> decode_greedily(std::span<const RankedLabels> steps,
                                         const Charset& charset, int null_label);

/// Another reading of the steps of a word.
struct Candidate {
  std::vector<int> labels;
  double log_probability = 0;  // of its likeliest path
};

/// The likeliest readings of some steps by their best paths (Viterbi, with a beam), best first;
/// pieces without spaces. `logits`: of all labels, step by step.
std::vector<Candidate> likely_readings(std::span<const float> logits,
                                       std::span<const RankedLabels> steps, int null_label,
                                       int space_label);

}  // namespace sohoa
