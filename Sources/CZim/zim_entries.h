// What libzim does not check before it reads: which contents the entries of a ZIM file name.
#pragma once
#include "zim_bytes.h"
#include "zim_clusters.h"

/// The entries of an archive, or of the parts that a split one has. Those that cannot be read are left to
/// libzim.
///
/// Layout: openzim.org/wiki/ZIM_file_format.
class ZimEntries {
public:
  explicit ZimEntries(const std::string &path);

  /// Why libzim must not open the archive; null where it may. An entry may name the content with the
  /// highest number there can be: libzim 8 adds one to it and reads at the place of the number zero less
  /// one, a crash. Or it may end with the file before its names do: libzim reads beyond.
  const char *reason_to_refuse();

  /// Whether libzim comes to an end of the cluster that an entry lies in; by its number in the order of
  /// paths.
  bool can_be_read(uint32_t index);

private:
  struct Place {
    char name_space;
    uint32_t cluster;
    uint64_t content;
  };
  enum class Kind { content, other, cut, unknown };

  ZimBytes bytes;
  ZimClusters clusters;
  uint64_t count = 0, table = 0;

  /// What an entry is, and where its content is.
  Kind find(uint64_t index, Place &place) const;
};
