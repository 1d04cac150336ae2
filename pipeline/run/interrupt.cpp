#include "pipeline/run/interrupt.h"

#include <signal.h>

#include <atomic>

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

std::atomic<bool> stop_requested{false};

// A second signal ends the process at once: the user means it.
void request_stop(int signal_number) {
  stop_requested = true;
  ::signal(signal_number, SIG_DFL);
}

}  // namespace

void report_failed_writes() {
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGXFSZ, SIG_IGN);
}

void stop_on_signals() {
  struct sigaction action {};
  action.sa_handler = request_stop;
  sigemptyset(&action.sa_mask);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

void throw_if_interrupted() {
  if (stop_requested) {
    throw Error(ExitCode::kInterrupted, "interrupted", "nothing was written", "run it again");
  }
}

}  // namespace sohoa
