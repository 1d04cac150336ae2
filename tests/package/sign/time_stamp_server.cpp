#include "tests/package/sign/time_stamp_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/file.h"
#include "pipeline/base/process.h"

namespace sohoa::test {

namespace {

constexpr std::size_t kEndlessBytes = 1 << 20;

const char* const kConfiguration = R"([tsa]
default_tsa = one
[one]
serial = FOLDER/serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
)";

std::string replaced(std::string text, const std::string& old_part, const std::string& new_part) {
  const std::size_t at = text.find(old_part);
  return text.replace(at, old_part.size(), new_part);
}

/// Reads a request; returns its body.
std::string read_request(int connection) {
  std::string text;
  char piece[4096];
  while (true) {
    const std::size_t end = text.find("\r\n\r\n");
    const std::size_t length = text.find("Content-Length: ");
    if (end != std::string::npos && length != std::string::npos) {
      const std::size_t size = std::stoul(text.substr(length + 16));
      if (text.size() >= end + 4 + size) return text.substr(end + 4, size);
    }
    const ssize_t got = ::read(connection, piece, sizeof piece);
    if (got <= 0) return "";
    text.append(piece, static_cast<std::size_t>(got));
  }
}

void send_all(int connection, const std::string& text) {
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t sent = ::send(connection, text.data() + done, text.size() - done, MSG_NOSIGNAL);
    if (sent <= 0) return;
    done += static_cast<std::size_t>(sent);
  }
}

}  // namespace

bool has_openssl() { return !find_program("openssl").empty(); }

TimeStampServer::TimeStampServer(const Authority& authority, const std::filesystem::path& folder,
                                 Mood mood)
    : folder_(folder / "tsa"), mood_(mood) {
  std::filesystem::create_directory(folder_);
  const KeyFiles files = authority.issue(
      {"Test time stamps", KeyType::kRsa2048, CertificateUse::kTimeStamping, -1, 365});
  std::filesystem::copy_file(files.key, folder_ / "key.pem");
  std::filesystem::copy_file(files.certificate, folder_ / "certificate.pem");
  write_file(folder_ / "ts.cnf", as_bytes(replaced(kConfiguration, "FOLDER", folder_.string())));
  write_file(folder_ / "serial", as_bytes("01\n"));
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  ::bind(listener_, reinterpret_cast<sockaddr*>(&address), size);
  ::listen(listener_, 4);
  ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

TimeStampServer::~TimeStampServer() {
  ::shutdown(listener_, SHUT_RDWR);
  thread_.join();
  ::close(listener_);
}

std::string TimeStampServer::url() const {
  return "http://127.0.0.1:" + std::to_string(port_) + "/tsr";
}

void TimeStampServer::serve() {
  while (true) {
    const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) return;
    const std::string body = answer_to(read_request(connection));
    const std::string status = mood_ == Mood::kRefuses ? "503 Busy" : "200 OK";
    send_all(connection, "HTTP/1.1 " + status +
                             "\r\nContent-Type: application/timestamp-reply\r\nContent-Length: " +
                             std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
    ::close(connection);
  }
}

std::string TimeStampServer::answer_to(const std::string& query) const {
  if (mood_ == Mood::kGarbage) return "no time stamp";
  if (mood_ == Mood::kEndless) return std::string(kEndlessBytes, '0');
  write_file(folder_ / "query", as_bytes(query));
  run_process({"openssl", "ts", "-reply", "-config", (folder_ / "ts.cnf").string(), "-section",
               "one", "-queryfile", (folder_ / "query").string(), "-signer",
               (folder_ / "certificate.pem").string(), "-inkey", (folder_ / "key.pem").string(),
               "-out", (folder_ / "reply").string()},
              {});
  return std::string(as_text(read_file(folder_ / "reply")));
}

}  // namespace sohoa::test
