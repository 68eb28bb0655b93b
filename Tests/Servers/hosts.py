"""Servers of our own on loopback: pages as they are told, bytes as they are told, and names."""
import socket
import socketserver
import struct
import threading
import http.server


class Pages:
    """Serves pages: path → (status, headers, body). It counts what it is asked for."""

    def __init__(self, pages, host="127.0.0.1", context=None, delay=None):
        asked = self.asked = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *arguments):
                pass

            def do_GET(self):
                asked.append(self.path)
                if delay:
                    delay(self.path)
                status, headers, body = pages(self.path) if callable(pages) else pages.get(
                    self.path, (404, {}, b"no such page"))
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 256

            def handle_error(self, *arguments):
                pass

        self.server = Server((host, 0), Handler)
        if context:
            # The handshake in the thread of the connection: one that fails must not stop the server.
            self.server.socket = context.wrap_socket(
                self.server.socket, server_side=True, do_handshake_on_connect=False)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


class Raw:
    """Hands each connection to a function, with the first line of the request; on all of 127/8."""

    def __init__(self, serve, host="0.0.0.0"):
        connections = self.connections = []

        class Handler(socketserver.BaseRequestHandler):
            def handle(self):
                connections.append(self.client_address)
                try:
                    data = b""
                    while b"\r\n\r\n" not in data and (more := self.request.recv(65536)):
                        data += more
                    serve(self.request, data.split(b"\r\n")[0].decode("latin-1"))
                except OSError:
                    pass

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True
            request_queue_size = 256
            address_family = socket.AF_INET6 if ":" in host else socket.AF_INET

            def handle_error(self, *arguments):
                pass

        self.server = Server((host, 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


class Names:
    """A name server that answers every question of a name with the next of its numbers."""

    def __init__(self, numbers, host="127.9.9.9"):
        self.asked = []
        self.numbers = numbers
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind((host, 53))
        self.host = host
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                data, client = self.socket.recvfrom(4096)
            except OSError:
                return
            name, at = [], 12
            while data[at]:
                name.append(data[at + 1:at + 1 + data[at]].decode("latin-1"))
                at += data[at] + 1
            kind = struct.unpack(">H", data[at + 1:at + 3])[0]
            question = data[12:at + 5]
            numbers = self.numbers.get(".".join(name), [])
            wanted = [each for each in numbers if (":" in each) == (kind == 28)]
            if kind not in (1, 28):
                wanted = []
            self.asked.append((".".join(name), kind))
            if len(wanted) > 1:
                wanted = [wanted[(self.asked.count((".".join(name), kind)) - 1) % len(wanted)]]
            family = socket.AF_INET6 if kind == 28 else socket.AF_INET
            answer = b"".join(
                b"\xc0\x0c" + struct.pack(">HHIH", kind, 1, 0, 16 if kind == 28 else 4)
                + socket.inet_pton(family, each) for each in wanted)
            code = 0x8180 if numbers else 0x8183
            self.socket.sendto(
                data[:2] + struct.pack(">HHHHH", code, 1, len(wanted), 0, 0) + question + answer, client)

    def stop(self):
        self.socket.close()
