#include "pipeline/recognize/lstm/kernel.h"

#include <cstdlib>

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

constexpr char kVariable[] = "SOHOA_KERNEL";

bool can_run_avx2() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
#else
  return false;
#endif
}

bool can_run_avx512() {
#if defined(__x86_64__)
  return can_run_avx2() && __builtin_cpu_supports("avx512f") != 0 &&
         __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
         __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512vnni") != 0;
#else
  return false;
#endif
}

}  // namespace

std::vector<const Kernel*> usable_kernels() {
  std::vector<const Kernel*> kernels;
  if (can_run_avx512() && avx512_kernel() != nullptr) kernels.push_back(avx512_kernel());
  if (can_run_avx2() && avx2_kernel() != nullptr) kernels.push_back(avx2_kernel());
  if (neon_kernel() != nullptr) kernels.push_back(neon_kernel());
  kernels.push_back(&scalar_kernel());
  return kernels;
}

const Kernel& chosen_kernel() {
  const std::vector<const Kernel*> kernels = usable_kernels();
  const char* wanted = std::getenv(kVariable);
  if (wanted == nullptr || *wanted == '\0') return *kernels.front();
  std::string names;
  for (const Kernel* kernel : kernels) {
    if (std::string_view(kernel->name) == wanted) return *kernel;
    names += (names.empty() ? "" : ", ") + std::string(kernel->name);
  }
  throw Error(ExitCode::kUsage, std::string(kVariable) + "=" + wanted,
              "this processor has no such kernel", "choose one of: " + names);
}

}  // namespace sohoa
