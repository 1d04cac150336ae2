#pragma once

#include <vector>

namespace sohoa {

/// Sets of numbers (union-find, with paths halved): each number's parent, its own for a root.
/// The least number of a set is its root.
inline int root_of(std::vector<int>& parent, int label) {
  while (parent[label] != label) label = parent[label] = parent[parent[label]];
  return label;
}

inline void unite(std::vector<int>& parent, int a, int b) {
  a = root_of(parent, a);
  b = root_of(parent, b);
  if (a < b) parent[b] = a;
  if (b < a) parent[a] = b;
}

}  // namespace sohoa
