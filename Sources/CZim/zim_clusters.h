// Whether the compressed parts of a ZIM file hold what they claim to.
#pragma once
#include "zim_bytes.h"

#include <map>

/// libzim 8 goes round for ever where compressed data ends before a cluster does: it waits for more. So each
/// cluster is decompressed here first, which a hostile or a shortened file may not survive and any other
/// does.
class ZimClusters {
public:
  explicit ZimClusters(const ZimBytes &bytes);

  /// Whether a cluster is not compressed, or all that its own list of offsets claims can be decompressed.
  bool can_be_read(uint32_t cluster);

private:
  const ZimBytes &bytes;
  uint64_t count = 0, table = 0;
  /// By where a cluster starts: several numbers may lead to one.
  std::map<uint64_t, bool> known;
  /// Bytes that were decompressed.
  uint64_t made = 0;

  bool is_whole(uint64_t start);
};
