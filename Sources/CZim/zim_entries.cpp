#include "zim_entries.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

namespace {

/// The bytes of a file, or of the parts `…aa`, `…ab` and so on, as one.
class Bytes {
public:
  explicit Bytes(const std::string &path) {
    if (add(path)) return;
    for (char first = 'a'; first <= 'z'; ++first)
      for (char second = 'a'; second <= 'z'; ++second)
        if (!add(path + first + second)) return;
  }
  ~Bytes() {
    for (const Part &part : parts) close(part.file);
  }
  Bytes(const Bytes &) = delete;
  Bytes &operator=(const Bytes &) = delete;

  /// Little-endian numbers of `size` bytes; false where the bytes end before.
  bool read(uint64_t offset, size_t size, uint64_t &value) const {
    uint8_t bytes[8];
    if (!read(offset, bytes, size)) return false;
    value = 0;
    for (size_t index = size; index > 0; --index) value = value << 8 | bytes[index - 1];
    return true;
  }

private:
  struct Part {
    int file;
    uint64_t start, end;
  };
  std::vector<Part> parts;

  bool add(const std::string &path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    struct stat about;
    if (fstat(file, &about) != 0 || !S_ISREG(about.st_mode)) {
      close(file);
      return false;
    }
    const uint64_t start = parts.empty() ? 0 : parts.back().end;
    parts.push_back({file, start, start + static_cast<uint64_t>(about.st_size)});
    return true;
  }

  bool read(uint64_t offset, uint8_t *bytes, size_t size) const {
    for (const Part &part : parts) {
      if (offset < part.start || offset >= part.end) continue;
      const size_t here = static_cast<size_t>(std::min<uint64_t>(size, part.end - offset));
      if (pread(part.file, bytes, here, static_cast<off_t>(offset - part.start)) !=
          static_cast<ssize_t>(here))
        return false;
      return here == size || read(part.end, bytes + here, size - here);
    }
    return false;
  }
};

constexpr uint64_t kRedirect = 0xFFFF, kLink = 0xFFFE, kDeleted = 0xFFFD;
constexpr uint64_t kLast = 0xFFFFFFFF;

} // namespace

bool names_last_content(const std::string &path) {
  const Bytes bytes(path);
  uint64_t count, table;
  if (!bytes.read(24, 4, count) || !bytes.read(32, 8, table)) return false;
  for (uint64_t index = 0; index < count; ++index) {
    uint64_t entry, type, content;
    if (table > UINT64_MAX - 8 * count || !bytes.read(table + 8 * index, 8, entry)) return false;
    if (!bytes.read(entry, 2, type) || type == kRedirect || type == kLink || type == kDeleted)
      continue;
    if (entry <= UINT64_MAX - 12 && bytes.read(entry + 12, 4, content) && content == kLast)
      return true;
  }
  return false;
}
