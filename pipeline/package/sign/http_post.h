#pragma once

#include <string>

#include "pipeline/base/bytes.h"

namespace sohoa {

struct HttpPost {
  std::string url;  // http or https
  std::string content_type;
  std::string accept;
  std::size_t answer_bytes_max = 0;
};

/// The body of a 200 answer, by libcurl: no redirects, 30 s at most. Throws Error (kDependency).
Bytes http_post(const HttpPost& post, ByteView body);

/// An address for messages: without the name and password that may stand in it.
std::string shown_url(const std::string& url);

}  // namespace sohoa
