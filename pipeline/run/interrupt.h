#pragma once

namespace sohoa {

/// From then on a write to a closed pipe, or beyond a limit, fails instead of ending the process
/// (SIGPIPE, SIGXFSZ).
void report_failed_writes();

/// From then on SIGINT and SIGTERM ask the job to stop: workers end after their page, nothing is
/// written, and the job throws Error (kInterrupted). Other commands simply end: what they write
/// has no name until it is whole.
void stop_on_signals();

/// Throws Error (kInterrupted) once a signal has asked to stop.
void throw_if_interrupted();

}  // namespace sohoa
