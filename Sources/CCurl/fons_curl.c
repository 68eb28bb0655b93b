#include "fons_curl.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static pthread_once_t initialized = PTHREAD_ONCE_INIT;

static void initialize(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

static size_t take_header(char *bytes, size_t size, size_t count, void *user) {
  const fons_curl_sinks *sinks = user;
  return sinks->header(sinks->context, bytes, size * count) ? size * count : 0;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *user) {
  const fons_curl_sinks *sinks = user;
  if (size * count == 0) return 0;
  return sinks->body(sinks->context, bytes, size * count) ? size * count : 0;
}

static int take_progress(
    void *user, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d) {
  const fons_curl_sinks *sinks = user;
  (void)a, (void)b, (void)c, (void)d;
  return sinks->proceed(sinks->context) ? 0 : 1;
}

static int take_debug(CURL *curl, curl_infotype type, char *bytes, size_t count, void *user) {
  const fons_curl_sinks *sinks = user;
  (void)curl;
  if (type == CURLINFO_HEADER_OUT) sinks->sent(sinks->context, bytes, count);
  return 0;
}

// The last word on where a connection goes: whatever a name, a redirect or a second answer of the
// resolver says, the address that is connected to passes here.
static curl_socket_t open_socket(void *user, curlsocktype purpose, struct curl_sockaddr *to) {
  const fons_curl_sinks *sinks = user;
  int allowed = 0;
  if (purpose != CURLSOCKTYPE_IPCXN) return CURL_SOCKET_BAD;
  if (to->family == AF_INET) {
    const struct sockaddr_in *v4 = (const void *)&to->addr;
    allowed = sinks->address(sinks->context, (const uint8_t *)&v4->sin_addr, 4);
  } else if (to->family == AF_INET6) {
    const struct sockaddr_in6 *v6 = (const void *)&to->addr;
    allowed = sinks->address(sinks->context, (const uint8_t *)&v6->sin6_addr, 16);
  }
  if (!allowed) return CURL_SOCKET_BAD;
  return socket(to->family, to->socktype, to->protocol);
}

static fons_curl_outcome outcome(CURLcode code) {
  switch (code) {
    case CURLE_OK: return FONS_CURL_DONE;
    case CURLE_COULDNT_RESOLVE_HOST: return FONS_CURL_NO_ADDRESS;
    case CURLE_COULDNT_CONNECT: return FONS_CURL_NO_CONNECTION;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR: return FONS_CURL_NOT_SECURE;
    case CURLE_OPERATION_TIMEDOUT: return FONS_CURL_TIMEOUT;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR: return FONS_CURL_CUT;
    // A connection that is reset, or chunks that make no sense.
    case CURLE_RECV_ERROR: return FONS_CURL_CUT;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_BAD_CONTENT_ENCODING:
    // A line of the header beyond libcurl's own bound.
    case CURLE_OUT_OF_MEMORY:
#if LIBCURL_VERSION_NUM >= 0x080600
    case CURLE_TOO_LARGE:
#endif
    case CURLE_URL_MALFORMAT: return FONS_CURL_MALFORMED;
    case CURLE_WRITE_ERROR:
    case CURLE_ABORTED_BY_CALLBACK: return FONS_CURL_STOPPED;
    default: return FONS_CURL_OTHER;
  }
}

static struct curl_slist *list(const char *const *lines) {
  struct curl_slist *result = NULL;
  if (lines) {
    for (; *lines; lines++) result = curl_slist_append(result, *lines);
  }
  return result;
}

static void set_safety(CURL *curl) {
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
#if LIBCURL_VERSION_NUM >= 0x075500
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  // A proxy would connect for us, to addresses that nobody has looked at.
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
  curl_easy_setopt(curl, CURLOPT_HTTP09_ALLOWED, 0L);
  // HTTP/1.1 and no decoding: the bytes are kept as the server sent them.
  curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
  curl_easy_setopt(curl, CURLOPT_HTTP_TRANSFER_DECODING, 0L);
  curl_easy_setopt(curl, CURLOPT_HTTP_CONTENT_DECODING, 0L);
  curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L);
  curl_easy_setopt(curl, CURLOPT_DNS_CACHE_TIMEOUT, 0L);
}

// A peer that goes away while TLS writes to it raises SIGPIPE, which would end the program: libcurl
// leaves signals alone where it is told that there are threads. It is held back from this thread.
static CURLcode perform_quietly(CURL *curl) {
  sigset_t pipe_signal, before, pending;
  int was_pending;
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  sigpending(&pending);
  was_pending = sigismember(&pending, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
  CURLcode code = curl_easy_perform(curl);
  sigpending(&pending);
  if (!was_pending && sigismember(&pending, SIGPIPE)) {
    int number;
    sigwait(&pipe_signal, &number);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return code;
}

fons_curl_outcome fons_curl_perform(
    const fons_curl_request *request, const fons_curl_sinks *sinks, char *error,
    size_t error_size) {
  char message[CURL_ERROR_SIZE] = "";
  pthread_once(&initialized, initialize);
  if (error_size) error[0] = 0;
  CURL *curl = curl_easy_init();
  if (!curl) return FONS_CURL_OTHER;
  struct curl_slist *headers = list(request->headers);
  struct curl_slist *resolve = list(request->resolve);
  void *user = (void *)sinks;
  set_safety(curl);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, message);
  curl_easy_setopt(curl, CURLOPT_URL, request->url);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  if (resolve) curl_easy_setopt(curl, CURLOPT_RESOLVE, resolve);
  if (request->certificates) curl_easy_setopt(curl, CURLOPT_CAINFO, request->certificates);
  if (request->post) {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->post_size);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request->post);
  }
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, request->total_milliseconds);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, request->slowest_bytes);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, request->slowest_seconds);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, user);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, user);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, user);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, take_progress);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, user);
  curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, take_debug);
  curl_easy_setopt(curl, CURLOPT_DEBUGDATA, user);
  CURLcode code = perform_quietly(curl);
  if (code != CURLE_OK && error_size) {
    snprintf(error, error_size, "%s", message[0] ? message : curl_easy_strerror(code));
  }
  curl_easy_cleanup(curl);
  curl_slist_free_all(headers);
  curl_slist_free_all(resolve);
  return outcome(code);
}

size_t fons_curl_numeric_address(const char *text, uint8_t address[16]) {
  struct in_addr v4;
  if (inet_pton(AF_INET6, text, address) == 1) return 16;
  if (inet_aton(text, &v4)) {
    memcpy(address, &v4, 4);
    return 4;
  }
  return 0;
}
