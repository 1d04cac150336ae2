#include <algorithm>
#include <ctime>

#include "cli/commands.h"
#include "cli/each_file.h"
#include "cli/json_lines.h"
#include "cli/report_printer.h"
#include "models/record/json.h"
#include "pipeline/package/package_kind.h"
#include "pipeline/package/sign_record/record_signatures.h"

namespace sohoa {

namespace {

std::string coverage_words(SignatureCoverage coverage) {
  switch (coverage) {
    case SignatureCoverage::kWholeFile:
      return "covers the whole file";
    case SignatureCoverage::kEarlierRevision:
      return "covers an earlier revision, only signatures were added since";
    case SignatureCoverage::kChangedSince:
      return "the file was changed since";
    case SignatureCoverage::kUnknown:
      break;
  }
  return "covers nothing that can be told";
}

std::string sentence(const std::string& file, const Signature& one) {
  std::string text = file + ": " + one.field + ": " + (one.intact ? "intact" : "BROKEN");
  text += ", " + coverage_words(one.coverage) + "; " + one.kind + " " + one.digest;
  text += "; by " + (one.signer.empty() ? "nobody that is named" : one.signer);
  if (!one.issuer.empty()) text += " (" + one.issuer + ")";
  if (!one.trusted) text += ", not known to be trusted";
  if (!one.stamped_time.empty()) {
    text += "; " + one.stamped_time + " by the stamp of " + one.time_authority;
  } else if (!one.stated_time.empty()) {
    text += "; " + one.stated_time + " by the signer's word";
  }
  if (one.page > 0) text += "; shown on page " + std::to_string(one.page) + " " + one.corner;
  return text;
}

/// What is only for the record stands in the sentence already.
std::vector<Finding> without_information(std::vector<Finding> findings) {
  std::erase_if(findings,
                [](const Finding& finding) { return finding.severity == Severity::kInfo; });
  return findings;
}

void print_sentences(const SignatureReport& report, LogLevel level) {
  for (const Signature& one : report.signatures) {
    if (level != LogLevel::kQuiet) print_line(sentence(report.file, one));
    list_findings(without_information(one.findings));
  }
  list_findings(report.findings);
}

/// Whether a root is trusted is asked only where roots were named; everything else counts.
bool wants_attention(const SignatureReport& report) {
  const auto counts = [](const Finding& finding) {
    if (finding.severity == Severity::kError) return true;
    const bool of_trust =
        finding.code == "signature.untrusted" || finding.code == "signature.time-untrusted";
    return finding.severity == Severity::kWarning && !of_trust;
  };
  std::vector<Finding> all = report.findings;
  for (const Signature& one : report.signatures) {
    all.insert(all.end(), one.findings.begin(), one.findings.end());
  }
  return !report.valid() || std::any_of(all.begin(), all.end(), counts);
}

/// Of a package each finding names it too.
void name_package(const std::filesystem::path& package, SignatureReport& report) {
  const std::string name = package.string() + ' ';
  report.file.insert(0, name);
  for (Finding& finding : report.findings) finding.subject.insert(0, name);
  for (Signature& one : report.signatures) {
    for (Finding& finding : one.findings) finding.subject.insert(0, name);
  }
}

std::vector<SignatureReport> reports_of(const std::filesystem::path& file,
                                        const VerifySettings& settings) {
  if (!begins_like_zip(file)) return {verify_signatures(file, settings)};
  std::vector<SignatureReport> reports = verify_record_signatures(file, settings);
  for (SignatureReport& report : reports) name_package(file, report);
  return reports;
}

}  // namespace

ExitCode run_verify(const VerifyCommand& command) {
  const VerifySettings settings{command.trust, std::time(nullptr)};
  return for_each_file("verify", command.files, command.talk, [&](const auto& file) {
    ExitCode code = ExitCode::kDone;
    for (const SignatureReport& report : reports_of(file, settings)) {
      if (command.talk.json) {
        print_json_line(json_of(report));
      } else {
        print_sentences(report, command.talk.level);
      }
      if (wants_attention(report)) code = ExitCode::kAttention;
    }
    return code;
  });
}

}  // namespace sohoa
