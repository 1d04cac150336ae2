#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace sohoa {

inline constexpr std::size_t kPdfStreamBytesMax = 64u << 20;

/// Decoded data of a stream, at most kPdfStreamBytesMax of it, or `bytes_max`; empty when it cannot
/// be decoded. Images coded by DCT and the like stay coded.
std::string decoded_data(QPDFObjectHandle stream, std::size_t bytes_max = kPdfStreamBytesMax);

/// The same with the last filter left: what an image's codec gets.
std::string encoded_data(QPDFObjectHandle stream, std::size_t bytes_max = kPdfStreamBytesMax);

/// A page's content streams, one after the other, bounded alike.
std::string content_of_page(QPDFObjectHandle page);

}  // namespace sohoa
