#include "zim_entries.h"

ZimEntries::ZimEntries(const std::string &path) : bytes(path), clusters(bytes) {
  uint64_t last;
  if (!bytes.read(24, 4, count) || !bytes.read(32, 8, table) || count == 0 ||
      table > UINT64_MAX - 8 * count || !bytes.read(table + 8 * (count - 1), 8, last))
    count = 0;
}

bool ZimEntries::find(uint64_t index, Place &place) const {
  uint64_t entry, type, name_space, cluster, content;
  if (index >= count || !bytes.read(table + 8 * index, 8, entry) || entry > UINT64_MAX - 16 ||
      !bytes.read(entry, 2, type) || !bytes.read(entry + 3, 1, name_space))
    return false;
  constexpr uint64_t kRedirect = 0xFFFF, kLink = 0xFFFE, kDeleted = 0xFFFD;
  if (type == kRedirect || type == kLink || type == kDeleted) return false;
  if (!bytes.read(entry + 8, 4, cluster) || !bytes.read(entry + 12, 4, content)) return false;
  place = {static_cast<char>(name_space), static_cast<uint32_t>(cluster), content};
  return true;
}

const char *ZimEntries::reason_to_refuse() {
  Place place;
  constexpr uint64_t kLast = 0xFFFFFFFF;
  for (uint64_t index = 0; index < count; ++index) {
    if (!find(index, place)) continue;
    if (place.content == kLast) return "an entry names no content there can be";
    // What libzim reads of its own accord: lists, metadata, the main page.
    const bool isContent = place.name_space == 'A' || place.name_space == 'C' ||
                           place.name_space == 'I' || place.name_space == 'J';
    if (!isContent && !clusters.can_be_read(place.cluster)) return "a cluster of it ends too early";
  }
  return nullptr;
}

bool ZimEntries::can_be_read(uint32_t index) {
  Place place;
  return !find(index, place) || clusters.can_be_read(place.cluster);
}
