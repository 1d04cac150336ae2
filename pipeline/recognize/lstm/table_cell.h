#pragma once

namespace sohoa {

/// tanh and logistic function as libtesseract's tables give them: 4096 steps of 1/256, linear
/// between them, 1 beyond.
float table_tanh(float x);
float table_logistic(float x);

}  // namespace sohoa
