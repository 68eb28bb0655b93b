#include "zim_entries.h"

ZimEntries::ZimEntries(const std::string &path) : bytes(path), clusters(bytes) {
  uint64_t last;
  if (!bytes.read(24, 4, count) || !bytes.read(32, 8, table) || count == 0 ||
      table > UINT64_MAX - 8 * count || !bytes.read(table + 8 * (count - 1), 8, last))
    count = 0;
}

namespace {

uint32_t number(const uint8_t *bytes) {
  return bytes[0] | bytes[1] << 8 | bytes[2] << 16 | static_cast<uint32_t>(bytes[3]) << 24;
}

/// Whether the path and the title that begin at an offset both end within `size` bytes.
bool holds_names(const uint8_t *bytes, size_t offset, size_t size) {
  int ends = 0;
  for (size_t index = offset; index < size && ends < 2; ++index) ends += bytes[index] == 0;
  return ends == 2;
}

} // namespace

ZimEntries::Kind ZimEntries::find(uint64_t index, Place &place) const {
  uint64_t entry;
  if (index >= count || !bytes.read(table + 8 * index, 8, entry) || entry >= bytes.size())
    return Kind::unknown;
  constexpr size_t kFirst = 512, kMost = 1 << 20;
  std::vector<uint8_t> held;
  for (size_t size = kFirst; size <= kMost; size *= 8) {
    held.resize(static_cast<size_t>(std::min<uint64_t>(size, bytes.size() - entry)));
    if (!bytes.read(entry, held.data(), held.size())) return Kind::unknown;
    const uint32_t type = held.size() < 2 ? 0 : held[0] | held[1] << 8;
    const bool is_content = type < 0xFFFD;
    // The header of a redirect is shorter, and that of an entry that was deleted shorter still.
    const size_t header = is_content ? 16 : type == 0xFFFF ? 12 : 8;
    if (!holds_names(held.data(), header, held.size())) continue;
    if (!is_content) return Kind::other;
    place = {static_cast<char>(held[3]), number(&held[8]), number(&held[12])};
    return Kind::content;
  }
  return Kind::cut;
}

const char *ZimEntries::reason_to_refuse() {
  Place place;
  constexpr uint64_t kLast = 0xFFFFFFFF;
  for (uint64_t index = 0; index < count; ++index) {
    const Kind kind = find(index, place);
    if (kind == Kind::cut) return "an entry of it is cut short";
    if (kind != Kind::content) continue;
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
  return find(index, place) != Kind::content || clusters.can_be_read(place.cluster);
}
