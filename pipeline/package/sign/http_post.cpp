#include "pipeline/package/sign/http_post.h"

#include <curl/curl.h>

#include <memory>

#include "pipeline/base/error.h"

namespace sohoa {

namespace {

constexpr long kSecondsMax = 30;
constexpr long kConnectSecondsMax = 10;
constexpr long kHttpOk = 200;

struct Free {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

struct Answer {
  Bytes bytes;
  std::size_t bytes_max = 0;
};

std::size_t take(char* data, std::size_t, std::size_t size, void* answer) {
  auto& taken = *static_cast<Answer*>(answer);
  if (taken.bytes.size() + size > taken.bytes_max) return 0;
  taken.bytes.insert(taken.bytes.end(), data, data + size);
  return size;
}

Error failed(const std::string& url, const std::string& reason) {
  return Error(ExitCode::kDependency, shown_url(url), reason, "check the address and the network");
}

}  // namespace

std::string shown_url(const std::string& url) {
  const std::size_t scheme = url.find("://");
  const std::size_t host = scheme == std::string::npos ? 0 : scheme + 3;
  const std::size_t at = url.substr(0, url.find_first_of("/?#", host)).rfind('@');
  return at == std::string::npos || at < host ? url : url.substr(0, host) + url.substr(at + 1);
}

Bytes http_post(const HttpPost& post, ByteView body) {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  const std::unique_ptr<CURL, Free> curl(curl_easy_init());
  if (ready != CURLE_OK || !curl) throw failed(post.url, "libcurl does not start");
  std::unique_ptr<curl_slist, Free> headers(
      curl_slist_append(nullptr, ("Content-Type: " + post.content_type).c_str()));
  curl_slist_append(headers.get(), ("Accept: " + post.accept).c_str());
  Answer answer{{}, post.answer_bytes_max};
  CURL* c = curl.get();
  curl_easy_setopt(c, CURLOPT_URL, post.url.c_str());
  curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(c, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(c, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
  curl_easy_setopt(c, CURLOPT_POSTFIELDS, reinterpret_cast<const char*>(body.data()));
  curl_easy_setopt(c, CURLOPT_TIMEOUT, kSecondsMax);
  curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, kConnectSecondsMax);
  curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(c, CURLOPT_WRITEDATA, &answer);
  const CURLcode code = curl_easy_perform(c);
  if (code != CURLE_OK) {
    throw failed(post.url, std::string("does not answer (") + curl_easy_strerror(code) + ")");
  }
  long status = 0;
  curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &status);
  if (status != kHttpOk) throw failed(post.url, "answers with status " + std::to_string(status));
  return std::move(answer.bytes);
}

}  // namespace sohoa
