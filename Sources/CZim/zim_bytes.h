// The bytes of a ZIM file, for what has to be known before libzim reads it.
#pragma once
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

/// The bytes of a file, or of the parts `…aa`, `…ab` and so on, as one.
class ZimBytes {
public:
  explicit ZimBytes(const std::string &path) {
    if (add(path)) return;
    for (char first = 'a'; first <= 'z'; ++first)
      for (char second = 'a'; second <= 'z'; ++second)
        if (!add(path + first + second)) return;
  }
  ~ZimBytes() {
    for (const Part &part : parts) close(part.file);
  }
  ZimBytes(const ZimBytes &) = delete;
  ZimBytes &operator=(const ZimBytes &) = delete;

  /// Little-endian numbers of `size` bytes; false where the bytes end before.
  bool read(uint64_t offset, size_t size, uint64_t &value) const {
    uint8_t bytes[8];
    if (!read(offset, bytes, size)) return false;
    value = 0;
    for (size_t index = size; index > 0; --index) value = value << 8 | bytes[index - 1];
    return true;
  }

  uint64_t size() const { return parts.empty() ? 0 : parts.back().end; }

  /// All of `size` bytes; false where there are fewer.
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

  /// As many of `size` bytes as there are.
  size_t read_some(uint64_t offset, uint8_t *bytes, size_t size) const {
    while (size > 0 && !read(offset, bytes, size)) size = size > 1 ? size / 2 : 0;
    return size;
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
};
