#include "pipeline/package/pdf/pdf_store.h"

#include <algorithm>
#include <qpdf/Pipeline.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>
#include <vector>

#include "pipeline/base/digest.h"
#include "pipeline/base/error.h"
#include "pipeline/base/spool.h"

namespace sohoa {

class SpooledStreams : public QPDFObjectHandle::StreamDataProvider {
 public:
  explicit SpooledStreams(const std::filesystem::path& folder) : spool_(folder) {}

  void add(QPDFObjGen id, ByteView bytes) { pieces_[id] = spool_.append(bytes); }

  void provideStreamData(QPDFObjGen const& id, Pipeline* pipeline) override {
    constexpr std::uint64_t kChunkBytes = 1 << 18;
    const Spool::Piece piece = pieces_.at(id);
    std::vector<std::uint8_t> chunk(std::min(piece.size, kChunkBytes));
    for (std::uint64_t done = 0; done < piece.size;) {
      const std::size_t wanted = std::min<std::uint64_t>(chunk.size(), piece.size - done);
      const std::size_t got = spool_.read_at(piece.offset + done, std::span(chunk).first(wanted));
      if (got == 0) throw output_error("temporary file", EIO);
      pipeline->write(chunk.data(), got);
      done += got;
    }
    pipeline->finish();
  }

 private:
  Spool spool_;
  std::map<QPDFObjGen, Spool::Piece> pieces_;
};

namespace {

Bytes deflated(ByteView bytes) {
  Pl_Buffer result("deflated");
  Pl_Flate flate("deflate", &result, Pl_Flate::a_deflate);
  flate.write(bytes.data(), bytes.size());
  flate.finish();
  const std::shared_ptr<Buffer> buffer = result.getBufferSharedPointer();
  return Bytes(buffer->getBuffer(), buffer->getBuffer() + buffer->getSize());
}

std::string identity(const char* kind, const QPDFObjectHandle& dictionary,
                     const std::string& sha256) {
  return kind + QPDFObjectHandle(dictionary).unparse() + sha256;
}

}  // namespace

PdfStore::PdfStore(PdfVersion version, const std::filesystem::path& spool_folder)
    : version_(version), streams_(std::make_shared<SpooledStreams>(spool_folder)) {
  document_.setSuppressWarnings(true);
  document_.emptyPDF();
}

PdfStore::~PdfStore() = default;

QPDFObjectHandle PdfStore::stream(QPDFObjectHandle dictionary, ByteView bytes) {
  QPDFObjectHandle stream = document_.newStream();
  streams_->add(stream.getObjGen(), bytes);
  QPDFObjectHandle filter = dictionary.getKey("/Filter");
  QPDFObjectHandle parameters = dictionary.getKey("/DecodeParms");
  stream.replaceDict(dictionary);
  stream.replaceStreamData(streams_, filter, parameters);
  if (filter.isNull()) stream.setFilterOnWrite(false);
  return stream;
}

QPDFObjectHandle PdfStore::deflated_stream(QPDFObjectHandle dictionary, ByteView bytes) {
  dictionary.replaceKey("/Filter", QPDFObjectHandle::newName("/FlateDecode"));
  return stream(dictionary, deflated(bytes));
}

QPDFObjectHandle PdfStore::shared_stream(const QPDFObjectHandle& dictionary, ByteView bytes,
                                         const std::string& sha256) {
  QPDFObjectHandle& known = shared_[identity("as is ", dictionary, sha256)];
  if (!known.isInitialized()) known = stream(dictionary, bytes);
  return known;
}

QPDFObjectHandle PdfStore::shared_deflated_stream(const QPDFObjectHandle& dictionary,
                                                  ByteView bytes) {
  QPDFObjectHandle& known = shared_[identity("deflated ", dictionary, sha256_of(bytes))];
  if (!known.isInitialized()) known = deflated_stream(dictionary, bytes);
  return known;
}

}  // namespace sohoa
