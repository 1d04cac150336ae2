#include "pipeline/package/pdf_output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFWriter.hh>

#include "pipeline/base/bytes.h"
#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"

namespace sohoa {

namespace {

/// Remembers the first failure and swallows what follows: libqpdf finishes pipelines in
/// destructors, where an exception would end the process.
class FilePipeline : public Pipeline {
 public:
  explicit FilePipeline(int descriptor) : Pipeline("file", nullptr), descriptor_(descriptor) {
    buffer_.reserve(kBufferBytes);
  }

  void write(unsigned char const* data, size_t size) override {
    if (buffer_.size() + size > kBufferBytes) flush();
    if (size >= kBufferBytes) return write_out({data, size});
    buffer_.insert(buffer_.end(), data, data + size);
  }
  void finish() override { flush(); }

  int error_number() const { return error_number_; }

 private:
  static constexpr std::size_t kBufferBytes = 1 << 16;

  void flush() {
    write_out(buffer_);
    buffer_.clear();
  }

  void write_out(ByteView bytes) {
    if (error_number_ == 0) error_number_ = write_all(descriptor_, bytes);
  }

  int descriptor_;
  int error_number_ = 0;
  Bytes buffer_;
};

void write_through(QPDF& document, Pipeline& pipeline) {
  QPDFWriter writer(document);
  writer.setOutputPipeline(&pipeline);
  writer.setMinimumPDFVersion("1.7");
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setDecodeLevel(qpdf_dl_none);
  writer.setNewlineBeforeEndstream(true);
  writer.setDeterministicID(true);
  writer.write();
}

}  // namespace

void write_pdf(QPDF& document, const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (file.number() < 0) throw output_error(path.string(), errno);
  FilePipeline pipeline(file.number());
  try {
    write_through(document, pipeline);
  } catch (const Error&) {
    throw;
  } catch (const std::exception& failure) {
    throw Error(ExitCode::kOutput, path.string(), failure.what(),
                "free some space and run it again");
  }
  pipeline.finish();
  if (pipeline.error_number() != 0) throw output_error(path.string(), pipeline.error_number());
}

}  // namespace sohoa
