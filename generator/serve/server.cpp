#include "serve/server.h"

#include <httplib.h>
#include <sys/socket.h>

#include <atomic>
#include <cerrno>
#include <string>
#include <thread>

#include "base/failure.h"
#include "serve/answer.h"

namespace serve {

namespace {

using namespace std::chrono_literals;

constexpr int threads = 96;    ///< each answers one request at a time, or keeps one page told
constexpr int listeners = 64;  ///< pages that are kept told
constexpr int further_ports = 100;
constexpr int waiting_connections = 512;

/// So that two servers never share a port, and one that has just ended leaves its own free.
void claim_alone(int socket) {
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

void set_manners(httplib::Response& response) {
  response.set_header("Cache-Control", "no-store");
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_header("Cross-Origin-Resource-Policy", "same-origin");
}

/// As it is: a text that is given at once is compressed as small as can be, which takes longer than the way. Whether a
/// range lies within it, though, the library looks only then.
void send(const httplib::Request& request, httplib::Response& response, std::string body, const std::string& type) {
  if (body.empty() || !request.ranges.empty()) return response.set_content("", type);
  const auto length = body.size();
  response.set_content_provider(length, type, [bytes = std::move(body)](std::size_t from, std::size_t count, httplib::DataSink& sink) {
    return sink.write(bytes.data() + from, count);
  });
}

void refuse(httplib::Response& response, int status, const char* why) {
  response.status = status;
  response.set_content(std::string(why) + '\n', "text/plain; charset=utf-8");
}

}  // namespace

struct Server::Connections {
  Connections(Stage& shown, base::Tongue of_messages) : stage(shown), tongue(of_messages) {}

  Stage& stage;
  base::Tongue tongue;
  int port = 0;
  std::atomic<int> listening{0};
  httplib::Server http;
  std::thread thread;

  void handle(const httplib::Request& request, httplib::Response& response) {
    set_manners(response);
    if (!is_own_host(request.get_header_value("Host"), port)) return refuse(response, 421, "Misdirected Request");
    if (request.method != "GET" && request.method != "HEAD") {
      response.set_header("Allow", "GET, HEAD");
      return refuse(response, 405, "Method Not Allowed");
    }
    if (request.path == "/.loa/events") return keep_told(request, response);
    auto found = stage.look_at([&](const Edition& edition) { return answer(edition, request.path, tongue); });
    response.status = found.status;
    if (!found.location.empty()) response.set_header("Location", found.location);
    send(request, response, std::move(found.body), found.type);
  }

  /// Server-sent events (HTML standard, 9.2): what is shown now, and again whenever it is something else.
  void keep_told(const httplib::Request& request, httplib::Response& response) {
    if (request.method == "HEAD") return refuse(response, 405, "Method Not Allowed");
    if (++listening > listeners) {
      --listening;
      return refuse(response, 503, "Service Unavailable");
    }
    const auto tell = [this, known = std::uint64_t{0}](std::size_t, httplib::DataSink& sink) mutable {
      const auto now = stage.wait(known, 250ms);
      if (stage.is_closed()) return sink.done(), true;
      if (now == known) return sink.is_writable();
      known = now;
      const std::string event = "retry: 500\ndata: " + stage.look_at([this](const Edition& edition) { return to_json(edition, tongue); }) + "\n\n";
      return sink.write(event.data(), event.size());
    };
    response.set_chunked_content_provider("text/event-stream", tell, [this](bool) { --listening; });
  }
};

Server::Server(Stage& stage, int port, base::Tongue tongue) : connections_(std::make_unique<Connections>(stage, tongue)) {
  auto& http = connections_->http;
  int listener = -1;
  http.set_socket_options([&listener](int socket) { claim_alone(listener = socket); });
  http.new_task_queue = [] { return new httplib::ThreadPool(threads); };
  http.set_tcp_nodelay(true);
  // One request a connection: nobody keeps a thread that has nothing to do.
  http.set_keep_alive_max_count(1);
  http.set_keep_alive_timeout(1);
  http.set_read_timeout(2s);
  http.set_write_timeout(2s);
  http.set_payload_max_length(0);
  // Before all other handlers, whose patterns and files are not needed here.
  http.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    connections_->handle(request, response);
    return httplib::Server::HandlerResponse::Handled;
  });

  for (int tried = port; tried <= port + further_ports && tried <= 65535; ++tried) {
    if (!http.bind_to_port("127.0.0.1", tried)) continue;
    ::listen(listener, waiting_connections);  // the library's own few are not enough for a browser in a hurry
    connections_->port = tried;
    return;
  }
  throw base::Failure(base::Task::listen, "127.0.0.1:" + std::to_string(port), EADDRINUSE);
}

void Server::begin() {
  connections_->thread = std::thread([this] { connections_->http.listen_after_bind(); });
}

Server::~Server() {
  connections_->stage.close();
  if (!connections_->thread.joinable()) return;
  while (!connections_->http.is_running()) std::this_thread::sleep_for(1ms);
  connections_->http.stop();
  connections_->thread.join();
}

int Server::port() const { return connections_->port; }

}  // namespace serve
