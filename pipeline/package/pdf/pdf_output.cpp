#include "pipeline/package/pdf/pdf_output.h"

#include <exception>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFWriter.hh>

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

/// Remembers the first failure and swallows what follows: libqpdf finishes pipelines in
/// destructors, where an exception would end the process.
class TakenPipeline : public Pipeline {
 public:
  explicit TakenPipeline(const std::function<void(ByteView)>& take)
      : Pipeline("taken", nullptr), take_(take) {
    buffer_.reserve(kBufferBytes);
  }

  void write(unsigned char const* data, size_t size) override {
    if (buffer_.size() + size > kBufferBytes) flush();
    if (size >= kBufferBytes) return give({data, size});
    buffer_.insert(buffer_.end(), data, data + size);
  }
  void finish() override { flush(); }

  void rethrow_failure() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  static constexpr std::size_t kBufferBytes = 1 << 16;

  void flush() {
    give(buffer_);
    buffer_.clear();
  }

  void give(ByteView bytes) {
    if (failure_ || bytes.empty()) return;
    try {
      take_(bytes);
    } catch (...) {
      failure_ = std::current_exception();
    }
  }

  const std::function<void(ByteView)>& take_;
  std::exception_ptr failure_;
  Bytes buffer_;
};

void write_through(QPDF& document, PdfVersion version, Pipeline& pipeline) {
  const bool plain = version == PdfVersion::k14;
  QPDFWriter writer(document);
  writer.setOutputPipeline(&pipeline);
  writer.setMinimumPDFVersion(plain ? "1.4" : "1.7");
  writer.setObjectStreamMode(plain ? qpdf_o_disable : qpdf_o_generate);
  writer.setDecodeLevel(qpdf_dl_none);
  writer.setNewlineBeforeEndstream(true);
  writer.setDeterministicID(true);
  writer.write();
}

}  // namespace

void write_pdf(QPDF& document, PdfVersion version, const std::string& name,
               const std::function<void(ByteView)>& take) {
  TakenPipeline pipeline(take);
  try {
    write_through(document, version, pipeline);
  } catch (const Error&) {
    throw;
  } catch (const std::exception& failure) {
    throw Error(ExitCode::kOutput, name, failure.what(), "free some space and run it again");
  }
  pipeline.finish();
  pipeline.rethrow_failure();
}

}  // namespace sohoa
