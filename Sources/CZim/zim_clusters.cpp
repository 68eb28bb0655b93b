#include "zim_clusters.h"

#include <lzma.h>
#include <zstd.h>

#include <memory>

namespace {

constexpr size_t kChunk = 64 << 10;

/// One stream of compressed data, from a place in the file on.
class Decoder {
public:
  explicit Decoder(uint64_t from) : offset(from) {}
  virtual ~Decoder() = default;

  /// The next bytes; 0 where there are no more, or none that make sense.
  size_t next(const ZimBytes &bytes, uint8_t *out, size_t size) {
    while (true) {
      if (at == held) {
        held = bytes.read_some(offset, input, kChunk);
        offset += held;
        at = 0;
        if (held == 0) return 0;
      }
      size_t made = 0;
      const bool goes_on = run(input, at, held, out, size, made);
      if (made > 0 || !goes_on) return made;
    }
  }

private:
  uint64_t offset;
  uint8_t input[kChunk];
  size_t at = 0, held = 0;

  /// Takes input from `at` on; false at the end and after an error.
  virtual bool run(
      const uint8_t *input, size_t &at, size_t held, uint8_t *out, size_t size, size_t &made) = 0;
};

class LzmaDecoder : public Decoder {
public:
  explicit LzmaDecoder(uint64_t from) : Decoder(from) {
    isReady = lzma_stream_decoder(&stream, 256 << 20, 0) == LZMA_OK;
  }
  ~LzmaDecoder() override { lzma_end(&stream); }

private:
  lzma_stream stream = LZMA_STREAM_INIT;
  bool isReady;

  bool run(const uint8_t *input, size_t &at, size_t held, uint8_t *out, size_t size,
           size_t &made) override {
    if (!isReady) return false;
    stream.next_in = input + at;
    stream.avail_in = held - at;
    stream.next_out = out;
    stream.avail_out = size;
    isReady = lzma_code(&stream, LZMA_RUN) == LZMA_OK;
    at = held - stream.avail_in;
    made = size - stream.avail_out;
    return isReady;
  }
};

class ZstdDecoder : public Decoder {
public:
  explicit ZstdDecoder(uint64_t from) : Decoder(from), context(ZSTD_createDCtx()) {}
  ~ZstdDecoder() override { ZSTD_freeDCtx(context); }

private:
  ZSTD_DCtx *context;

  bool run(const uint8_t *input, size_t &at, size_t held, uint8_t *out, size_t size,
           size_t &made) override {
    ZSTD_inBuffer from{input, held, at};
    ZSTD_outBuffer to{out, size, 0};
    const size_t status = ZSTD_decompressStream(context, &to, &from);
    at = from.pos;
    made = to.pos;
    return status != 0 && !ZSTD_isError(status);
  }
};

/// Reads the numbers at the beginning of a cluster: where each of its contents begins, and where the last
/// one ends.
class Offsets {
public:
  explicit Offsets(size_t width) : width(width) {}

  void take(const uint8_t *bytes, size_t size) {
    for (size_t index = 0; index < size && !isOver(); ++index) {
      number |= static_cast<uint64_t>(bytes[index]) << 8 * filled;
      if (++filled < width) continue;
      if (seen == 0) first = number;
      last = std::max(last, number);
      seen += width;
      number = 0;
      filled = 0;
    }
  }

  /// Whether all of them were read: the first says where they end.
  bool isOver() const { return seen > 0 && seen >= first; }
  uint64_t end() const { return std::max(first, last); }

private:
  size_t width, filled = 0;
  uint64_t number = 0, seen = 0, first = 0, last = 0;
};

} // namespace

ZimClusters::ZimClusters(const ZimBytes &bytes) : bytes(bytes) {
  if (!bytes.read(28, 4, count) || !bytes.read(48, 8, table) || table > UINT64_MAX - 8 * count)
    count = 0;
}

bool ZimClusters::can_be_read(uint32_t cluster) {
  uint64_t start;
  // What libzim cannot find it says so itself.
  if (cluster >= count || !bytes.read(table + 8 * uint64_t(cluster), 8, start)) return true;
  const auto found = known.find(start);
  if (found != known.end()) return found->second;
  return known[start] = is_whole(start);
}

bool ZimClusters::is_whole(uint64_t start) {
  uint64_t kind;
  if (!bytes.read(start, 1, kind)) return true;
  constexpr uint64_t kLzma = 4, kZstd = 5, kExtended = 0x10;
  std::unique_ptr<Decoder> decoder;
  if ((kind & 0xF) == kLzma) decoder = std::make_unique<LzmaDecoder>(start + 1);
  if ((kind & 0xF) == kZstd) decoder = std::make_unique<ZstdDecoder>(start + 1);
  if (!decoder) return true;
  Offsets offsets(kind & kExtended ? 8 : 4);
  std::vector<uint8_t> out(kChunk);
  uint64_t total = 0;
  while (!offsets.isOver() || total < offsets.end()) {
    const size_t size = decoder->next(bytes, out.data(), out.size());
    if (size == 0) return false;
    offsets.take(out.data(), size);
    total += size;
    made += size;
    // As with other archives: what grows more than 2,000-fold beyond 1 GB is a bomb.
    if (made > 1 << 30 && made / 2000 > bytes.size()) return false;
  }
  return true;
}
