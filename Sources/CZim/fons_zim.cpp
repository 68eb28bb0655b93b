#include "fons_zim.h"

#include "zim_entries.h"

#include <cstdio>
#include <exception>
#include <iostream>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>

#include <zim/archive.h>
#include <zim/blob.h>
#include <zim/entry.h>
#include <zim/item.h>

struct fons_zim {
  fons_zim(const char *path, std::unique_ptr<ZimEntries> &&found)
      : archive(path), entries(std::move(found)) {
    const auto readable = archive.iterByPath();
    if (readable.size() > 0) {
      first = (*readable.begin()).getIndex();
      last = first + static_cast<zim::entry_index_type>(readable.size());
    }
  }

  zim::Archive archive;
  std::unique_ptr<ZimEntries> entries;
  /// Entries that readers see, by their index in the order of paths.
  zim::entry_index_type first = 0, last = 0;
  std::optional<zim::Entry> entry;
  zim::Blob blob;
  std::string path, title, target, target_title, mimetype, metadata;
};

namespace {

void say(char *error, size_t size, const char *reason) {
  if (size > 0) std::snprintf(error, size, "%s", reason);
}

/// libzim writes a backtrace to the standard error for each damaged file; while one of these lives,
/// it writes to nothing.
class Silence {
public:
  Silence() {
    const std::lock_guard<std::mutex> lock(mutex);
    if (count++ == 0) kept = std::cerr.rdbuf(nullptr);
  }
  ~Silence() {
    const std::lock_guard<std::mutex> lock(mutex);
    if (--count == 0) std::cerr.rdbuf(kept);
  }
  Silence(const Silence &) = delete;
  Silence &operator=(const Silence &) = delete;

private:
  static std::mutex mutex;
  static int count;
  static std::streambuf *kept;
};
std::mutex Silence::mutex;
int Silence::count = 0;
std::streambuf *Silence::kept = nullptr;

/// Runs `body`; what it throws becomes a reason.
template <typename Result, typename Body>
Result guarded(Result failure, char *error, size_t size, Body body) {
  const Silence silence;
  try {
    return body();
  } catch (const std::exception &thrown) {
    say(error, size, thrown.what());
  } catch (...) {
    say(error, size, "unknown error");
  }
  return failure;
}

} // namespace

extern "C" {

fons_zim *fons_zim_open(const char *path, char *error, size_t error_size) {
  return guarded<fons_zim *>(nullptr, error, error_size, [&] {
    auto entries = std::make_unique<ZimEntries>(path);
    if (const char *reason = entries->reason_to_refuse()) throw std::runtime_error(reason);
    return new fons_zim(path, std::move(entries));
  });
}

void fons_zim_close(fons_zim *archive) { delete archive; }

uint32_t fons_zim_count(const fons_zim *archive) { return archive->last - archive->first; }

uint32_t fons_zim_check(fons_zim *archive) {
  uint32_t failed = 0;
  for (uint32_t kind = 0; kind < static_cast<uint32_t>(zim::IntegrityCheck::COUNT); ++kind) {
    const bool isWhole = guarded<bool>(false, nullptr, 0, [&] {
      return archive->archive.checkIntegrity(static_cast<zim::IntegrityCheck>(kind));
    });
    if (!isWhole) failed |= 1u << kind;
  }
  return failed;
}

const char *fons_zim_metadata(fons_zim *archive, const char *name) {
  return guarded<const char *>(nullptr, nullptr, 0, [&] {
    // It may be a redirect to any content.
    const zim::Item item = archive->archive.getMetadataItem(name);
    if (!archive->entries->can_be_read(item.getIndex()))
      throw std::runtime_error("its cluster ends too early");
    archive->metadata = std::string(item.getData());
    return archive->metadata.c_str();
  });
}

int fons_zim_describe(
    fons_zim *archive, uint32_t index, fons_zim_entry *entry, char *error, size_t error_size) {
  return guarded<int>(-1, error, error_size, [&] {
    archive->entry.reset();
    // Neighbours in this order share a cluster, which is then decompressed once.
    zim::Entry current = archive->archive.getEntryByClusterOrder(index);
    archive->path = current.getPath();
    const bool isRead = current.getIndex() >= archive->first && current.getIndex() < archive->last;
    if (!isRead) return 1;
    // In archives with visible namespaces, articles are in A.
    if (!archive->archive.hasNewNamespaceScheme() && archive->path.compare(0, 2, "A/") != 0)
      return 1;
    archive->title = current.getTitle();
    *entry = fons_zim_entry{};
    if (current.isRedirect()) {
      zim::Entry target = current.getRedirectEntry();
      archive->target = target.getPath();
      archive->target_title = target.getTitle();
      entry->target = archive->target.c_str();
      entry->target_title = archive->target_title.c_str();
    } else {
      zim::Item item = current.getItem();
      archive->mimetype = item.getMimetype();
      entry->mimetype = archive->mimetype.c_str();
      if (!archive->entries->can_be_read(current.getIndex()))
        throw std::runtime_error("its cluster ends too early");
      entry->size = item.getSize();
      archive->entry = current;
    }
    entry->path = archive->path.c_str();
    entry->title = archive->title.c_str();
    return 0;
  });
}

const char *fons_zim_content(fons_zim *archive, size_t *size, char *error, size_t error_size) {
  return guarded<const char *>(nullptr, error, error_size, [&]() -> const char * {
    if (!archive->entry) {
      say(error, error_size, "no entry with content was described");
      return nullptr;
    }
    archive->blob = archive->entry->getItem().getData();
    *size = archive->blob.size();
    return archive->blob.size() > 0 ? archive->blob.data() : "";
  });
}

} // extern "C"
