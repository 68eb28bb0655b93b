// libcurl behind one function: its options and callbacks have variable arguments, which Swift cannot
// pass.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What became of an exchange.
typedef enum {
  FONS_CURL_DONE = 0,
  /// No address is known for the name.
  FONS_CURL_NO_ADDRESS,
  /// No connection could be made.
  FONS_CURL_NO_CONNECTION,
  /// The certificate or the handshake failed.
  FONS_CURL_NOT_SECURE,
  FONS_CURL_TIMEOUT,
  /// The connection ended before the answer did.
  FONS_CURL_CUT,
  /// The answer breaks the protocol.
  FONS_CURL_MALFORMED,
  /// A callback said to stop.
  FONS_CURL_STOPPED,
  FONS_CURL_OTHER
} fons_curl_outcome;

/// One request over a connection of its own; no redirect is followed, nothing is decoded.
typedef struct {
  const char *url;
  /// NULL for GET.
  const void *post;
  size_t post_size;
  /// Lines of the header; NULL ends them.
  const char *const *headers;
  /// Lines `host:port:address[,address]` that take the place of the resolver's answer; NULL ends them.
  const char *const *resolve;
  /// File of certificates to trust; NULL for the system's.
  const char *certificates;
  long connect_milliseconds;
  long total_milliseconds;
  /// Fewer bytes a second than this, for so many seconds, end the exchange.
  long slowest_bytes;
  long slowest_seconds;
} fons_curl_request;

/// Who takes what comes. Each returns 0 to stop.
typedef struct {
  void *context;
  /// The header as it was sent.
  int (*sent)(void *context, const char *bytes, size_t count);
  /// A line of the answer's header, or a part of its body in the coding in which it came.
  int (*header)(void *context, const char *bytes, size_t count);
  int (*body)(void *context, const char *bytes, size_t count);
  /// Asked before each connection, with the address that it goes to: 4 or 16 bytes.
  int (*address)(void *context, const uint8_t *address, size_t count);
  /// Asked about once a second.
  int (*proceed)(void *context);
} fons_curl_sinks;

/// - Parameter error: what libcurl says, where the outcome is not FONS_CURL_DONE.
fons_curl_outcome fons_curl_perform(
    const fons_curl_request *request, const fons_curl_sinks *sinks, char *error, size_t error_size);

/// Bytes of an address in any notation that the system's resolver takes for a number: dotted,
/// decimal, octal, hexadecimal, shortened, IPv6. 4, 16, or 0 where the text is a name.
size_t fons_curl_numeric_address(const char *text, uint8_t address[16]);

#ifdef __cplusplus
}
#endif
