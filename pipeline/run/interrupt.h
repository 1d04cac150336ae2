#pragma once

namespace sohoa {

/// From then on SIGINT and SIGTERM ask the job to stop: workers end after their page, nothing is
/// written, and the job throws Error (kInterrupted). SIGPIPE is ignored: a write fails instead.
void stop_on_signals();

/// Throws Error (kInterrupted) once a signal has asked to stop.
void throw_if_interrupted();

}  // namespace sohoa
